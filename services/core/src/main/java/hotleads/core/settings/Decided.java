package hotleads.core.settings;

/**
 * What holds.
 *
 * @param version to be sent back with a change; 0 while nobody has decided
 */
public record Decided<T extends Record>(T value, long version) {}
