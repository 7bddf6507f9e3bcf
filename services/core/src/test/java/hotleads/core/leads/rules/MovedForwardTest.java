package hotleads.core.leads.rules;

import static hotleads.core.leads.rules.SomeCrm.moved;
import static hotleads.core.leads.rules.SomeFacts.daysAgo;
import static hotleads.core.leads.rules.SomeFacts.inDays;
import static hotleads.core.leads.rules.SomeFacts.someone;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** C1. */
class MovedForwardTest {

    @ParameterizedTest
    @CsvSource({"0, 120", "10, 60", "20, 30"})
    void halvesInTenDaysFromTheMove(double days, int tenths) {
        assertThat(at(Stage.CONTACTED, moved(Stage.NEW, Stage.CONTACTED, daysAgo(days)))
                        .reason("C1")
                        .tenths())
                .isEqualTo(tenths);
    }

    @Test
    void tellsFromWhereToWhereAndHow() {
        assertThat(at(Stage.QUALIFIED, moved(Stage.CONTACTED, Stage.QUALIFIED, daysAgo(1)))
                        .reason("C1")
                        .sentence())
                .isEqualTo(new Sentence(
                        "C1", Map.of("movedAt", daysAgo(1), "from", "contacted", "to", "qualified", "how", "person")));
    }

    @ParameterizedTest
    @CsvSource({
        "CONTACTED, ATTEMPTED",
        "CONTACTED, LATER",
        "CONTACTED, CLOSED",
        "UNKNOWN, CONTACTED",
        "LATER, CONTACTED"
    })
    void isNotSaidOfAnyOtherMove(Stage from, Stage to) {
        assertThat(at(to, moved(from, to, daysAgo(1))).rules()).doesNotContain("C1");
    }

    @Test
    void isRemovedByAMoveBack() {
        assertThat(at(
                                Stage.ATTEMPTED,
                                moved(Stage.NEW, Stage.CONTACTED, daysAgo(3)),
                                moved(Stage.CONTACTED, Stage.ATTEMPTED, daysAgo(1)))
                        .rules())
                .doesNotContain("C1");
    }

    @Test
    void isRemovedWhenItIsClosedOrGoneInZoho() {
        assertThat(at(Stage.CLOSED, moved(Stage.NEW, Stage.CONTACTED, daysAgo(3)))
                        .rules())
                .doesNotContain("C1");
        assertThat(someone().with(moved(Stage.NEW, Stage.CONTACTED, daysAgo(3))).rules())
                .doesNotContain("C1");
    }

    @Test
    void isNotSaidOfWhoeverHasBooked() {
        assertThat(at(Stage.CONTACTED, moved(Stage.NEW, Stage.CONTACTED, daysAgo(1)))
                        .with(SomeBooking.at(inDays(1)))
                        .rules())
                .doesNotContain("C1");
    }

    private static SomeFacts at(Stage stage, StageMoveFact... moves) {
        return someone().with(SomeCrm.enquiry(daysAgo(30), "web", stage, null)).with(moves);
    }
}
