package hotleads.core.scoring;

import hotleads.core.leads.rules.Scoring;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version of what the rules count for.
 *
 * @param at from when it held; null for what every practice starts with
 * @param by null for what every practice starts with
 * @param note why; null where it does not open, or nobody decided
 */
public record Published(
        Scoring scoring,
        @Nullable Instant at,
        @Nullable UUID by,
        @Nullable String note) {
    static final Published STARTING = new Published(Scoring.STARTING, null, null, null);

    /**
     * What held then.
     *
     * @param versions all of them, the newest first
     */
    public static Scoring holding(List<Published> versions, Instant then) {
        return versions.stream()
                .filter(version -> version.at == null || !version.at.isAfter(then))
                .findFirst()
                .orElseThrow()
                .scoring();
    }
}
