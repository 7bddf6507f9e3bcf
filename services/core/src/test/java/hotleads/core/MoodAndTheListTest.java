package hotleads.core;

import static hotleads.core.SomeAppointments.appointment;
import static org.assertj.core.api.Assertions.assertThat;

import hotleads.core.care.CareRound;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Invariant: how somebody is changes neither people, order, scores nor reasons on the list. */
class MoodAndTheListTest {
    private static final int PEOPLE = 14;
    private static final long DANAS = 7;

    private final Instant now = Clock.systemUTC().instant();

    @Test
    void whatIsStoredOfTheListIsTheSameToTheByteBeforeAndAfter() {
        try (SomeCore core = lived()) {
            core.standStill();
            String stored = stored(core);
            String shown = shown(core);
            long version = liveVersion(core);
            assertThat(core.leads()).hasSizeGreaterThan(5);

            everybodyIsLow(core);

            assertThat(count(core, "care_check_in")).isEqualTo(2L * PEOPLE);
            assertThat(stored(core)).isEqualTo(stored);
            assertThat(shown(core)).isEqualTo(shown);
            assertThat(liveVersion(core)).isEqualTo(version);
        }
    }

    @Test
    void twoRunsOneWithAndOneWithoutItMakeTheSameListToTheByte() {
        try (SomeCore without = lived();
                SomeCore with = lived()) {
            everybodyIsLow(with);
            evaluateAnew(without);
            evaluateAnew(with);

            assertThat(count(with, "check_in")).isPositive();
            assertThat(count(without, "check_in")).isZero();
            assertThat(list(with)).isNotEmpty().isEqualTo(list(without));
        }
    }

    private SomeCore lived() {
        SomeCore core = SomeCore.started();
        for (long id = 1; id <= PEOPLE; id++) {
            core.sync.acuity.put(id, booked(id).build());
            core.hook(id % 3 == 0 ? "scheduled" : "canceled", id);
        }
        core.awaitQuiet();
        return core;
    }

    /** Some have cancelled at various times, some are booked. */
    private SomeAppointments.Builder booked(long id) {
        SomeAppointments.Builder booking = appointment(id)
                .named("Person", "Number" + id)
                .reachedBy("p" + id + "@example.org", "(212) 555-01" + (10 + id))
                .in(DANAS)
                .at(now.plus(Duration.ofDays(id)));
        return id % 3 == 0 ? booking : booking.cancelled();
    }

    private void everybodyIsLow(SomeCore core) {
        core.job("watchCare").stop();
        for (String person : people(core)) {
            String client = core.client(UUID.randomUUID(), UUID.fromString(person));
            for (int answer : List.of(1, 2, 1)) {
                Map<String, Object> entry = Map.of("id", UUID.randomUUID(), "answer", answer, "note", "Very low");
                assertThat(core.post("/api/me/check-ins", client, entry).statusCode())
                        .isEqualTo(201);
            }
            assertThat(core.post("/api/me/contact-requests", client, Map.of()).statusCode())
                    .isEqualTo(201);
        }
        CareRound.by(core.job("watchCare"));
        JsonNode first =
                core.json(core.get("/api/care", core.tony())).get("items").get(0);
        core.post("/api/care/" + first.get("id").asString() + "/acknowledge", core.tony(), Map.of());
    }

    private static void evaluateAnew(SomeCore core) {
        core.database.execute("UPDATE core.lead SET next_change_at = 'epoch'");
        SomeCore.await(() -> core.jdbc()
                .sql("SELECT count(*) FROM lead WHERE next_change_at = 'epoch'")
                .query(Long.class)
                .single()
                .equals(0L));
    }

    private static List<String> people(SomeCore core) {
        return core.jdbc()
                .sql("SELECT DISTINCT person_id::text AS person FROM booking ORDER BY person")
                .query((row, number) -> row.getString(1))
                .list();
    }

    private static String stored(SomeCore core) {
        return core.jdbc()
                .sql("SELECT string_agg(l::text, chr(10) ORDER BY person_id) FROM lead l")
                .query(String.class)
                .single();
    }

    private static String shown(SomeCore core) {
        return core.get("/api/leads?limit=200", core.tony()).body().replaceAll("\"(asOf|fetchedTo)\":\"[^\"]*\"", "");
    }

    /** Without what is each run's own: ids, and the very second. */
    private static List<String> list(SomeCore core) {
        List<String> rows = new ArrayList<>();
        core.leads()
                .forEach(row -> rows.add(row.get("rank") + " " + row.get("name") + " " + row.get("scoreTenths") + " "
                        + row.get("band") + " " + rules(row)));
        return rows;
    }

    private static List<String> rules(JsonNode row) {
        List<String> rules = new ArrayList<>();
        row.get("reasons")
                .forEach(reason -> rules.add(
                        reason.get("rule").asString() + reason.get("tenths").asString()));
        return rules;
    }

    private static long liveVersion(SomeCore core) {
        return core.jdbc()
                .sql("SELECT version FROM live_version")
                .query(Long.class)
                .single();
    }

    private static long count(SomeCore core, String table) {
        return core.jdbc()
                .sql("SELECT count(*) FROM " + table)
                .query(Long.class)
                .single();
    }
}
