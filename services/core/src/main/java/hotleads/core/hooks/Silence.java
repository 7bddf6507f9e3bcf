package hotleads.core.hooks;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When hooks came, and what came to light without one; all in practice time but what was refused. */
@Component
class Silence {
    /** Clocks of Acuity and ours may differ by this much. */
    private static final String CLOCKS_APART = "1 minute";

    private final JdbcClient jdbc;

    Silence(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Instant> firstRead() {
        return jdbc.sql("SELECT received_at FROM window_read WHERE source = 'acuity' ORDER BY ticket LIMIT 1")
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    Optional<Instant> lastDelivery() {
        return jdbc.sql("SELECT received_at FROM inbox_delivery WHERE provider = 'acuity' ORDER BY id DESC LIMIT 1")
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    /** When a delivery was last refused, in real time and cut to its minute. */
    Optional<Instant> lastRefused() {
        return jdbc.sql(
                        "SELECT at FROM audit_entry WHERE act = 'hook.refused' AND subject = 'acuity' ORDER BY id DESC LIMIT 1")
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    List<Instant> deliveriesSince(Instant since) {
        return jdbc.sql(
                        "SELECT received_at FROM inbox_delivery WHERE provider = 'acuity' AND received_at > ? ORDER BY received_at")
                .param(Timestamp.from(since))
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .list();
    }

    /**
     * When we first saw, between two moments, a booking made or cancelled that no hook had told of. A mere change of
     * words is left out, as renaming a calendar changes every booking and no hook tells of it; so is what Acuity no
     * longer has, which it never tells.
     */
    Optional<Instant> untold(Instant after, Instant until) {
        return jdbc.sql("""
                        SELECT min(o.received_at) AS at
                        FROM observation o
                        LEFT JOIN booking b ON b.id = o.record_id
                        LEFT JOIN LATERAL (
                          SELECT p.state, p.seen_until FROM observation p
                          WHERE p.source = o.source AND p.record_id = o.record_id AND p.ticket < o.ticket
                          ORDER BY p.ticket DESC LIMIT 1) before ON true
                        WHERE o.source = 'acuity' AND o.received_at > :after AND o.received_at <= :until AND o.state <> 'gone'
                          AND CASE WHEN before.state IS NULL THEN b.booked_at > :after
                                   ELSE before.state <> 'gone' AND before.state <> o.state END
                          AND NOT EXISTS (
                            SELECT 1 FROM inbox_delivery d
                            WHERE d.provider = 'acuity' AND d.record_id = o.record_id
                              AND d.received_at >= coalesce(before.seen_until, b.booked_at) - CAST(:apart AS interval))
                        """)
                .param("after", Timestamp.from(after))
                .param("until", Timestamp.from(until))
                .param("apart", CLOCKS_APART)
                .query((row, number) ->
                        Optional.ofNullable(row.getTimestamp("at")).map(Timestamp::toInstant))
                .single();
    }

    /**
     * Hooks that do not come.
     *
     * @param since when something came to light that they should have told
     */
    record Quiet(String cause, Instant since) {}

    /** @return whether that is news */
    boolean remember(@Nullable Quiet quiet) {
        return jdbc.sql("""
                                UPDATE provider_state SET quiet_cause = ?, quiet_since = ?
                                WHERE provider = 'acuity' AND quiet_cause IS DISTINCT FROM ?
                                """)
                        .params(Arrays.asList(
                                quiet == null ? null : quiet.cause,
                                quiet == null ? null : Timestamp.from(quiet.since),
                                quiet == null ? null : quiet.cause))
                        .update()
                == 1;
    }

    /** As far as we can tell: one came, and nothing has come to light without one since. */
    boolean hooksCome() {
        return jdbc.sql("""
                        SELECT (SELECT quiet_cause IS NULL FROM provider_state WHERE provider = 'acuity')
                           AND EXISTS (SELECT 1 FROM inbox_delivery WHERE provider = 'acuity')
                        """).query(Boolean.class).single();
    }
}
