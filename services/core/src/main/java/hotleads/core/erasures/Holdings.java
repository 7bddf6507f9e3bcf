package hotleads.core.erasures;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Every table that holds something of a person, with which of its rows are theirs: what the plan counts, and what the
 * act removes, in an order that no row is left pointing to another that is gone.
 */
@Component
class Holdings {
    /** Notes and tasks on their way to Zoho, and events to Google. */
    private static final String OUTBOX = """
            key_id = ANY (:keys)
            OR kind LIKE 'zoho%' AND subject IN (SELECT r::text FROM unnest(:records) AS r)
            OR kind LIKE 'google%' AND split_part(subject, '.', 1) IN (SELECT b::text FROM unnest(:bookings) AS b)
            """;

    private static final List<Holding> ALL = List.of(
            new Holding("bookings", "booking_change", "booking_id = ANY (:bookings)", false),
            new Holding("bookings", "booking_move", "booking_id = ANY (:bookings)", false),
            new Holding("attendance", "attendance", "booking_id = ANY (:bookings)", true),
            new Holding("attendance", "attendance_look", "booking_id = ANY (:bookings)", false),
            new Holding("outbox", "outbox", OUTBOX, true),
            new Holding("own-events", "google_own_event", "booking_id = ANY (:bookings)", true),
            new Holding("bookings", "booking", "id = ANY (:bookings)", true),
            new Holding(
                    "answers",
                    "observation",
                    "source = 'acuity' AND (identity_id = ANY (:identities) OR record_id = ANY (:bookings))",
                    true),
            new Holding("crm", "crm_stage_move", "record_id = ANY (:records)", false),
            new Holding("crm", "crm_record", "id = ANY (:records)", true),
            new Holding("crm-tasks", "crm_task", "id = ANY (:tasks)", true),
            new Holding(
                    "answers",
                    "source_observation",
                    "identity_id = ANY (:identities)"
                            + " OR source = 'zoho' AND (record_id = ANY (:records) OR record_id = ANY (:tasks))",
                    true),
            new Holding(
                    "crm",
                    "source_record",
                    "source = 'zoho' AND key IN (SELECT 'timeline/' || r FROM unnest(:records) AS r)",
                    false),
            new Holding("care", "care_check_in", "person_id = ANY (:persons)", true),
            new Holding(
                    "check-ins",
                    "check_in_change",
                    "check_in_id IN (SELECT id FROM check_in WHERE person_id = ANY (:persons))",
                    false),
            new Holding("check-ins", "check_in", "person_id = ANY (:persons)", true),
            new Holding("acts", "act", "person_id = ANY (:persons)", true),
            new Holding("outcomes", "outcome", "person_id = ANY (:persons)", true),
            new Holding("list", "lead", "person_id = ANY (:persons)", true),
            new Holding("list", "usual_hour", "person_id = ANY (:persons)", false),
            new Holding("portal", "portal_setting", "person_id = ANY (:persons)", true),
            new Holding("portal", "erasure_wish", "person_id = ANY (:persons)", false),
            new Holding("list", "presence", "person_id = ANY (:persons)", false),
            new Holding("list", "known_anew", "person_id = ANY (:persons)", false),
            new Holding(
                    "matches",
                    "match_decision",
                    "candidate_id IN (SELECT id FROM match_candidate"
                            + " WHERE identity_a = ANY (:identities) OR identity_b = ANY (:identities))",
                    false),
            new Holding(
                    "matches",
                    "match_candidate",
                    "identity_a = ANY (:identities) OR identity_b = ANY (:identities)",
                    true),
            new Holding("search", "identity_digest", "identity_id = ANY (:identities)", true),
            // Persons before identities: that they point to each other is looked at when the transaction ends.
            new Holding("persons", "person", "id = ANY (:persons)", false),
            new Holding("identities", "identity", "id = ANY (:identities)", true),
            new Holding("keys", "sealing_key", "id = ANY (:keys)", true));

    private final JdbcClient jdbc;

    Holdings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Rows of one table.
     *
     * @param kind what people call them
     * @param whose which of them are somebody's
     * @param counted whether they are told of by themselves, or go with others of their kind
     */
    record Holding(String kind, String table, String whose, boolean counted) {}

    static List<Holding> all() {
        return ALL;
    }

    /** How many of each kind there are. */
    Map<String, Long> count(Extent extent) {
        Map<String, Long> counts = new LinkedHashMap<>();
        ALL.stream()
                .filter(Holding::counted)
                .forEach(one -> counts.merge(
                        one.kind,
                        extent.in(jdbc.sql("SELECT count(*) FROM " + one.table + " WHERE " + one.whose))
                                .query(Long.class)
                                .single(),
                        Long::sum));
        return counts;
    }

    /** @return how many of each kind there were */
    Map<String, Long> remove(Extent extent) {
        Map<String, Long> counts = new LinkedHashMap<>();
        // A booking that is another's now may have been told of by an answer about this one.
        extent.in(jdbc.sql("""
                DELETE FROM booking_move WHERE observation_id IN (
                  SELECT id FROM observation WHERE source = 'acuity' AND identity_id = ANY (:identities))
                """)).update();
        for (Holding one : ALL) {
            long gone = extent.in(jdbc.sql("DELETE FROM " + one.table + " WHERE " + one.whose))
                    .update();
            if (one.counted) {
                counts.merge(one.kind, gone, Long::sum);
            }
        }
        return counts;
    }
}
