package hotleads.contracts;

/** A channel that is no longer wanted. */
public record GoogleChannelStop(String channel, String resource) {}
