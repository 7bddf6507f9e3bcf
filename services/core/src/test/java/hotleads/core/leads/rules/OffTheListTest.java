package hotleads.core.leads.rules;

import static hotleads.core.leads.rules.SomeBooking.cancelled;
import static hotleads.core.leads.rules.SomeFacts.NOW;
import static hotleads.core.leads.rules.SomeFacts.daysAgo;
import static hotleads.core.leads.rules.SomeFacts.inDays;
import static hotleads.core.leads.rules.SomeFacts.someone;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OffTheListTest {
    private final SomeFacts hot = someone().with(cancelled(daysAgo(1), daysAgo(1)));

    @Test
    void isNobodyWithoutACause() {
        assertThat(hot.evaluated().placement()).isEqualTo(new Placement(Placement.State.LISTED, List.of()));
    }

    static Stream<Arguments> standings() {
        return Stream.of(
                Arguments.of("do-not-contact", new Standing(true, null, false, false, false, false, false)),
                Arguments.of("practitioner-hold", new Standing(false, null, true, false, false, false, false)),
                Arguments.of("unresolved-match", new Standing(false, null, false, true, false, false, false)),
                Arguments.of("erasure-under-way", new Standing(false, null, false, false, true, false, false)),
                Arguments.of("closed", new Standing(false, null, false, false, false, true, false)),
                Arguments.of("deceased", new Standing(false, null, false, false, false, false, true)));
    }

    @ParameterizedTest
    @MethodSource("standings")
    void isWhoeverSomeoneDecidedSo(String cause, Standing standing) {
        Evaluation evaluation = hot.standing(standing).evaluated();

        assertThat(evaluation.placement().state()).isEqualTo(Placement.State.OFF_THE_LIST);
        assertThat(evaluation.placement().causes()).containsExactly(new Sentence(cause, Map.of()));
        assertThat(evaluation.scoreTenths()).isEqualTo(hot.evaluated().scoreTenths());
    }

    @Test
    void isWhoeverHasNoUsableChannel() {
        assertThat(hot.unreachable().causes()).containsExactly("no-usable-channel");
    }

    @Test
    void isWhoeverIsSnoozedUntilThatInstant() {
        SomeFacts snoozed = hot.standing(SomeFacts.snoozed(daysAgo(0.5), inDays(0.001)));

        assertThat(snoozed.evaluated().placement().causes())
                .containsExactly(new Sentence("snoozed", Map.of("until", inDays(0.001), "by", SomeFacts.TONY)));
        assertThat(snoozed.evaluated().nextChangeAt()).isEqualTo(inDays(0.001));
        assertThat(snoozed.causesAt(inDays(0.001))).isEmpty();
    }

    @Test
    void isWhoeverIsBookedUntilTheSessionIsOver() {
        BookingFact booking = SomeBooking.at(NOW);
        SomeFacts booked = hot.with(booking);

        assertThat(booked.evaluated().placement().causes())
                .containsExactly(new Sentence("booked", Map.of("startsAt", NOW)));
        assertThat(booked.evaluated().nextChangeAt()).isEqualTo(NOW.plus(Duration.ofMinutes(50)));
        assertThat(booked.causesAt(NOW.plus(Duration.ofMinutes(50)))).isEmpty();
    }

    @Test
    void namesTheNextBookingOfSeveral() {
        SomeFacts booked = hot.with(SomeBooking.at(inDays(8)), SomeBooking.at(inDays(1)));

        assertThat(booked.evaluated().placement().causes())
                .containsExactly(new Sentence("booked", Map.of("startsAt", inDays(1))));
    }

    @Test
    void hasAllCausesInOneOrder() {
        Standing all =
                new Standing(true, new Standing.Snooze(NOW, inDays(1), SomeFacts.TONY), true, true, true, true, true);
        SomeFacts person = someone()
                .with(SomeBooking.at(inDays(1)))
                .with(SomeFacts.outcome(OutcomeKind.NOT_INTERESTED, daysAgo(1)))
                .standing(all)
                .unreachable();

        assertThat(person.causes())
                .containsExactly(
                        "booked",
                        "do-not-contact",
                        "snoozed",
                        "no-usable-channel",
                        "practitioner-hold",
                        "unresolved-match",
                        "erasure-under-way",
                        "closed",
                        "deceased",
                        "not-interested");
    }

    @Test
    void isAnotherThingThanBelowTheLine() {
        Evaluation cold = someone().with(cancelled(daysAgo(15), daysAgo(17))).evaluated();

        assertThat(cold.scoreTenths()).isEqualTo(63);
        assertThat(cold.placement().state()).isEqualTo(Placement.State.BELOW_THE_LINE);
        assertThat(cold.placement().causes()).isEmpty();
    }
}
