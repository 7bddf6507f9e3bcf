package hotleads.auth.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an account may do at all, whatever its owner can prove.
 *
 * @param lockedAt since when nobody may sign in to it
 * @param needsLink whether its factors were reset, so that a new one can only be set up by the link of that reset
 */
public record Standing(Instant joinedAt, @Nullable Instant lockedAt, boolean needsLink) {}
