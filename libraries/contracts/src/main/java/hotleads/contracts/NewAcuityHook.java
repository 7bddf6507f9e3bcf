package hotleads.contracts;

import java.net.URI;

/** Core's order to sync: have this event told to this address. */
public record NewAcuityHook(String event, URI target) {}
