package hotleads.contracts;

import java.time.Instant;

/**
 * An invite that waits to be accepted.
 *
 * @param token shown once; only its hash is kept
 * @param link the page to open, the token in its fragment so that no server logs it
 */
public record InviteMade(String token, String link, Instant expiresAt) {}
