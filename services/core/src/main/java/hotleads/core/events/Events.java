package hotleads.core.events;

import hotleads.core.time.PracticeClock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The inbox as it stands: what arrived, joined with the look that served it. Ids are made in the order of time, so they
 * are the order of the list.
 */
@Component
class Events {
    /** Filters that no index serves look at so many rows at a time; the page says where it stopped. */
    static final int SCANNED = 1_000;

    static final UUID NEWEST = new UUID(-1, -1);
    static final String REJECTED = "rejected";
    static final String RECEIVED = "received";
    static final String FAILED = "failed";
    static final Set<String> STATES = Set.of(RECEIVED, "processed", "duplicate", FAILED, "kept", REJECTED);

    private static final String COLUMNS = "d.id, d.received_at, d.action, d.record_id, d.asked";

    private static final String NEWEST_FIRST =
            "SELECT " + COLUMNS + " FROM inbox_delivery d WHERE d.id < ? ORDER BY d.id DESC LIMIT ?";

    private static final String OF_BOOKING = "SELECT " + COLUMNS
            + " FROM inbox_delivery d WHERE d.record_id = ? AND d.id < ? ORDER BY d.id DESC LIMIT ?";

    private static final String STILL_WAITING = "SELECT " + COLUMNS + """
             FROM look_again w JOIN inbox_delivery d ON d.record_id = w.appointment AND d.asked > w.done
            WHERE w.done < w.asked AND (w.failures > 0) = ? AND d.id < ? ORDER BY d.id DESC LIMIT ?
            """;

    private static final String ONE = "SELECT " + COLUMNS + " FROM inbox_delivery d WHERE d.id = ?";

    private static final String SHOWN = """
            SELECT c.id, c.received_at, c.action, c.record_id, k.at AS handled_at, k.ticket,
              coalesce(k.attempts, l.failures, 0) AS attempts, 1 AS count,
              CASE WHEN k.at IS NULL THEN l.next_try_at END AS next_try_at,
              CASE WHEN k.at IS NULL THEN l.cause END AS cause,
              CASE WHEN c.asked IS NULL THEN 'kept'
                   WHEN k.changed AND c.asked = k.served_after + 1 THEN 'processed'
                   WHEN k.at IS NOT NULL THEN 'duplicate'
                   WHEN l.failures > 0 THEN 'failed'
                   ELSE 'received' END AS state
            FROM (%s) c
            LEFT JOIN look_again l ON l.appointment = c.record_id AND c.asked IS NOT NULL
            LEFT JOIN LATERAL (
              SELECT at, ticket, attempts, changed, served_after FROM look
              WHERE appointment = c.record_id AND served_to >= c.asked ORDER BY served_to LIMIT 1) k ON true
            """;

    private static final String REFUSED = """
            SELECT id, at AS received_at, NULL AS action, NULL::bigint AS record_id, NULL::timestamptz AS handled_at, 0 AS attempts,
                   count, NULL::timestamptz AS next_try_at, NULL AS cause, 'rejected' AS state
            FROM audit_entry WHERE act = 'hook.refused' AND id < ? ORDER BY id DESC LIMIT ?
            """;

    private static final String LISTED =
            "id, received_at, action, record_id, handled_at, attempts, count, next_try_at, cause, state";

    private final JdbcClient jdbc;
    private final PracticeClock clock;

    Events(JdbcClient jdbc, PracticeClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What to list; all of it when nothing is chosen. */
    record Filter(
            @Nullable String state,
            @Nullable String action,
            @Nullable Long booking) {

        boolean isNone() {
            return state == null && action == null && booking == null;
        }

        boolean isWaiting() {
            return FAILED.equals(state) || RECEIVED.equals(state);
        }

        boolean needsScan() {
            return booking == null && !isNone() && !isWaiting() && !REJECTED.equals(state);
        }
    }

    /** A delivery with the ticket of the read that served it, if one did. */
    record Served(EventShown event, @Nullable Long ticket) {}

    /** At most so many, newest first, older than the one before. */
    List<EventShown> page(Filter filter, UUID before, int limit) {
        List<Object> values = new ArrayList<>();
        String deliveries = "SELECT " + LISTED + " FROM (" + SHOWN.formatted(candidates(filter, before, limit, values))
                + ") shown WHERE true" + conditions(filter, values);
        String sql = deliveries;
        if (REJECTED.equals(filter.state)) {
            values.clear();
            values.addAll(List.of(before, limit));
            sql = "SELECT " + LISTED + " FROM (" + REFUSED + ") refused";
        } else if (filter.isNone()) {
            values.addAll(List.of(before, limit));
            sql = deliveries + " UNION ALL SELECT " + LISTED + " FROM (" + REFUSED + ") refused";
        }
        values.add(limit);
        return jdbc.sql(sql + " ORDER BY id DESC LIMIT ?")
                .params(values)
                .query((row, number) -> read(row))
                .list();
    }

    /** Up to where the last page looked when it found too little; empty when it saw everything. */
    Optional<UUID> scannedTo(Filter filter, UUID before) {
        return filter.needsScan()
                ? jdbc.sql("SELECT (array_agg(id ORDER BY id))[1] FROM (" + NEWEST_FIRST + ") seen HAVING count(*) = ?")
                        .params(before, SCANNED, SCANNED)
                        .query(UUID.class)
                        .optional()
                : Optional.empty();
    }

    Optional<Served> find(UUID id) {
        return jdbc.sql(SHOWN.formatted(ONE))
                .param(id)
                .query((row, number) -> new Served(read(row), row.getObject("ticket", Long.class)))
                .optional();
    }

    private static String candidates(Filter filter, UUID before, int limit, List<Object> values) {
        if (filter.booking != null) {
            values.addAll(List.of(filter.booking, before, SCANNED));
            return OF_BOOKING;
        }
        if (filter.isWaiting()) {
            values.addAll(List.of(FAILED.equals(filter.state), before, SCANNED));
            return STILL_WAITING;
        }
        values.addAll(List.of(before, filter.isNone() ? limit : SCANNED));
        return NEWEST_FIRST;
    }

    private static String conditions(Filter filter, List<Object> values) {
        StringBuilder conditions = new StringBuilder();
        if (filter.state != null) {
            conditions.append(" AND state = ?");
            values.add(filter.state);
        }
        if (filter.action != null) {
            conditions.append(" AND action = ?");
            values.add(filter.action);
        }
        return conditions.toString();
    }

    private EventShown read(ResultSet row) throws SQLException {
        String state = row.getString("state");
        Instant at = row.getTimestamp("received_at").toInstant();
        Instant nextTry = instant(row, "next_try_at");
        return new EventShown(
                row.getObject("id", UUID.class),
                state,
                // The audit trail and the waiting orders keep real time, a delivery the practice's.
                state.equals(REJECTED) ? clock.at(at) : at,
                row.getInt("count"),
                row.getString("action"),
                row.getObject("record_id", Long.class),
                instant(row, "handled_at"),
                row.getInt("attempts"),
                nextTry == null ? null : clock.at(nextTry),
                row.getString("cause"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
