package hotleads.core;

import static hotleads.core.SomeAppointments.appointment;
import static org.assertj.core.api.Assertions.assertThat;

import hotleads.core.rebuilds.Derived;
import hotleads.core.vault.Vault;
import hotleads.vault.Place;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Invariant 3: what is derived can be dropped and made anew to rows equal once opened. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RebuildTest {
    /** What providers told and people did, with the keys it is sealed under: it cannot be made again. */
    private static final Set<String> SOURCE = Set.of(
            "absence",
            "act",
            "acuity_hook",
            "audit_anchor",
            "audit_entry",
            "audit_link",
            "audit_verification",
            "backfill",
            "booking_change",
            "care_check_in",
            "check_in",
            "check_in_change",
            "digest",
            "erasure",
            "erasure_ledger",
            "erasure_wish",
            "help_country",
            "identity",
            "identity_digest",
            "inbox_delivery",
            "fetch_run",
            "google_own_event",
            "key_set",
            "look",
            "match_candidate",
            "match_decision",
            "observation",
            "outbox",
            "outcome",
            "person",
            "person_export",
            "person_export_archive",
            "portal_setting",
            "practice_setting",
            "practice_key",
            "provider_account",
            "replay",
            "replay_item",
            "retention_setting",
            "scoring_version",
            "sealing_key",
            "source_observation",
            "source_pause",
            "source_record",
            "sweep",
            "sweep_difference",
            "tombstone",
            "window_read",
            "working_hours",
            "working_plan",
            "zoom_hook");

    /** How far work has come; what is lost of it is done again. */
    private static final Set<String> TECHNICAL = Set.of(
            "attendance_look",
            "audit_shipping",
            "fetch_cursor",
            "flyway_schema_history",
            "google_channel",
            "google_reading",
            "key_rotation",
            "known_anew",
            "live_version",
            "look_again",
            "lookback",
            "presence",
            "provider_permit",
            "provider_state",
            "rebuild",
            "scheduled_tasks",
            "source_known",
            "source_state",
            "touched_time");

    private final Instant now = Clock.systemUTC().instant();
    private SomeCore core;

    @BeforeAll
    void aPracticeThatHasLived() {
        core = SomeCore.started();
        for (long id = 1; id <= 120; id++) {
            core.sync.acuity.put(id, booked(id, (int) (id % 40) + 1).build());
            core.hook("scheduled", id);
        }
        core.awaitQuiet();
        core.sync.acuity.put(1L, booked(1, 2).cancelled().build());
        core.hook("canceled", 1);
        core.sync.acuity.put(2L, booked(2, 9).build());
        core.hook("rescheduled", 2);
        core.sync.acuity.remove(3L);
        core.hook("changed", 3);
        core.sync.acuity.put(4L, booked(4, 5).named("Person", "Renamed").build());
        core.hook("changed", 4);
        // No hook tells of it: the sweep finds it, and its windows are evidence of when it was active.
        core.awaitQuiet();
        core.sync.acuity.put(5L, booked(5, 5).missed().build());
        sweep();
        // Told twice, and read again though nothing is new.
        core.hook("canceled", 1);
        core.hook("changed", 6);
        // Hot at once.
        core.sync.acuity.put(
                121L, booked(121, 0).at(now.minus(Duration.ofHours(1))).missed().build());
        core.hook("changed", 121);
        core.awaitQuiet();
        log(1, "left-message");
    }

    @AfterAll
    void stop() {
        core.close();
    }

    @Test
    void everyTableIsSourceOrDerivedOrTechnical() {
        Set<String> known = new TreeSet<>(SOURCE);
        known.addAll(TECHNICAL);
        known.addAll(derived());

        assertThat(new TreeSet<>(core.jdbc()
                        .sql("SELECT tablename::text FROM pg_tables WHERE schemaname = 'core'")
                        .query((row, number) -> row.getString(1))
                        .list()))
                .isEqualTo(known);
    }

    @Test
    void droppedTablesComeBackEqual() {
        awaitNobodyChanging();
        Map<String, List<String>> before = opened();
        core.database.execute("TRUNCATE core." + String.join(", core.", derived()));

        rebuild();

        assertThat(before.get("booking")).hasSizeGreaterThanOrEqualTo(120);
        assertThat(before.get("lead")).hasSizeGreaterThan(100).anyMatch(lead -> lead.contains("hot_since="));
        assertThat(opened()).isEqualTo(before);
    }

    @Test
    void whatIsWrongInThemIsMended() {
        awaitNobodyChanging();
        Map<String, List<String>> before = opened();
        core.database.execute("UPDATE core.booking SET state = 'booked', starts_at = now()");
        core.database.execute("UPDATE core.lead SET score_tenths = 999, hot_since = now()");
        core.database.execute("UPDATE core.calendar SET name = ''");

        rebuild();

        assertThat(opened()).isEqualTo(before);
    }

    @Test
    void hooksAreTakenInMeanwhile() {
        core.sync.acuity.put(500L, booked(500, 3).build());
        HttpResponse<String> started = core.post("/api/rebuilds", core.tony(), Map.of());

        core.hook("scheduled", 500);
        core.awaitQuiet();
        awaitDone(core.json(started).get("id").asString());

        assertThat(core.jdbc()
                        .sql("SELECT state FROM booking WHERE id = 500")
                        .query(String.class)
                        .single())
                .isEqualTo("booked");
    }

    @Test
    void oneThatWasInterruptedGoesOnWhereItWas() {
        awaitNobodyChanging();
        Map<String, List<String>> before = opened();
        core.database.execute("TRUNCATE core.lead");
        core.database.execute("""
                INSERT INTO core.rebuild (id, state, asked_at, leased_until, stage)
                VALUES ('00000000-0000-7000-8000-00000000dead', 'running', now(), now() - interval '1 second', 2)
                """);

        awaitDone("00000000-0000-7000-8000-00000000dead");

        assertThat(opened()).isEqualTo(before);
    }

    @Test
    void runsOneAtATimeAndForAdminsOnly() {
        core.database.execute("""
                INSERT INTO core.rebuild (id, state, asked_at, leased_until)
                VALUES ('00000000-0000-7000-8000-00000000beef', 'running', now(), now() + interval '1 hour')
                """);

        HttpResponse<String> refused = core.post("/api/rebuilds", core.tony(), Map.of());

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(core.json(refused).get("code").asString()).isEqualTo("rebuild-running");
        core.database.execute("UPDATE core.rebuild SET state = 'done', finished_at = now()");
        for (String role : List.of("practitioner", "client")) {
            String token = core.user(SomeCore.ROB, role);
            assertThat(core.post("/api/rebuilds", token, Map.of()).statusCode()).isEqualTo(403);
            assertThat(core.get("/api/rebuilds", token).statusCode()).isEqualTo(403);
        }
    }

    private List<String> derived() {
        return core.beans(Derived.class).stream()
                .flatMap(part -> part.tables().stream())
                .toList();
    }

    private void rebuild() {
        HttpResponse<String> started = core.post("/api/rebuilds", core.tony(), Map.of());
        assertThat(started.statusCode()).isEqualTo(202);
        awaitDone(core.json(started).get("id").asString());
    }

    private void awaitDone(String rebuild) {
        SomeCore.await(() -> {
            for (var item : core.json(core.get("/api/rebuilds", core.tony())).get("items")) {
                if (item.get("id").asString().equals(rebuild)) {
                    return item.has("finishedAt");
                }
            }
            return false;
        });
    }

    /** An evaluation is what it is until the moment it names: let none pass between the two looks. */
    private void awaitNobodyChanging() {
        SomeCore.await(() -> core.jdbc()
                .sql("SELECT NOT EXISTS (SELECT 1 FROM lead WHERE next_change_at < now() + interval '20 seconds')")
                .query(Boolean.class)
                .single());
    }

    private void sweep() {
        String asked = core.json(core.post("/api/sweeps", core.tony(), Map.of()))
                .get("id")
                .asString();
        SomeCore.await(() -> core.json(core.get("/api/sweeps/" + asked, core.tony()))
                .get("sweep")
                .has("finishedAt"));
    }

    private void log(long appointment, String kind) {
        String person = core.jdbc()
                .sql("SELECT person_id::text FROM booking WHERE id = ?")
                .param(appointment)
                .query(String.class)
                .single();
        long version = core.json(core.get("/api/leads/" + person, core.tony()))
                .get("lead")
                .get("recordVersion")
                .asLong();
        core.post("/api/leads/" + person + "/outcomes", core.tony(), Map.of("kind", kind, "recordVersion", version));
    }

    private SomeAppointments.Builder booked(long id, int days) {
        return appointment(id)
                .named("Person", "Number" + id)
                .reachedBy("p" + id + "@example.org", null)
                .at(now.plus(Duration.ofDays(days)));
    }

    /** Every row of every derived table in plain words; ciphertext differs by nature, and so does when it was made. */
    private Map<String, List<String>> opened() {
        Map<String, List<String>> rows = new TreeMap<>();
        derived().forEach(table -> rows.put(table, rowsOf(table)));
        return rows;
    }

    private List<String> rowsOf(String table) {
        return core.jdbc().sql("SELECT * FROM " + table).query().listOfRows().stream()
                .map(row -> opened(table, row))
                .sorted()
                .toList();
    }

    private String opened(String table, Map<String, @Nullable Object> row) {
        Map<String, @Nullable Object> plain = new TreeMap<>(row);
        plain.remove("evaluated_at");
        plain.replaceAll((column, value) -> value instanceof byte[] sealed
                ? core.bean(Vault.class).open(keyOf(row), sealed, place(table, column, row))
                : value);
        // The driver prints an array's words with quotes or without, as they came.
        plain.replaceAll((column, value) ->
                value instanceof java.sql.Array array ? array.toString().replace("\"", "") : value);
        plain.values().removeIf(java.util.Objects::isNull);
        return plain.toString();
    }

    private static UUID keyOf(Map<String, @Nullable Object> row) {
        return (UUID) java.util.Objects.requireNonNull(row.get("key_id"));
    }

    private static Place place(String table, String column, Map<String, @Nullable Object> row) {
        Object id = row.containsKey("id") ? row.get("id") : row.get("person_id");
        return new Place(table, column, String.valueOf(id));
    }
}
