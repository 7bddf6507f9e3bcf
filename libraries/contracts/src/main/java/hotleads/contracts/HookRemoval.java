package hotleads.contracts;

/** Core's order to sync: have this hook no longer. */
public record HookRemoval(long id) {}
