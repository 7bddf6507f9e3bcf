package hotleads.core.retention;

import hotleads.core.keeping.Kind;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is past its time, counted and removed. What other records are derived from goes with them and not before: a
 * booking with all that was ever answered about it, so that making them anew finds nothing.
 */
@Component
class PastRecords {
    /** No session, meeting or event lasts longer. */
    private static final Duration LONGEST = Duration.ofDays(1);

    /** What was said of a session is said within a year of it, or it was booked far ahead. */
    private static final Duration SAID_WITHIN = Duration.ofDays(366);

    private static final String OUTCOMES = "FROM outcome WHERE at < ?";
    private static final String NOTES = """
            FROM act WHERE at < ? AND kind IN ('noted', 'reason-disputed', 'rebook-asked', 'snoozed', 'woken')
            """;

    /**
     * A delivery tells when a booking was cancelled, or who came to a meeting, for as long as that is kept: made anew
     * without it they would say less.
     */
    private static final String NEWS = """
            FROM inbox_delivery d WHERE d.received_at < ?
              AND NOT EXISTS (SELECT 1 FROM booking b WHERE d.provider = 'acuity' AND b.id = d.record_id)
              AND NOT EXISTS (SELECT 1 FROM zoom_hook h WHERE h.delivery_id = d.id)
            """;

    private final JdbcClient jdbc;

    PastRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many of each thing a kind is made of happened before. */
    Map<String, Long> count(Kind kind, Instant before) {
        Map<String, Long> counts = new LinkedHashMap<>();
        switch (kind) {
            case SESSIONS -> {
                counts.put("bookings", count("FROM booking WHERE starts_at < ?", before));
                counts.put("meetings", count("FROM zoom_run WHERE opens_at < ?", before.minus(LONGEST)));
                counts.put("calendar-events", count("FROM google_event WHERE ends_at < ?", before.minus(LONGEST)));
            }
            case MOOD -> {
                counts.put("check-ins", count("FROM check_in WHERE at < ?", before));
                counts.put("care", count("FROM care_check_in WHERE opened_at < ?", before));
            }
            case CONTACTS -> {
                counts.put("outcomes", count(OUTCOMES, before));
                counts.put("notes", count(NOTES, before));
                counts.put("sent", count("FROM outbox WHERE state <> 'sending' AND decided_at < ?", before));
            }
            case NEWS -> counts.put("deliveries", count(NEWS, before));
        }
        return counts;
    }

    private long count(String from, Instant before) {
        return jdbc.sql("SELECT count(*) " + from)
                .param(Timestamp.from(before))
                .query(Long.class)
                .single();
    }

    /**
     * Some bookings, oldest first, with all that was told of them; held as whoever takes an answer in holds them.
     *
     * @return each with whose it was
     */
    Map<Long, UUID> removeBookings(Instant before, int most) {
        List<Long> found = jdbc.sql("SELECT id FROM booking WHERE starts_at < ? ORDER BY starts_at LIMIT ?")
                .params(Timestamp.from(before), most)
                .query((row, number) -> row.getLong(1))
                .list();
        Long[] ids = found.toArray(Long[]::new);
        jdbc.sql("SELECT pg_advisory_xact_lock(r) FROM (SELECT unnest(?) AS r ORDER BY r) in_order")
                .param(ids)
                .query((row, number) -> 0)
                .list();
        // Looked at once more: an answer may have moved one ahead meanwhile.
        Map<Long, UUID> past = new LinkedHashMap<>();
        jdbc.sql("SELECT id, person_id FROM booking WHERE id = ANY (?) AND starts_at < ? ORDER BY id")
                .params(ids, Timestamp.from(before))
                .query(row -> {
                    past.put(row.getLong("id"), row.getObject("person_id", UUID.class));
                });
        Long[] gone = past.keySet().toArray(Long[]::new);
        List.of(
                        "DELETE FROM booking_move WHERE booking_id = ANY (?)",
                        "DELETE FROM booking_change WHERE booking_id = ANY (?)",
                        "DELETE FROM attendance WHERE booking_id = ANY (?)",
                        "DELETE FROM attendance_look WHERE booking_id = ANY (?)",
                        "DELETE FROM google_own_event WHERE booking_id = ANY (?)",
                        "DELETE FROM look WHERE appointment = ANY (?)",
                        "DELETE FROM booking WHERE id = ANY (?)",
                        "DELETE FROM observation WHERE source = 'acuity' AND record_id = ANY (?)")
                .forEach(statement -> jdbc.sql(statement).param(gone).update());
        return past;
    }

    /** What was said of sessions that are long gone, each with whose it was. */
    Map<UUID, UUID> removeSaidOfSessions(Instant before, int most) {
        return removeOwned("act", """
                SELECT id FROM act WHERE at < ? AND kind IN ('attendance-set', 'cancelled-by-us') ORDER BY at LIMIT ?
                """, before.minus(SAID_WITHIN), most);
    }

    /** Meetings with all that was told of them, and the keys that were theirs alone. */
    List<Long> removeMeetings(Instant before, int most) {
        List<Long> found = jdbc.sql("SELECT run_id FROM zoom_run WHERE opens_at < ? ORDER BY opens_at LIMIT ?")
                .params(Timestamp.from(before.minus(LONGEST)), most)
                .query((row, number) -> row.getLong(1))
                .list();
        Long[] ids = found.toArray(Long[]::new);
        jdbc.sql("DELETE FROM zoom_hook WHERE run_id = ANY (?)").param(ids).update();
        jdbc.sql("DELETE FROM zoom_run WHERE run_id = ANY (?)").param(ids).update();
        UUID[] keys = jdbc.sql(
                        "DELETE FROM source_observation WHERE source = 'zoom' AND record_id = ANY (?) RETURNING key_id")
                .param(ids)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list()
                .toArray(UUID[]::new);
        jdbc.sql("""
                        DELETE FROM sealing_key k WHERE k.id = ANY (?) AND k.kind = 'zoom-run'
                          AND NOT EXISTS (SELECT 1 FROM source_observation o WHERE o.source = 'zoom' AND o.key_id = k.id)
                        """).param(keys).update();
        return found;
    }

    List<Long> removeCalendarEvents(Instant before, int most) {
        List<Long> found = jdbc.sql("SELECT record_id FROM google_event WHERE ends_at < ? ORDER BY ends_at LIMIT ?")
                .params(Timestamp.from(before.minus(LONGEST)), most)
                .query((row, number) -> row.getLong(1))
                .list();
        Long[] ids = found.toArray(Long[]::new);
        jdbc.sql("DELETE FROM google_event WHERE record_id = ANY (?)")
                .param(ids)
                .update();
        jdbc.sql("DELETE FROM source_observation WHERE source = 'google' AND record_id = ANY (?)")
                .param(ids)
                .update();
        return found;
    }

    List<UUID> removeCheckIns(Instant before, int most) {
        List<UUID> found = ids("SELECT id FROM check_in WHERE at < ? ORDER BY at LIMIT ? FOR UPDATE", before, most);
        UUID[] ids = found.toArray(UUID[]::new);
        List.of(
                        "DELETE FROM care_check_in WHERE check_in_id = ANY (?)",
                        "DELETE FROM check_in_change WHERE check_in_id = ANY (?)",
                        "DELETE FROM check_in WHERE id = ANY (?)")
                .forEach(statement -> jdbc.sql(statement).param(ids).update());
        return found;
    }

    List<UUID> removeCare(Instant before, int most) {
        List<UUID> found = ids(
                "SELECT id FROM care_check_in WHERE opened_at < ? ORDER BY opened_at LIMIT ? FOR UPDATE", before, most);
        remove("care_check_in", found);
        return found;
    }

    Map<UUID, UUID> removeOutcomes(Instant before, int most) {
        return removeOwned("outcome", "SELECT id " + OUTCOMES + " ORDER BY at LIMIT ?", before, most);
    }

    Map<UUID, UUID> removeNotes(Instant before, int most) {
        return removeOwned("act", "SELECT id " + NOTES + " ORDER BY at LIMIT ?", before, most);
    }

    List<UUID> removeSent(Instant before, int most) {
        List<UUID> found = ids(
                "SELECT id FROM outbox WHERE state <> 'sending' AND decided_at < ? ORDER BY id LIMIT ? FOR UPDATE",
                before,
                most);
        remove("outbox", found);
        return found;
    }

    List<UUID> removeNews(Instant before, int most) {
        List<UUID> found = ids("SELECT d.id " + NEWS + " ORDER BY d.received_at LIMIT ?", before, most);
        jdbc.sql("UPDATE replay SET delivery_id = NULL WHERE delivery_id = ANY (?)")
                .param(found.toArray(UUID[]::new))
                .update();
        remove("inbox_delivery", found);
        return found;
    }

    private List<UUID> ids(String sql, Instant before, int most) {
        return jdbc.sql(sql)
                .params(Timestamp.from(before), most)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    private void remove(String table, Collection<UUID> ids) {
        jdbc.sql("DELETE FROM " + table + " WHERE id = ANY (?)")
                .param(ids.toArray(UUID[]::new))
                .update();
    }

    /** Whoever is part of another counts as the whole. */
    private Map<UUID, UUID> removeOwned(String table, String some, Instant before, int most) {
        Map<UUID, UUID> owned = new LinkedHashMap<>();
        jdbc.sql("""
                        WITH gone AS (DELETE FROM %s WHERE id IN (%s) RETURNING id, person_id)
                        SELECT gone.id, coalesce(p.part_of, p.id) AS whose FROM gone JOIN person p ON p.id = gone.person_id
                        """.formatted(table, some))
                .params(Arrays.asList(Timestamp.from(before), most))
                .query(row -> {
                    owned.put(row.getObject("id", UUID.class), row.getObject("whose", UUID.class));
                });
        return owned;
    }
}
