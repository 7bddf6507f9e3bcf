package hotleads.core;

import static hotleads.core.SomeAppointments.appointment;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/**
 * Sessions worth a word beforehand: forty people with eight sessions behind them and one ahead, of whom every fourth
 * missed most of theirs.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConfirmationsTest {
    private static final int PEOPLE = 40;
    private static final int SESSIONS = 8;

    private final Instant now = Clock.systemUTC().instant();
    private SomeCore core;

    @BeforeAll
    void aYearBehindThem() {
        core = SomeCore.started();
        for (int person = 0; person < PEOPLE; person++) {
            for (int session = 0; session < SESSIONS; session++) {
                Instant start = now.minus(Duration.ofDays(3 + session * 7L)).minusSeconds(person * 60L);
                // Who misses half of theirs, and who misses none.
                SomeAppointments.Builder one = of(person, session).at(start);
                core.sync.acuity.put(
                        number(person, session), (misses(person) && session % 2 == 0 ? one.missed() : one).build());
            }
            core.sync.acuity.put(
                    number(person, SESSIONS),
                    of(person, SESSIONS)
                            .at(now.plus(Duration.ofHours(20 + person)))
                            .build());
        }
        assertThat(core.post("/api/backfills", core.tony(), Map.of("from", day(80)))
                        .statusCode())
                .isEqualTo(202);
        for (int person = 0; person < PEOPLE; person++) {
            core.hook("scheduled", number(person, SESSIONS));
        }
        SomeCore.await(() -> bookings() == PEOPLE * (SESSIONS + 1));
    }

    @AfterAll
    void stop() {
        core.close();
    }

    @Test
    void areThoseMissedTwiceAsOftenAsUsual() {
        assertThat(shown().get("items")).as("while nobody knows who came").isEmpty();
        assertThat(shown().get("known").asInt())
                .isLessThan(shown().get("needed").asInt());
        assertThat(shown().has("usualPercent")).isFalse();

        core.database.execute("""
                INSERT INTO core.attendance (booking_id, starts_at, verdict, state, present_from, present_to, present_seconds,
                                             host_seconds, facts, settled, runs, received_at)
                SELECT id, starts_at, 'attended', 'attended', '{}', '{}', 0, 0, '{}', true, '{}', now() FROM core.booking
                WHERE state = 'booked' AND starts_at < now()
                """);
        core.hurry("learnChances");
        SomeCore.await(() -> shown().get("known").asInt() == PEOPLE * SESSIONS);

        JsonNode page = shown();
        assertThat(page.get("usualPercent").asInt()).isEqualTo(13);
        assertThat(items(page)).hasSize(10).allSatisfy(one -> {
            assertThat(one.get("initials").asString()).isEqualTo("MO");
            assertThat(one.get("chancePercent").asInt()).isBetween(26, 50);
            assertThat(one.get("earlier").asInt()).isEqualTo(SESSIONS);
            assertThat(one.get("missed").asInt()).isEqualTo(SESSIONS / 2);
            assertThat(one.get("daysAhead").asInt()).isBetween(29, 31);
        });
    }

    private SomeAppointments.Builder of(int person, int session) {
        return appointment(number(person, session))
                .named(misses(person) ? "Misses" : "Keeps", "Often" + person)
                .reachedBy("often" + person + "@example.org", null);
    }

    private static boolean misses(int person) {
        return person % 4 == 0;
    }

    private static long number(int person, int session) {
        return 1_000L + person * 20L + session;
    }

    private String day(int back) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(back).toString();
    }

    private long bookings() {
        return core.jdbc().sql("SELECT count(*) FROM booking").query(Long.class).single();
    }

    private JsonNode shown() {
        return core.json(core.get("/api/today/confirmations", core.tony()));
    }

    private static List<JsonNode> items(JsonNode page) {
        return StreamSupport.stream(page.get("items").spliterator(), false).toList();
    }
}
