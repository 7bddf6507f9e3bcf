package hotleads.core.leads.rules;

import static hotleads.core.leads.rules.SomeFacts.NOW;
import static hotleads.core.leads.rules.SomeFacts.daysAgo;
import static hotleads.core.leads.rules.SomeFacts.someone;
import static org.assertj.core.api.Assertions.assertThat;

import hotleads.core.leads.rules.WaysOff.Way;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What would take somebody off the list, each of it tried. */
class WaysOffTest {
    private final BookingFact cancelled = SomeBooking.cancelled(daysAgo(3).plus(Duration.ofHours(6)), daysAgo(3));
    private final SomeFacts client = someone().weeklyUntil(daysAgo(10)).with(cancelled);

    @Test
    void areABookingAndANoButNotAMessageLeft() {
        List<Way> ways = waysOff(client.facts());

        assertThat(ways).extracting(way -> way.sentence().key()).contains("they-book", "outcome-logged");
        assertThat(ways)
                .filteredOn(way -> way.sentence().key().equals("outcome-logged"))
                .extracting(way -> way.sentence().values().get("kind"))
                .contains("not-interested", "spoke-not-now")
                .as("46.1 less 30 is still above the line")
                .doesNotContain("left-message");
    }

    @Test
    void areWhatTheRulesSayWhenItReallyHappens() {
        Facts afterwards = client.with(new OutcomeFact(UUID.randomUUID(), OutcomeKind.NOT_INTERESTED, NOW, null))
                .facts();
        Way told = waysOff(client.facts()).stream()
                .filter(way ->
                        Map.of("kind", "not-interested").equals(way.sentence().values()))
                .findFirst()
                .orElseThrow();

        Evaluation really = Rules.evaluatePast(afterwards, Scoring.STARTING, NOW);

        assertThat(told.after().placement()).isEqualTo(really.placement());
        assertThat(told.after().scoreTenths()).isEqualTo(really.scoreTenths());
    }

    @Test
    void areAReasonThatIsWrongOnlyWhereNothingElseHoldsThem() {
        assertThat(waysOff(client.facts()))
                .as("two reasons, each enough")
                .extracting(way -> way.sentence().key())
                .doesNotContain("reason-wrong");

        assertThat(waysOff(someone().with(cancelled).facts()))
                .extracting(Way::sentence)
                .contains(new Sentence("reason-wrong", Map.of("rule", "B1")));
    }

    @Test
    void areNoneForWhoeverIsNotOnIt() {
        assertThat(waysOff(someone().facts())).isEmpty();
        assertThat(waysOff(client.with(SomeBooking.at(NOW.plus(Duration.ofDays(2))))
                        .facts()))
                .isEmpty();
    }

    @Test
    void isTimeForEveryoneAndItIsSaidWhen() {
        Instant off = WaysOff.byItself(client.facts(), Scoring.STARTING, NOW).orElseThrow();

        assertThat(listedAt(off)).isFalse();
        assertThat(listedAt(off.minus(Duration.ofDays(1)))).isTrue();
    }

    @Test
    void neverNameWhatLeavesThemThere() {
        for (long seed = 0; seed < 300; seed++) {
            Facts facts = RandomFacts.of(seed).facts();
            boolean listed =
                    Rules.evaluatePast(facts, Scoring.STARTING, NOW).placement().state() == Placement.State.LISTED;

            List<Way> ways = waysOff(facts);

            assertThat(ways.isEmpty()).isEqualTo(!listed);
            assertThat(ways).noneMatch(way -> way.after().placement().state() == Placement.State.LISTED);
        }
    }

    private boolean listedAt(Instant then) {
        return Rules.evaluatePast(client.facts(), Scoring.STARTING, then)
                        .placement()
                        .state()
                == Placement.State.LISTED;
    }

    private static List<Way> waysOff(Facts facts) {
        return WaysOff.of(facts, Scoring.STARTING, NOW);
    }
}
