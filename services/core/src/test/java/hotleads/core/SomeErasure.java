package hotleads.core;

import static hotleads.core.SomeAppointments.appointment;
import static org.assertj.core.api.Assertions.assertThat;

import hotleads.contracts.Delivery;
import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ZohoTask;
import hotleads.contracts.ZoomParticipant;
import hotleads.contracts.ZoomParticipantsPage;
import hotleads.contracts.ZoomRun;
import hotleads.contracts.ZoomRunsPage;
import hotleads.core.calendars.ReadsByHand;
import hotleads.core.connections.Schedules;
import hotleads.core.vault.Vault;
import hotleads.vault.CannotOpen;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Somebody with something in every field that there is of them, and what it takes to erase them. */
final class SomeErasure {
    /** In every text of theirs. */
    static final String PLANTED = "Gonerella";

    private static final long CALENDAR = 7;
    static final long BOOKING = 7_100;
    static final long PAST = 7_101;
    static final long OTHERS = 7_102;
    static final long LEAD = 6_493_490_000_007_100_000L;
    static final long TASK = 6_493_490_000_007_200_000L;
    private static final String HOST = "dana@practice.example";
    private static final String EMAIL = "gonerella@example.org";

    private static final Pattern IDS =
            Pattern.compile("(^|[^0-9])(" + BOOKING + "|" + PAST + "|" + LEAD + "|" + TASK + ")($|[^0-9])");

    private static final List<String> NUMBERS_ONLY =
            List.of("audit_entry", "audit_link", "erasure", "inbox_delivery", "look", "look_again", "sweep_difference");

    private final Instant now = Clock.systemUTC().instant();
    final ZohoStandIn zoho;
    private final UUID account = UUID.randomUUID();
    SomeCore core;

    SomeErasure(SomeCore core) {
        this.core = core;
        this.zoho = new ZohoStandIn(core.sync);
        core.auth.zoomHosts.put(CALENDAR, HOST);
        answerAsZoom();
        core.auth.googleAddresses.put(CALENDAR, HOST);
        SomeGoogle.answersIn(core.sync);
    }

    /** A life at the practice, at every source. */
    String lived() {
        core.sync.acuity.put(
                BOOKING,
                appointment(BOOKING)
                        .named(PLANTED, "Gone")
                        .reachedBy(EMAIL, "(212) 555-0171")
                        .at(now.plus(Duration.ofDays(3)))
                        .build());
        core.sync.acuity.put(
                PAST,
                appointment(PAST)
                        .named(PLANTED, "Gone")
                        .reachedBy(EMAIL, "(212) 555-0171")
                        .at(now.minus(Duration.ofDays(9)))
                        .build());
        core.hook("scheduled", BOOKING);
        core.hook("scheduled", PAST);
        core.awaitQuiet();
        zoho.enquiry(LEAD, PLANTED, "Gone", EMAIL, now.minus(Duration.ofDays(40)));
        zoho.tasks.put(
                TASK,
                new ZohoTask(
                        TASK,
                        LEAD,
                        null,
                        "Not Started",
                        null,
                        now.minus(Duration.ofDays(2)),
                        now.minus(Duration.ofDays(2))));
        // A session of somebody who stays, in whose meeting the one who goes was as well.
        core.sync.acuity.put(
                OTHERS,
                appointment(OTHERS)
                        .named("Other", "Stays")
                        .reachedBy("other.stays@example.org", null)
                        .at(now.minus(Duration.ofDays(9)).minus(Duration.ofHours(5)))
                        .build());
        core.hook("scheduled", OTHERS);
        core.awaitQuiet();
        hookOfZoom();
        fetch();
        fetch();
        String person = person();
        act(person, "notes", Map.of("text", PLANTED + " wrote"));
        act(person, "outcomes", Map.of("kind", "left-message", "note", PLANTED + " rang", "zoho", List.of("note")));
        String client = client(person);
        UUID entry = UUID.randomUUID();
        core.post("/api/me/check-ins", client, Map.of("id", entry, "answer", 2, "note", PLANTED + " sleeps badly"));
        core.post("/api/me/check-ins/" + entry + "/change", client, Map.of("answer", 3));
        core.post("/api/me/settings", client, Map.of("zone", "Europe/London", "textSize", "usual"));
        return person;
    }

    /** All that Zoho and Zoom answer, taken in. */
    void fetch() {
        core.jdbc()
                .sql("UPDATE attendance_look SET next_at = now() - interval '1 minute'")
                .update();
        List.of("zoho", "zoom").forEach(source -> {
            int before = finished(source);
            SomeCore.await(() -> {
                core.bean(Schedules.class).runNow("fetch-" + source);
                return finished(source) > before;
            });
        });
    }

    /** What core put into the practitioner's calendar, as it reads it there. */
    void readOwnEvent() {
        SomeCore.await(() -> {
            core.bean(ReadsByHand.class).compare(CALENDAR);
            return core.jdbc()
                    .sql("SELECT EXISTS (SELECT 1 FROM google_event WHERE booking_id = ?)")
                    .param(BOOKING)
                    .query(Boolean.class)
                    .single();
        });
    }

    private int finished(String source) {
        return core.jdbc()
                .sql("SELECT count(*) FROM fetch_run WHERE source = ? AND finished_at IS NOT NULL")
                .param(source)
                .query(Integer.class)
                .single();
    }

    private void answerAsZoom() {
        Instant past = now.minus(Duration.ofDays(9));
        List<ZoomRun> runs = List.of(
                new ZoomRun("theirs==", 9, past, past.plusSeconds(3_000), 2),
                // In somebody else's session by mistake.
                new ZoomRun("another==", 9, past.minus(Duration.ofHours(5)), past.minus(Duration.ofHours(4)), 3));
        core.sync.answers("zoom/token", "some-token".getBytes(StandardCharsets.UTF_8));
        core.sync.calls.put(
                "zoom/runs",
                order -> ProviderAnswer.of(
                        new ZoomRunsPage(order.path("query").path("alone").asBoolean() ? List.of() : runs, null, 0)));
        core.sync.calls.put("zoom/participants", order -> {
            ZoomRun run = runs.stream()
                    .filter(one ->
                            one.uuid().equals(order.path("query").path("uuid").asString()))
                    .findFirst()
                    .orElseThrow();
            return ProviderAnswer.of(new ZoomParticipantsPage(participants(run), null, 0));
        });
    }

    private static List<ZoomParticipant> participants(ZoomRun run) {
        return List.of(
                new ZoomParticipant("dana-id", "Dana", HOST, null, run.startsAt(), run.endsAt(), true),
                // Of their own meeting by their first name alone.
                new ZoomParticipant(
                        null,
                        run.uuid().equals("theirs==") ? PLANTED : PLANTED + " Gone (iPad)",
                        null,
                        null,
                        run.startsAt(),
                        run.endsAt(),
                        true),
                new ZoomParticipant(null, "Other Stays", null, null, run.startsAt(), run.endsAt(), true));
    }

    void hookOfZoom() {
        String body = """
                {"event":"meeting.participant_joined","event_ts":%d,"payload":{"object":{"id":"9","uuid":"theirs==",
                "topic":"%2$s","host_id":"dana-id","participant":{"id":"x","user_name":"%2$s","email":"%2$s@example.org"}}}}
                """.formatted(now.minus(Duration.ofDays(9)).toEpochMilli(), PLANTED);
        core.append(List.of(new Delivery(
                UUID.randomUUID(),
                "zoom",
                now,
                "meeting.participant_joined",
                null,
                Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8)),
                null)));
    }

    String client(String person) {
        return core.client(account, UUID.fromString(person));
    }

    String person() {
        return core.jdbc()
                .sql("SELECT person_id::text FROM booking WHERE id = ?")
                .param(BOOKING)
                .query(String.class)
                .single();
    }

    String rob() {
        return core.user(SomeCore.ROB, "admin");
    }

    private void act(String person, String what, Map<String, Object> wanted) {
        JsonNode lead = core.json(core.get("/api/leads/" + person, core.tony())).get("lead");
        Map<String, Object> body = new HashMap<>(wanted);
        body.put("recordVersion", lead.get("recordVersion").asLong());
        HttpResponse<String> answer = core.post("/api/leads/" + person + "/" + what, core.tony(), body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    JsonNode plan(String person) {
        return core.json(core.get("/api/people/" + person + "/erasure", core.tony()));
    }

    HttpResponse<String> ask(String person, String by) {
        return core.post(
                "/api/people/" + person + "/erasure",
                by,
                Map.of("plan", plan(person).get("plan").asString(), "reason", PLANTED + " asked us to"));
    }

    String asked(String person) {
        HttpResponse<String> asked = ask(person, core.tony());
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(201);
        return core.json(asked).get("id").asString();
    }

    HttpResponse<String> approve(String erasure, String plan, String by) {
        return core.post("/api/erasures/" + erasure + "/approve", by, Map.of("plan", plan));
    }

    /** Asked by Tony, approved by Rob. */
    JsonNode erase(String person) {
        String plan = plan(person).get("plan").asString();
        HttpResponse<String> done = approve(asked(person), plan, rob());
        assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
        awaitSeats();
        return core.json(done);
    }

    void awaitSeats() {
        SomeCore.await(() -> !core.jdbc()
                .sql("SELECT EXISTS (SELECT 1 FROM erasure WHERE state = 'done' AND seats_gone_at IS NULL)")
                .query(Boolean.class)
                .single());
    }

    /** Where anything of theirs is still to be found, by table; nothing when they are gone. */
    List<String> traces(String person) {
        List<String> found = new ArrayList<>();
        for (@Nullable String table : core.jdbc().sql("""
                        SELECT table_name FROM information_schema.tables
                        WHERE table_schema = 'core' AND table_type = 'BASE TABLE' AND table_name <> 'flyway_schema_history'
                        """).query(String.class).list()) {
            if (table != null && !NUMBERS_ONLY.contains(table)) {
                List.of(person, Long.toString(BOOKING), Long.toString(PAST), Long.toString(LEAD), Long.toString(TASK))
                        .forEach(id -> find(table, id, found));
            }
        }
        SealedColumnsTest.SEALED.forEach((column, row) -> findOpened(column, row, found));
        if (!core.json(core.post("/api/people/search", core.tony(), Map.of("text", PLANTED)))
                .get("hits")
                .isEmpty()) {
            found.add("the search");
        }
        return found;
    }

    private void find(String table, String id, List<String> found) {
        if (core.jdbc()
                .sql("SELECT EXISTS (SELECT 1 FROM %s t WHERE t::text ~ ?)".formatted(table))
                .param("(^|[^0-9a-f-])" + id + "($|[^0-9a-f-])")
                .query(Boolean.class)
                .single()) {
            found.add(table + " " + id);
        }
    }

    private void findOpened(String column, String row, List<String> found) {
        boolean mayNameRecords = NUMBERS_ONLY.contains(column.substring(0, column.indexOf('.')));
        opened(column, row).stream()
                .filter(text -> text.contains(PLANTED)
                        || !mayNameRecords && IDS.matcher(text).find())
                .findFirst()
                .ifPresent(text -> found.add(column));
    }

    /** Every value of a column that opens. */
    List<String> opened(String column, String row) {
        String[] parts = column.split("\\.", 2);
        return core
                .jdbc()
                .sql("SELECT key_id, %2$s::text AS row, %3$s AS sealed FROM %1$s WHERE %3$s IS NOT NULL"
                        .formatted(parts[0], row, parts[1]))
                .query((one, number) -> opened(
                        one.getObject("key_id", UUID.class), column, one.getString("row"), one.getBytes("sealed")))
                .list()
                .stream()
                .filter(Objects::nonNull)
                .toList();
    }

    private @Nullable String opened(UUID key, String column, String row, byte[] sealed) {
        try {
            return new String(
                    core.bean(Vault.class).key(key).open(sealed, SealedColumnsTest.place(column, row)),
                    StandardCharsets.UTF_8);
        } catch (CannotOpen gone) {
            return null;
        }
    }
}
