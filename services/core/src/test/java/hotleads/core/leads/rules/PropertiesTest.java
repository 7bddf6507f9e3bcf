package hotleads.core.leads.rules;

import static hotleads.core.leads.rules.SomeFacts.NOW;
import static hotleads.core.leads.rules.SomeFacts.daysAgo;
import static hotleads.core.leads.rules.SomeFacts.inDays;
import static hotleads.core.leads.rules.SomeFacts.outcome;
import static hotleads.core.leads.rules.SomeFacts.someone;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for anybody; a failure names the seed that shows it. */
class PropertiesTest {

    static LongStream seeds() {
        return LongStream.range(10_000, 10_500);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theReasonsSumToAScoreFromNothingToAHundred(long seed) {
        Evaluation evaluation = RandomFacts.of(seed).evaluated();

        assertThat(evaluation.reasons().stream().mapToInt(Reason::tenths).sum()).isEqualTo(evaluation.scoreTenths());
        assertThat(evaluation.scoreTenths()).isBetween(0, 1000);
        assertThat(evaluation.reasons()).noneMatch(reason -> reason.tenths() == 0);
        assertThat(evaluation.band()).isEqualTo(Band.of(evaluation.scoreTenths()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theOrderOfFactsChangesNothing(long seed) {
        SomeFacts person = RandomFacts.of(seed);
        Facts facts = person.facts();
        SomeFacts shuffled = new SomeFacts(new Facts(
                shuffled(facts.bookings(), seed),
                shuffled(facts.moves(), seed),
                shuffled(facts.outcomes(), seed),
                facts.disputed(),
                facts.standing(),
                facts.usableChannel(),
                facts.detailsChangedAt(),
                facts.acuity(),
                facts.zoom(),
                new CrmFacts(
                        shuffled(facts.crm().enquiries(), seed),
                        shuffled(facts.crm().moves(), seed),
                        shuffled(facts.crm().tasks(), seed),
                        facts.crm().freshness()),
                shuffled(facts.openings(), seed)));

        assertThat(shuffled.evaluated()).isEqualTo(person.evaluated());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nobodyIsListedWithABookingUnlessACallOrATaskIsOwedToThem(long seed) {
        SomeFacts booked = RandomFacts.of(seed).with(SomeBooking.at(inDays(3)));

        Evaluation evaluation = booked.evaluated();

        boolean promised = booked.rules().contains("P1") || booked.rules().contains("P2");
        assertThat(booked.rules()).doesNotContain("E1", "E2", "E3", "C1", "B1", "B2", "B3", "B4", "R1", "R2", "R3");
        assertThat(evaluation.placement().state() == Placement.State.LISTED).isIn(false, promised);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void listedIsExactlyEnoughPointsAndNoCause(long seed) {
        Evaluation evaluation = RandomFacts.of(seed).evaluated();

        boolean listed = evaluation.placement().state() == Placement.State.LISTED;

        assertThat(listed)
                .isEqualTo(evaluation.scoreTenths() >= 100
                        && evaluation.placement().causes().isEmpty());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aBookingAheadNeverRaisesTheScore(long seed) {
        SomeFacts person = RandomFacts.of(seed);

        SomeFacts booked = person.with(SomeBooking.at(inDays(3)));

        assertThat(booked.evaluated().scoreTenths())
                .isLessThanOrEqualTo(person.evaluated().scoreTenths());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anotherMessageNeverRaisesTheScore(long seed) {
        SomeFacts person = RandomFacts.of(seed);

        SomeFacts messaged = person.with(outcome(OutcomeKind.LEFT_MESSAGE, NOW));

        assertThat(messaged.evaluated().scoreTenths())
                .isLessThanOrEqualTo(person.evaluated().scoreTenths());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aMoreRecentCancellationNeverScoresLower(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        var start = inDays(random.nextDouble(-30, 10));
        var cancelled = daysAgo(random.nextDouble(0, 40));
        var later = cancelled.plusMillis(
                random.nextLong(Duration.between(cancelled, NOW).toMillis() + 1));

        SomeFacts earlierOne = someone().with(SomeBooking.cancelled(start, cancelled));
        SomeFacts laterOne = someone().with(SomeBooking.cancelled(start, later));

        assertThat(laterOne.evaluated().scoreTenths())
                .isGreaterThanOrEqualTo(earlierOne.evaluated().scoreTenths());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aMoreRecentContactNeverScoresHigher(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double days = random.nextDouble(0, 10);
        // Someone who came before: with those who never did, an answer after some days is a reason of its own.
        SomeFacts cancelled =
                someone().with(SomeBooking.at(daysAgo(300)), SomeBooking.cancelled(daysAgo(1), daysAgo(2)));

        SomeFacts longAgo = cancelled.with(outcome(OutcomeKind.SPOKE_NOT_NOW, daysAgo(days + random.nextDouble())));
        SomeFacts recently = cancelled.with(outcome(OutcomeKind.SPOKE_NOT_NOW, daysAgo(days)));

        assertThat(recently.evaluated().scoreTenths())
                .isLessThanOrEqualTo(longAgo.evaluated().scoreTenths());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aMoreRecentMissNeverScoresLower(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double days = random.nextDouble(0, 40);
        SomeFacts client = someone().with(SomeBooking.at(daysAgo(200)));

        SomeFacts earlier = client.with(SomeBooking.missed(daysAgo(days + random.nextDouble(0, 20))));
        SomeFacts later = client.with(SomeBooking.missed(daysAgo(days)));

        assertThat(later.evaluated().scoreTenths())
                .isGreaterThanOrEqualTo(earlier.evaluated().scoreTenths());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anotherMoveNeverLowersTheScore(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SomeFacts person = RandomFacts.of(seed);
        BookingFact booking = SomeBooking.at(daysAgo(random.nextDouble(-10, 30)));
        SomeFacts once = person.with(booking).with(moved(booking, random), moved(booking, random));

        assertThat(once.with(moved(booking, random)).evaluated().scoreTenths())
                .isGreaterThanOrEqualTo(once.evaluated().scoreTenths());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aMoreRecentEnquiryNeverScoresLower(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double days = random.nextDouble(0, 40);

        SomeFacts earlier = someone().with(SomeCrm.enquired(daysAgo(days + random.nextDouble(0, 20))));
        SomeFacts later = someone().with(SomeCrm.enquired(daysAgo(days)));

        assertThat(later.evaluated().scoreTenths())
                .isGreaterThanOrEqualTo(earlier.evaluated().scoreTenths());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aLateZohoMarksReasonsAndChangesNoScore(long seed) {
        SomeFacts person = RandomFacts.of(seed).zoho(null);

        Evaluation late = person.zoho(daysAgo(1)).evaluated();

        assertThat(late.scoreTenths()).isEqualTo(person.evaluated().scoreTenths());
        assertThat(late.reasons())
                .filteredOn(reason -> reason.evidence().stream().anyMatch(one -> one.source() == Source.ZOHO))
                .allMatch(Reason::sourceLate);
    }

    private static MoveFact moved(BookingFact booking, SplittableRandom random) {
        return new MoveFact(booking.id(), booking.startsAt(), booking.startsAt(), daysAgo(random.nextDouble(0, 45)));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void sayingThatAReasonIsWrongTakesExactlyThatReasonAway(long seed) {
        SomeFacts person = RandomFacts.of(seed);
        List<Reason> rested = person.evaluated().reasons().stream()
                .filter(reason -> reason.key() != null)
                .toList();

        for (Reason wrong : rested) {
            assertThat(person.disputing(wrong).evaluated().reasons())
                    .extracting(Reason::key)
                    .doesNotContain(wrong.key());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aSnoozeChangesThePlaceAndNothingElse(long seed) {
        SomeFacts person = RandomFacts.of(seed).standing(Standing.CLEAR);

        SomeFacts aside = person.standing(SomeFacts.snoozed(daysAgo(1), inDays(1)));

        assertThat(aside.evaluated().reasons()).isEqualTo(person.evaluated().reasons());
        assertThat(aside.evaluated().placement().state()).isEqualTo(Placement.State.OFF_THE_LIST);
    }

    private static <T> List<T> shuffled(List<T> some, long seed) {
        List<T> copy = new ArrayList<>(some);
        Collections.shuffle(copy, new Random(seed));
        return copy;
    }
}
