package hotleads.simulators.history;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.simulators.SomeSimulators;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** One year, played once for all of these. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlayedYearTest {

    private static final String UNTIL = "{\"until\":\"" + SomeSimulators.MONDAY_NINE + "\"}";

    private SomeSimulators some;
    private JsonNode played;

    @BeforeAll
    void play(@TempDir Path data) throws IOException {
        Files.writeString(data.resolve("practice-clock"), "-P400D");
        some = SomeSimulators.empty(data);
        played = some.control("POST", "/history", UNTIL);
    }

    @AfterAll
    void stop() {
        some.close();
    }

    @Test
    void playsTheYearAndTellsOfEveryActWhenItHappens() {
        assertThat(played.get("state").asString()).isEqualTo("done");
        assertThat(played.get("bookings").asInt()).isGreaterThanOrEqualTo(1_000);
        var events = some.receiver.bodies().stream()
                .collect(Collectors.groupingBy(body -> body.replaceAll("&.*", ""), Collectors.counting()));
        assertThat(events.get("action=scheduled"))
                .isEqualTo(played.get("bookings").asLong());
        assertThat(events.get("action=changed")).isEqualTo(played.get("acts").asLong());
        assertThat(events).containsKeys("action=rescheduled", "action=canceled");
    }

    @Test
    void bookingsAreMadeAtTheirOwnMomentsAndTheClockEndsWhereItShould() {
        JsonNode bookings = some.control("GET", "/bookings", null);
        assertThat(bookings.valueStream()
                        .map(one -> Instant.parse(one.get("createdAt").asString())))
                .allMatch(created -> created.isBefore(SomeSimulators.MONDAY_NINE))
                .anyMatch(created -> created.isBefore(SomeSimulators.MONDAY_NINE.minusSeconds(300L * 86_400)));
        assertThat(some.control("GET", "/clock", null).get("practiceTime").asString())
                .isEqualTo(SomeSimulators.MONDAY_NINE.toString());
    }

    @Test
    void theLimitsAreBackAfterwards() {
        assertThat(some.control("GET", "/faults", null)
                        .get("faults")
                        .get("no-rate-limit")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void isPlayedOnceOnly() {
        assertThat(some.control("POST", "/history", UNTIL).get("code").asString())
                .isEqualTo("already-begun");
    }
}
