package hotleads.core.leads.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Facts of somebody nothing keeps off the list, to add to. */
record SomeFacts(
        List<BookingFact> bookings,
        List<OutcomeFact> outcomes,
        Standing standing,
        boolean usableChannel,
        @Nullable Instant detailsChangedAt,
        Freshness acuity) {

    static final Instant NOW = Instant.parse("2026-11-23T14:00:00Z");

    static SomeFacts someone() {
        return new SomeFacts(List.of(), List.of(), Standing.CLEAR, true, null, Freshness.ON_TIME);
    }

    static Instant daysAgo(double days) {
        return NOW.minusMillis(Math.round(days * Duration.ofDays(1).toMillis()));
    }

    static Instant inDays(double days) {
        return daysAgo(-days);
    }

    SomeFacts with(BookingFact... more) {
        return new SomeFacts(
                plus(bookings, List.of(more)), outcomes, standing, usableChannel, detailsChangedAt, acuity);
    }

    SomeFacts with(OutcomeFact... more) {
        return new SomeFacts(
                bookings, plus(outcomes, List.of(more)), standing, usableChannel, detailsChangedAt, acuity);
    }

    SomeFacts standing(Standing other) {
        return new SomeFacts(bookings, outcomes, other, usableChannel, detailsChangedAt, acuity);
    }

    SomeFacts unreachable() {
        return new SomeFacts(bookings, outcomes, standing, false, detailsChangedAt, acuity);
    }

    SomeFacts changedDetails(Instant at) {
        return new SomeFacts(bookings, outcomes, standing, usableChannel, at, acuity);
    }

    SomeFacts acuity(@Nullable Instant lateSince, @Nullable Instant stoppedSince) {
        return new SomeFacts(
                bookings, outcomes, standing, usableChannel, detailsChangedAt, new Freshness(lateSince, stoppedSince));
    }

    /** Five weekly sessions, so a rhythm of seven days. */
    SomeFacts weeklyUntil(Instant last) {
        SomeFacts facts = this;
        for (int week = 4; week >= 0; week--) {
            facts = facts.with(SomeBooking.at(last.minus(Duration.ofDays(7L * week))));
        }
        return facts;
    }

    Facts facts() {
        return new Facts(bookings, outcomes, standing, usableChannel, detailsChangedAt, acuity);
    }

    Evaluation evaluated() {
        return evaluatedAt(NOW);
    }

    Evaluation evaluatedAt(Instant now) {
        return Rules.evaluate(facts(), now);
    }

    /** Ids of the rules that gave a reason now. */
    List<String> rules() {
        return evaluated().reasons().stream().map(Reason::rule).toList();
    }

    Reason reason(String rule) {
        return reasonAt(NOW, rule);
    }

    Reason reasonAt(Instant now, String rule) {
        return evaluatedAt(now).reasons().stream()
                .filter(reason -> reason.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    /** Keys of the causes that keep this person off the list now. */
    List<String> causes() {
        return causesAt(NOW);
    }

    List<String> causesAt(Instant now) {
        return evaluatedAt(now).placement().causes().stream().map(Sentence::key).toList();
    }

    static OutcomeFact outcome(OutcomeKind kind, Instant at) {
        return new OutcomeFact(idOf(kind.name() + at), kind, at, null);
    }

    static OutcomeFact promise(Instant at, Instant callAt) {
        return new OutcomeFact(idOf("promise" + at), OutcomeKind.CALL_BACK, at, callAt);
    }

    private static UUID idOf(String seed) {
        return UUID.nameUUIDFromBytes(seed.getBytes(UTF_8));
    }

    private static <T> List<T> plus(List<T> some, List<T> more) {
        List<T> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
