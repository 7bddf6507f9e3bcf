package hotleads.auth.tokens;

import java.time.Instant;

/** A service's word that it is who it says, checked but perhaps not fresh. */
record Assertion(String service, String id, Instant expiresAt) {}
