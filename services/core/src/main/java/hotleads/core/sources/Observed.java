package hotleads.core.sources;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One answer about one record, opened.
 *
 * @param ticket drawn before the read began; a higher one began later
 * @param seenUntil when the same was answered last
 * @param state a word of whoever keeps it, such as {@code there} or {@code gone}
 * @param identityId whose it is, as far as the source says
 * @param content null when there was none
 */
public record Observed(
        UUID id,
        long recordId,
        long ticket,
        Instant receivedAt,
        Instant seenUntil,
        String state,
        @Nullable UUID identityId,
        @Nullable String content) {}
