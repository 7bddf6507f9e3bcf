package hotleads.core.leads.rules;

import static hotleads.core.leads.rules.SomeFacts.NOW;
import static hotleads.core.leads.rules.SomeFacts.daysAgo;
import static hotleads.core.leads.rules.SomeFacts.inDays;
import static hotleads.core.leads.rules.SomeFacts.someone;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class UsualHourOpenedTest {
    private final OpeningFact opening = new OpeningFact(7, inDays(4), daysAgo(1));
    private final SomeFacts client = someone().weeklyUntil(daysAgo(10)).with(opening);

    @Test
    void countsInFullUntilTheHourItself() {
        assertThat(tenths(client, NOW)).isEqualTo(120);
        assertThat(tenths(client, inDays(4).minusMillis(1))).isEqualTo(120);
        assertThat(tenths(client, inDays(4))).isZero();
    }

    @Test
    void changesByItselfWhenTheHourIsPast() {
        SomeFacts alone = someone().with(opening);

        assertThat(Rules.evaluate(alone.facts(), NOW).nextChangeAt()).isEqualTo(inDays(4));
    }

    @Test
    void isNothingToWhoIsBooked() {
        assertThat(tenths(client.with(SomeBooking.at(NOW.plus(Duration.ofDays(2)))), NOW))
                .isZero();
    }

    @Test
    void isSaidOnceOfTheNearestHourHoweverManyOpened() {
        SomeFacts more = client.with(new OpeningFact(7, inDays(11), daysAgo(1)));

        assertThat(Rules.evaluate(more.facts(), NOW).reasons())
                .filteredOn(reason -> reason.rule().equals("O1"))
                .singleElement()
                .satisfies(
                        reason -> assertThat(reason.sentence().values()).containsEntry("slotAt", opening.startsAt()));
    }

    @Test
    void namesTheTimeAndNotWhoseItWas() {
        assertThat(Rules.evaluate(client.facts(), NOW).reasons().stream()
                        .filter(reason -> reason.rule().equals("O1"))
                        .flatMap(reason -> reason.evidence().stream()))
                .extracting(Evidence::recordId)
                .containsExactly("7@" + opening.startsAt().getEpochSecond());
    }

    private static int tenths(SomeFacts facts, Instant at) {
        return Rules.evaluate(facts.facts(), at).reasons().stream()
                .filter(reason -> reason.rule().equals("O1"))
                .mapToInt(Reason::tenths)
                .sum();
    }
}
