package hotleads.simulators.control;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.simulators.SomeSimulators;
import hotleads.simulators.faults.Fault;
import hotleads.simulators.faults.Scenario;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class ScenariosTest {

    private SomeSimulators some;

    @BeforeEach
    void start() throws IOException {
        some = new SomeSimulators(null);
    }

    @AfterEach
    void stop() {
        some.close();
    }

    @ParameterizedTest
    @EnumSource(Scenario.class)
    void eachCanBeBegunAndEndedByName(Scenario scenario) {
        begin(scenario.word());
        assertThat(isOn(scenario.word())).isTrue();
        assertThat(faultsOn())
                .containsAll(scenario.faults().stream().map(Fault::word).toList());

        some.control("DELETE", "/scenarios/" + scenario.word(), null);

        assertThat(faultsOn()).isEmpty();
    }

    @Test
    void acuityIsOffForTwoHoursAndThenTellsWhatHappenedMeanwhile() {
        begin("acuity-off");
        cancelOne();
        assertThat(some.acuity("GET", "/me", null).statusCode()).isEqualTo(502);
        some.time.advance(Duration.ofMinutes(119));
        assertThat(some.receiver.received()).isEmpty();

        some.time.advance(Duration.ofMinutes(1));

        assertThat(some.acuity("GET", "/me", null).statusCode()).isEqualTo(200);
        assertThat(some.receiver.bodies()).hasSize(2);
    }

    @Test
    void aStepOfTheClockEndsAScenarioToo() {
        begin("acuity-off");
        cancelOne();

        some.control("POST", "/clock", "{\"by\":\"P1D\"}");

        assertThat(faultsOn()).isEmpty();
        assertThat(some.receiver.bodies()).hasSize(2);
    }

    @Test
    void hooksLostForADayNeverCome() {
        begin("hooks-lost");
        cancelOne();
        some.control("POST", "/clock", "{\"by\":\"P1D\"}");
        assertThat(some.receiver.received()).isEmpty();

        cancelOne();

        assertThat(some.receiver.received()).hasSize(2);
    }

    @Test
    void aRotatedKeyStaysUntilSomebodyEndsIt() {
        begin("key-rotated");
        some.control("POST", "/clock", "{\"by\":\"P30D\"}");

        assertThat(some.acuity("GET", "/me", null).statusCode()).isEqualTo(401);
    }

    @Test
    void whatWasSwitchedOnByHandInsteadHasNoEnd() {
        begin("acuity-off");
        some.switchOn("html-502");

        some.control("POST", "/clock", "{\"by\":\"P1D\"}");

        assertThat(faultsOn()).containsExactly("html-502");
    }

    @Test
    void thePageBeginsAndEndsThemAndNamesTheEnd() {
        some.form("/control/scenario", "name=acuity-off&on=true");
        assertThat(some.get("/control").body())
                .contains("Acuity is off for two hours")
                .contains("until Mon 23 Nov, 11:00am")
                .contains("aria-label=\"End it acuity-off\"");

        some.form("/control/scenario", "name=acuity-off&on=false");

        assertThat(faultsOn()).isEmpty();
    }

    @Test
    void theListTellsWhenEachFaultEnds() {
        begin("hooks-lost");

        assertThat(some.control("GET", "/faults", null)
                        .get("until")
                        .get("hooks-off")
                        .asString())
                .isEqualTo("2026-11-24T14:00:00Z");
    }

    private void begin(String scenario) {
        some.control("POST", "/scenarios/" + scenario, null);
    }

    private void cancelOne() {
        some.control("POST", "/bookings/" + some.someUpcomingBooking() + "/cancel", "{}");
    }

    private boolean isOn(String scenario) {
        return some.control("GET", "/scenarios", null)
                .valueStream()
                .filter(one -> one.get("name").asString().equals(scenario))
                .anyMatch(one -> one.get("on").asBoolean());
    }

    private List<String> faultsOn() {
        JsonNode faults = some.control("GET", "/faults", null).get("faults");
        return faults.properties().stream()
                .filter(one -> one.getValue().asBoolean())
                .map(one -> one.getKey())
                .toList();
    }
}
