package hotleads.simulators.history;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.simulators.SomeSimulators;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class PlayerTest {

    private static final String UNTIL = "{\"until\":\"" + SomeSimulators.MONDAY_NINE + "\"}";

    @TempDir
    private Path data;

    private SomeSimulators some;

    @BeforeEach
    void startAYearAgoWithNobody() throws IOException {
        Files.writeString(data.resolve("practice-clock"), "-P400D");
        some = SomeSimulators.empty(data);
    }

    @AfterEach
    void stop() {
        some.close();
    }

    @Test
    void isKeptOverARestart() throws IOException {
        int bookings = some.control("POST", "/history", UNTIL).get("bookings").asInt();

        some.restart();

        assertThat(some.control("GET", "/bookings", null)).hasSize(bookings);
    }

    @Test
    void stopsWithTheReasonWhenNobodyTakesItsHooks() {
        some.receiver.answerWith(503);

        JsonNode failed = some.control("POST", "/history", UNTIL);

        assertThat(failed.get("state").asString()).isEqualTo("failed");
        assertThat(failed.get("why").asString()).contains("did not take a webhook");
    }

    @Test
    void cannotBeginWhenTimeIsPastItsFirstAct() {
        some.control("POST", "/clock", "{\"by\":\"P300D\"}");

        assertThat(some.control("POST", "/history", UNTIL).get("code").asString())
                .isEqualTo("too-late");
    }

    @Test
    void playsTheLastDaysOnlyWhenAsked() {
        String month = "{\"until\":\"" + SomeSimulators.MONDAY_NINE + "\",\"days\":30}";

        assertThat(some.control("POST", "/history", month).get("bookings").asInt())
                .isBetween(30, 300);
    }

    @Test
    void noDaysAreTooFewToPlay() {
        String none = "{\"until\":\"" + SomeSimulators.MONDAY_NINE + "\",\"days\":0}";

        assertThat(some.control("POST", "/history", none).get("code").asString())
                .isEqualTo("bad-request");
    }

    @Test
    void needsAnEmptyPracticeAndAMoment() throws IOException {
        assertThat(some.control("POST", "/history", "{}").get("code").asString())
                .isEqualTo("bad-request");
        try (var seeded = new SomeSimulators(null)) {
            assertThat(seeded.control("POST", "/history", UNTIL).get("code").asString())
                    .isEqualTo("not-empty");
            assertThat(seeded.control("GET", "/history", null).get("state").asString())
                    .isEqualTo("idle");
        }
    }
}
