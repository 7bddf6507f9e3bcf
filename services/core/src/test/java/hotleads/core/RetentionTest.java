package hotleads.core;

import static hotleads.core.SomeAppointments.appointment;
import static org.assertj.core.api.Assertions.assertThat;

import hotleads.core.attendance.RunSeen;
import hotleads.core.attendance.Runs;
import hotleads.core.connections.Schedules;
import hotleads.core.rebuilds.Derived;
import hotleads.platform.endpoint.Role;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What is past its time goes and stays away; what is not stays, and so does the trail. */
class RetentionTest {
    private static final String PATH = "/api/settings/retention";
    private static final Duration YEAR = Duration.ofDays(366);
    private static final long PAST = 601;
    private static final long RECENT = 602;

    private final Instant now = Clock.systemUTC().instant();
    private SomeCore core;
    private String person = "";

    @BeforeEach
    void aPracticeOfManyYears() {
        core = SomeCore.started();
        // Taken in while nine years were kept, as if it had been long ago.
        core.database.execute(
                "INSERT INTO core.retention_setting (kind, years, set_at, set_by) VALUES ('sessions', 9, now(), '%s')"
                        .formatted(SomeCore.TONY));
        person = booked(PAST, now.minus(YEAR.multipliedBy(8)));
        booked(RECENT, now.minus(YEAR.multipliedBy(2)));
        UUID entry = UUID.randomUUID();
        String client = core.client(UUID.randomUUID(), UUID.fromString(person));
        core.post("/api/me/check-ins", client, Map.of("id", entry, "answer", 2));
        core.post("/api/me/check-ins/" + entry + "/change", client, Map.of("answer", 3));
        core.post("/api/me/check-ins", client, Map.of("id", UUID.randomUUID(), "answer", 7));
        core.database.execute("UPDATE core.check_in SET at = at - interval '8 years' WHERE id = '" + entry + "'");
        act("notes", Map.of("text", "Long ago"));
        act("outcomes", Map.of("kind", "left-message"));
        core.database.execute("UPDATE core.act SET at = at - interval '8 years'");
        core.database.execute("UPDATE core.outcome SET at = at - interval '8 years'");
        act("notes", Map.of("text", "Lately"));
        meeting("past==", now.minus(YEAR.multipliedBy(8)));
        meeting("recent==", now.minus(YEAR));
        core.database.execute("UPDATE core.inbox_delivery SET received_at = received_at - interval '8 years'");
        core.database.execute("DELETE FROM core.retention_setting");
    }

    @AfterEach
    void stop() {
        core.close();
    }

    @Test
    void whatWouldGoIsWhatGoesAndNothingElse() {
        assertThat(going())
                .containsEntry("bookings", 1L)
                .containsEntry("meetings", 1L)
                .containsEntry("check-ins", 1L)
                .containsEntry("outcomes", 1L)
                .containsEntry("notes", 1L);
        long entries = count("audit_entry");

        remove();

        assertThat(going().values()).allMatch(count -> count == 0);
        assertThat(bookings()).containsExactly(RECENT);
        assertThat(count("observation")).isEqualTo(1);
        assertThat(count("source_observation")).isEqualTo(1);
        assertThat(count("check_in")).isEqualTo(1);
        assertThat(count("check_in_change")).isZero();
        assertThat(count("outcome")).isZero();
        assertThat(count("act")).isEqualTo(1);
        // The one that told of what is kept stays with it.
        assertThat(count("inbox_delivery")).isEqualTo(1);
        assertThat(count("audit_entry")).isGreaterThan(entries);
        assertThat(core.jdbc()
                        .sql(
                                "SELECT subject FROM audit_entry WHERE act = 'retention.removed' AND subject_kind = 'retention.booking'")
                        .query(String.class)
                        .list())
                .containsExactly(Long.toString(PAST));
        assertThat(core.jdbc()
                        .sql("SELECT count(*) FROM sealing_key WHERE kind = 'zoom-run'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void theTrailStaysUnbroken() {
        remove();

        SomeCore.await(() -> count("audit_entry") == count("audit_link"));
        String check = core.json(core.post("/api/audit/verifications", core.tony(), Map.of()))
                .get("id")
                .asString();
        SomeCore.await(() -> core.json(core.get("/api/audit/verifications/" + check, core.tony()))
                .get("state")
                .asString()
                .equals("unbroken"));
    }

    @Test
    void whatIsMadeAnewIsAsItWasAndBringsNothingBack() {
        remove();
        Map<String, Long> before = derived();

        String rebuild = core.json(core.post("/api/rebuilds", core.tony(), Map.of()))
                .get("id")
                .asString();
        SomeCore.await(() -> core.jdbc()
                .sql("SELECT finished_at IS NOT NULL FROM rebuild WHERE id = ?::uuid")
                .param(rebuild)
                .query(Boolean.class)
                .single());

        assertThat(derived()).isEqualTo(before);
        assertThat(bookings()).containsExactly(RECENT);
    }

    @Test
    void neitherAHookAgainNorABackfillBringsItBack() {
        remove();

        core.hook("changed", PAST);
        core.awaitQuiet();
        String backfill = core.json(core.post(
                        "/api/backfills",
                        core.tony(),
                        Map.of(
                                "from",
                                now.minus(YEAR.multipliedBy(8))
                                        .minus(Duration.ofDays(9))
                                        .toString()
                                        .substring(0, 10))))
                .get("id")
                .asString();
        SomeCore.await(() -> core.jdbc()
                .sql("SELECT windows_done > 2 FROM backfill WHERE id = ?::uuid")
                .param(backfill)
                .query(Boolean.class)
                .single());

        assertThat(bookings()).containsExactly(RECENT);
        assertThat(count("observation")).isEqualTo(1);
    }

    @Test
    void anotherNumberIsLookedAtBeforeItIsDecidedAndTheTrailHoldsBoth() {
        JsonNode three = core.json(core.post(PATH + "/preview", core.tony(), Map.of("kind", "sessions", "years", 1)));
        assertThat(three.toString()).contains("{\"what\":\"bookings\",\"count\":2}");

        HttpResponse<String> decided =
                core.post(PATH, core.tony(), Map.of("kind", "sessions", "years", 10, "before", 7));

        assertThat(decided.statusCode()).isEqualTo(200);
        assertThat(core.json(decided).get("isDefault").asBoolean()).isFalse();
        assertThat(core.jdbc()
                        .sql("SELECT subject FROM audit_entry WHERE act = 'retention.changed'")
                        .query(String.class)
                        .list())
                .containsExactly("sessions:7:10");
        remove();
        assertThat(bookings()).containsExactly(PAST, RECENT);
        assertThat(core.post(PATH, core.tony(), Map.of("kind", "sessions", "years", 8, "before", 7))
                        .body())
                .contains("changed-meanwhile");
    }

    @Test
    void isDecidedByAdministratorsAfterAFreshProofAndWithinBounds() {
        Map<String, Object> wanted = Map.of("kind", "mood", "years", 3, "before", 7);

        assertThat(core.post(PATH, core.auth.tokens().stale("core", Role.ADMIN), wanted)
                        .body())
                .contains("step-up-required");
        for (String role : List.of("practitioner", "client")) {
            assertThat(core.post(PATH, core.user(SomeCore.ROB, role), wanted).statusCode())
                    .isEqualTo(403);
            assertThat(core.get(PATH, core.user(SomeCore.ROB, role)).statusCode())
                    .isEqualTo(403);
        }
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("kind", "mood", "years", 0, "before", 7),
                Map.of("kind", "mood", "years", 51, "before", 7),
                Map.of("kind", "audit", "years", 7, "before", 7))) {
            assertThat(core.post(PATH, core.tony(), wrong).body()).contains("retention-wrong");
        }
        assertThat(core.get(PATH, core.tony()).body()).contains("\"trailYearsAtLeast\":6", "\"isDefault\":true");
    }

    private void remove() {
        Instant asked = Clock.systemUTC().instant();
        core.bean(Schedules.class).runNow("remove-what-is-past");
        SomeCore.await(() -> core.jdbc()
                .sql(
                        "SELECT coalesce(last_success > ?, false) FROM scheduled_tasks WHERE task_name = 'remove-what-is-past'")
                .param(java.sql.Timestamp.from(asked))
                .query(Boolean.class)
                .single());
    }

    private Map<String, Long> going() {
        Map<String, Long> going = new TreeMap<>();
        core.json(core.get(PATH, core.tony()))
                .get("kinds")
                .forEach(kind -> kind.get("going")
                        .forEach(one -> going.put(
                                one.get("what").asString(), one.get("count").asLong())));
        return going;
    }

    private Map<String, Long> derived() {
        Map<String, Long> counts = new TreeMap<>();
        core.beans(Derived.class).forEach(part -> part.tables().forEach(table -> counts.put(table, count(table))));
        return counts;
    }

    private List<Long> bookings() {
        return core.jdbc()
                .sql("SELECT id FROM booking ORDER BY id")
                .query((row, number) -> row.getLong(1))
                .list();
    }

    private long count(String table) {
        return core.jdbc()
                .sql("SELECT count(*) FROM " + table)
                .query(Long.class)
                .single();
    }

    private void meeting(String uuid, Instant at) {
        RunSeen run = new RunSeen(7, at, at.plusSeconds(3_000), 1, false, List.of());
        core.bean(TransactionTemplate.class)
                .executeWithoutResult(status -> core.bean(Runs.class)
                        .take(uuid, run, core.bean(Runs.class).nextTicket(), now));
    }

    private String booked(long id, Instant at) {
        core.sync.acuity.put(
                id,
                appointment(id)
                        .named("Someone", "Known")
                        .reachedBy("someone@example.org", null)
                        .at(at)
                        .build());
        core.hook("scheduled", id);
        core.awaitQuiet();
        return core.jdbc()
                .sql("SELECT person_id::text FROM booking WHERE id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private void act(String what, Map<String, ?> wanted) {
        Map<String, Object> body = new HashMap<>(wanted);
        body.put(
                "recordVersion",
                core.json(core.get("/api/leads/" + person, core.tony()))
                        .get("lead")
                        .get("recordVersion")
                        .asLong());
        assertThat(core.post("/api/leads/" + person + "/" + what, core.tony(), body)
                        .statusCode())
                .isBetween(200, 299);
    }
}
