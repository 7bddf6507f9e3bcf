package hotleads.core.exports;

import static hotleads.core.exports.Part.Sealed.beside;
import static hotleads.core.exports.Part.Sealed.json;
import static hotleads.core.exports.Part.Sealed.text;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Every store of this program that holds something of a person, in the order a person would read it. Said in one place,
 * so that it can be read beside the tables: whatever stands neither here nor among what is excused fails a test.
 */
public final class WhatIsHeld {
    /** Those that others are in too; what is theirs is taken out. */
    static final String MEETINGS = "meetings-at-zoom";

    static final String MEETING_NEWS = "news-of-meetings";

    private static final String BESIDE_BOOKING = """
            LEFT JOIN calendar c ON c.id = b.calendar_id LEFT JOIN session_type t ON t.id = b.type_id
            """;

    static final List<Part> PARTS = List.of(
            Part.of("known-as", """
                    SELECT id, source, name, email, phone, key_id, created_at FROM identity
                    WHERE id = ANY (:identities) ORDER BY created_at, id
                    """, text("identity", "name"), text("identity", "email"), text("identity", "phone")),
            Part.of(
                    "bookings",
                    """
                    SELECT b.id, b.state, b.starts_at, b.duration_minutes, c.name AS practitioner, c.id AS practitioner_row,
                           c.key_id AS practitioner_key, t.name AS session_type, t.id AS session_type_row,
                           t.key_id AS session_type_key, b.booked_at, b.last_seen_active, b.first_seen_cancelled
                    FROM booking b
                    """ + BESIDE_BOOKING + "WHERE b.id = ANY (:bookings) ORDER BY b.starts_at, b.id",
                    beside("practitioner", "calendar", "practitioner_row"),
                    beside("session_type", "session_type", "session_type_row")),
            Part.of("moved-bookings", """
                    SELECT booking_id, from_starts_at, to_starts_at, seen_at FROM booking_move
                    WHERE booking_id = ANY (:bookings) ORDER BY seen_at
                    """),
            Part.of("changes-begun", """
                    SELECT booking_id, asked_at, ended_at FROM booking_change
                    WHERE booking_id = ANY (:bookings) ORDER BY asked_at
                    """),
            Part.of("attendance", """
                    SELECT booking_id, starts_at, verdict, state, rung, present_from, present_to, arrived_at, present_seconds,
                           facts, settled, received_at
                    FROM attendance WHERE booking_id = ANY (:bookings) ORDER BY starts_at
                    """),
            Part.of("mood", """
                    SELECT id, at, content, key_id, version, removed_at FROM check_in
                    WHERE person_id = ANY (:people) ORDER BY at, id
                    """, json("check_in", "content")),
            Part.of("mood-as-it-was-before", """
                    SELECT h.id, h.check_in_id, h.version, h.changed_at, h.content, h.key_id
                    FROM check_in_change h JOIN check_in c ON c.id = h.check_in_id
                    WHERE c.person_id = ANY (:people) ORDER BY h.changed_at
                    """, json("check_in_change", "content")),
            Part.of("care", """
                    SELECT id, came_from, opened_at, due_at, content, key_id, state, acknowledged_at, acknowledged_by, closed_at,
                           closed_by, escalated_at
                    FROM care_check_in WHERE person_id = ANY (:people) ORDER BY opened_at
                    """, json("care_check_in", "content")),
            Part.of("calls-and-messages", """
                    SELECT id, account_id, kind, at, call_back_at, note, key_id, undone_at, undone_by FROM outcome
                    WHERE person_id = ANY (:people) ORDER BY at
                    """, text("outcome", "note")),
            Part.of("notes-and-decisions", """
                    SELECT id, account_id, kind, at, content, key_id, undone_at, undone_by FROM act
                    WHERE person_id = ANY (:people) ORDER BY at, version
                    """, json("act", "content")),
            Part.of("place-on-the-list", """
                    SELECT person_id, placement, score_tenths, band, hot_since, waiting_since, last_contact_at, evaluation,
                           key_id, evaluated_at, owner_id AS owner, practitioner_id AS practitioner, snoozed, snoozed_until, rules
                    FROM lead WHERE person_id = ANY (:people)
                    """, json("lead", "evaluation").ofRow("person_id")),
            Part.of("usual-hour", """
                    SELECT weekday, minute, duration FROM usual_hour WHERE person_id = ANY (:people)
                    """),
            Part.of(
                    "settings",
                    "SELECT person_id, content, key_id FROM portal_setting WHERE person_id = ANY (:people)",
                    json("portal_setting", "content").ofRow("person_id")),
            // The other side of a pair is somebody else until people say that it is not.
            Part.of("matches", """
                    SELECT m.id, m.state, m.created_at, d.verdict, d.account_id, d.at
                    FROM match_candidate m LEFT JOIN match_decision d ON d.candidate_id = m.id
                    WHERE m.identity_a = ANY (:identities) OR m.identity_b = ANY (:identities) ORDER BY m.created_at, d.at
                    """),
            Part.of("enquiries", """
                    SELECT id, module, state, stage, stage_since, channel, email_opt_out, enquired_at, modified_at, received_at
                    FROM crm_record WHERE id = ANY (:records) ORDER BY enquired_at
                    """),
            Part.of("stages", """
                    SELECT record_id, at, from_stage, to_stage, how FROM crm_stage_move
                    WHERE record_id = ANY (:records) ORDER BY at
                    """),
            Part.of("tasks", """
                    SELECT id, due_on, open, received_at FROM crm_task WHERE about = ANY (:records) ORDER BY due_on, id
                    """),
            Part.of("answers-of-acuity", """
                    SELECT id, record_id AS booking_id, received_at, seen_until, state, content, key_id FROM observation
                    WHERE identity_id = ANY (:identities) OR (identity_id IS NULL AND record_id = ANY (:bookings))
                    ORDER BY record_id, ticket
                    """, json("observation", "content")),
            Part.of("answers-of-zoho", """
                    SELECT id, record_id, received_at, seen_until, state, content, key_id FROM source_observation
                    WHERE source = 'zoho' AND (identity_id = ANY (:identities)
                      OR (identity_id IS NULL AND (record_id = ANY (:records)
                          OR record_id IN (SELECT k.id FROM crm_task k WHERE k.about = ANY (:records)))))
                    ORDER BY record_id, ticket
                    """, json("source_observation", "content")),
            Part.of(MEETINGS, """
                    SELECT id, record_id AS run_id, received_at, seen_until, state, content, key_id FROM source_observation
                    WHERE source = 'zoom' AND record_id = ANY (:runs) ORDER BY record_id, ticket
                    """, json("source_observation", "content")),
            Part.of("answers-of-google", """
                    SELECT id, record_id AS event_id, received_at, seen_until, state, content, key_id FROM source_observation
                    WHERE source = 'google' AND record_id = ANY (:events) ORDER BY record_id, ticket
                    """, json("source_observation", "content")),
            Part.of("events-in-calendars", """
                    SELECT booking_id, starts_at, ends_at, title, wanted FROM google_own_event
                    WHERE booking_id = ANY (:bookings) ORDER BY starts_at
                    """),
            Part.of("news-of-bookings", """
                    SELECT id, provider, received_at, action, record_id AS booking_id, body, key_id FROM inbox_delivery
                    WHERE provider = 'acuity' AND record_id = ANY (:bookings) ORDER BY received_at
                    """, text("inbox_delivery", "body")),
            Part.of(MEETING_NEWS, """
                    SELECT d.id, d.provider, d.received_at, h.kind, h.by_host, h.at, d.body, d.key_id
                    FROM zoom_hook h JOIN inbox_delivery d ON d.id = h.delivery_id
                    WHERE h.run_id = ANY (:runs) ORDER BY h.at
                    """, json("inbox_delivery", "body")),
            Part.of("sent-to-others", """
                    SELECT o.id, o.kind, o.state, o.cause, o.decided_at, o.settled_at, o.payload, o.key_id FROM outbox o
                    WHERE o.decision IN (SELECT id FROM outcome WHERE person_id = ANY (:people)
                                         UNION SELECT id FROM act WHERE person_id = ANY (:people)
                                         UNION SELECT decision FROM google_own_event WHERE booking_id = ANY (:bookings))
                    ORDER BY o.decided_at
                    """, json("outbox", "payload")),
            // By day: who works the list sees everybody on it a hundred times.
            Part.of("who-did-what", """
                    SELECT min(at) AS first_at, max(at) AS last_at, count(*) AS times, actor_kind, actor, role, act, outcome
                    FROM audit_entry WHERE subject_kind = 'person' AND string_to_array(subject, ',') && CAST(:peopleTexts AS text[])
                    GROUP BY date_trunc('day', at), actor_kind, actor, role, act, outcome ORDER BY 1 DESC
                    """),
            Part.of("reasons-given", """
                    SELECT id, at, actor, role, act, sealed, key_id FROM audit_entry
                    WHERE sealed IS NOT NULL AND actor_kind = 'person'
                      AND ((subject_kind = 'person' AND subject = ANY (:peopleTexts))
                        OR (act = 'event.revealed' AND subject = ANY (:deliveryTexts)))
                    ORDER BY at
                    """, text("audit_entry", "sealed")),
            Part.of("erasures-asked", """
                    SELECT id, state, asked_by, asked_at, reason, key_id, decided_by, decided_at FROM erasure
                    WHERE person_id = ANY (:people) ORDER BY asked_at
                    """, text("erasure", "reason")),
            Part.of("erasure-wished", """
                    SELECT asked_at FROM erasure_wish WHERE person_id = ANY (:people)
                    """),
            Part.of("earlier-exports", """
                    SELECT id, account_id, state, asked_at, ready_at, over_at FROM person_export
                    WHERE person_id = ANY (:people) ORDER BY asked_at
                    """));

    private WhatIsHeld() {}

    /** Sealed columns that an export opens, each with its table. */
    public static Set<String> sealedColumns() {
        return PARTS.stream()
                .flatMap(part -> part.values().stream())
                .map(Part.Sealed::place)
                .collect(Collectors.toSet());
    }

    /** Whether an export reads this table. */
    public static boolean isRead(String table) {
        Pattern named = Pattern.compile("\\b(FROM|JOIN) " + table + "\\b");
        return PARTS.stream().anyMatch(part -> named.matcher(part.sql()).find());
    }
}
