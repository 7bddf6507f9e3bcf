package hotleads.core.leads.rules;

import static hotleads.core.leads.rules.SomeBooking.cancelled;
import static hotleads.core.leads.rules.SomeFacts.NOW;
import static hotleads.core.leads.rules.SomeFacts.daysAgo;
import static hotleads.core.leads.rules.SomeFacts.outcome;
import static hotleads.core.leads.rules.SomeFacts.promise;
import static hotleads.core.leads.rules.SomeFacts.someone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdjustmentsTest {

    @ParameterizedTest
    @CsvSource({"B1, 450, CAP-BOOKING", "R1, 500, CAP-RHYTHM", "P1, 600, CAP-PROMISE"})
    void capEachFamilyAtItsMost(Rule rule, int cap, String id) {
        assertThat(adjustments(scored(rule, cap))).isEmpty();
        assertThat(adjustments(scored(rule, cap - 5), scored(rule, 6)))
                .extracting(Reason::rule, Reason::tenths)
                .containsExactly(tuple(id, -1));
    }

    @Test
    void knowTheMostOfEveryFamily() {
        assertThat(Arrays.stream(Family.values()).map(Family::cap)).containsExactly(580, 450, 500, 600, 120, 120, 0);
    }

    @Test
    void capAFamilyForItselfAlone() {
        List<Reason> adjustments = adjustments(scored(Rule.B1, 460), scored(Rule.P1, 100), scored(Rule.N1, -300));

        assertThat(adjustments).extracting(Reason::rule, Reason::tenths).containsExactly(tuple("CAP-BOOKING", -10));
    }

    @Test
    void liftNothingBelowTheFloor() {
        assertThat(adjustments(scored(Rule.B1, 300), scored(Rule.N1, -300))).isEmpty();
        assertThat(adjustments(scored(Rule.B1, 299), scored(Rule.N1, -300)))
                .extracting(Reason::rule, Reason::tenths)
                .containsExactly(tuple("FLOOR", 1));
    }

    @Test
    void takeWhatIsOverTheTopAfterTheCaps() {
        assertThat(adjustments(scored(Rule.B1, 450), scored(Rule.R1, 500), scored(Rule.P1, 50)))
                .isEmpty();
        assertThat(adjustments(scored(Rule.B1, 460), scored(Rule.R1, 500), scored(Rule.P1, 51)))
                .extracting(Reason::rule, Reason::tenths)
                .containsExactly(tuple("CAP-BOOKING", -10), tuple("TOP", -1));
    }

    @Test
    void tellTheirLimitAndNothingElse() {
        Reason cap = adjustments(scored(Rule.B1, 460)).getFirst();

        assertThat(cap.sentence()).isEqualTo(new Sentence("CAP-BOOKING", Map.of("limitTenths", 450L)));
        assertThat(cap.ruleVersion()).isEqualTo(1);
        assertThat(cap.lane()).isEqualTo("lead");
        assertThat(cap.evidence()).isEmpty();
        assertThat(cap.halfLife()).isNull();
        assertThat(cap.removedBy()).isEmpty();
        assertThat(cap.sourceLate()).isFalse();
    }

    @Test
    void startWithTheLastOfWhatTheyLimit() {
        Reason cap = adjustments(
                        scored(Rule.B1, 300, daysAgo(3), false),
                        scored(Rule.B1, 300, daysAgo(2), false),
                        scored(Rule.P1, 300, daysAgo(1), false))
                .getFirst();

        assertThat(cap.startsAt()).isEqualTo(daysAgo(2));
    }

    @Test
    void areAsOutdatedAsWhatTheyLimit() {
        List<Reason> adjustments = adjustments(
                scored(Rule.B1, 500, NOW, false), scored(Rule.R1, 501, NOW, true), scored(Rule.P1, 100, NOW, false));

        assertThat(adjustments)
                .extracting(Reason::rule, Reason::sourceLate)
                .containsExactly(tuple("CAP-BOOKING", false), tuple("CAP-RHYTHM", true), tuple("TOP", true));
    }

    @Test
    void areReasonsOfTheWholeEvaluation() {
        SomeFacts everything = someone()
                .with(SomeBooking.at(daysAgo(3)))
                .with(cancelled(daysAgo(-0.5), NOW))
                .with(promise(daysAgo(1), NOW));

        assertThat(everything.evaluated().scoreTenths()).isEqualTo(1000);
        assertThat(everything.rules()).containsExactly("B1", "B2", "R1", "P1", "TOP");
        assertThat(everything.reason("TOP").tenths()).isEqualTo(1000 - 340 - 80 - 480 - 500);
    }

    @Test
    void keepWhoeverWasJustRungAtNothing() {
        SomeFacts rung = someone().with(outcome(OutcomeKind.LEFT_MESSAGE, NOW));

        assertThat(rung.rules()).containsExactly("N1", "FLOOR");
        assertThat(rung.evaluated().scoreTenths()).isZero();
        assertThat(rung.evaluated().waitingSince()).isNull();
    }

    private static List<Reason> adjustments(Scored... scored) {
        return Adjustments.of(List.of(scored));
    }

    private static Scored scored(Rule rule, int tenths) {
        return scored(rule, tenths, NOW, false);
    }

    private static Scored scored(Rule rule, int tenths, Instant startsAt, boolean late) {
        return new Scored(rule, new Finding(null, Course.fadingFrom(startsAt), Map.of(), List.of()), tenths, late);
    }
}
