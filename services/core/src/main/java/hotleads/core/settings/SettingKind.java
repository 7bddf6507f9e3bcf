package hotleads.core.settings;

/**
 * One thing the practice decides.
 *
 * @param word what it is stored under
 * @param starting what holds until somebody decides
 */
public record SettingKind<T extends Record>(String word, Class<T> type, T starting) {}
