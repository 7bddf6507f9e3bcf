package hotleads.core.triage;

import java.time.Instant;
import java.util.UUID;

/** An act with who did it, when, and whether it was taken back. */
public record ActDone(UUID id, UUID accountId, Instant at, Act act, boolean undone) {}
