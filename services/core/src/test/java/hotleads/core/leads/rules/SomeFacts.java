package hotleads.core.leads.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Facts of somebody nothing keeps off the list, to add to. */
record SomeFacts(Facts facts) {

    static final Instant NOW = Instant.parse("2026-11-23T14:00:00Z");
    static final String TONY = "tony";

    static SomeFacts someone() {
        return new SomeFacts(new Facts(
                List.of(),
                List.of(),
                List.of(),
                Set.of(),
                Standing.CLEAR,
                true,
                null,
                Freshness.ON_TIME,
                Freshness.ON_TIME,
                CrmFacts.NONE,
                List.of()));
    }

    static Instant daysAgo(double days) {
        return NOW.minusMillis(Math.round(days * Duration.ofDays(1).toMillis()));
    }

    static Instant inDays(double days) {
        return daysAgo(-days);
    }

    static Standing snoozed(Instant since, @Nullable Instant until) {
        return new Standing(false, new Standing.Snooze(since, until, TONY), false, false, false, false, false);
    }

    SomeFacts with(BookingFact... more) {
        return new SomeFacts(new Facts(
                plus(facts.bookings(), List.of(more)),
                facts.moves(),
                facts.outcomes(),
                facts.disputed(),
                facts.standing(),
                facts.usableChannel(),
                facts.detailsChangedAt(),
                facts.acuity(),
                facts.zoom(),
                facts.crm(),
                facts.openings()));
    }

    SomeFacts with(MoveFact... more) {
        return new SomeFacts(new Facts(
                facts.bookings(),
                plus(facts.moves(), List.of(more)),
                facts.outcomes(),
                facts.disputed(),
                facts.standing(),
                facts.usableChannel(),
                facts.detailsChangedAt(),
                facts.acuity(),
                facts.zoom(),
                facts.crm(),
                facts.openings()));
    }

    SomeFacts with(OutcomeFact... more) {
        return new SomeFacts(new Facts(
                facts.bookings(),
                facts.moves(),
                plus(facts.outcomes(), List.of(more)),
                facts.disputed(),
                facts.standing(),
                facts.usableChannel(),
                facts.detailsChangedAt(),
                facts.acuity(),
                facts.zoom(),
                facts.crm(),
                facts.openings()));
    }

    SomeFacts with(OpeningFact... more) {
        return new SomeFacts(new Facts(
                facts.bookings(),
                facts.moves(),
                facts.outcomes(),
                facts.disputed(),
                facts.standing(),
                facts.usableChannel(),
                facts.detailsChangedAt(),
                facts.acuity(),
                facts.zoom(),
                facts.crm(),
                plus(facts.openings(), List.of(more))));
    }

    /** Somebody says that each of these reasons is wrong. */
    SomeFacts disputing(Reason... reasons) {
        Set<String> disputed = new HashSet<>(facts.disputed());
        for (Reason reason : reasons) {
            disputed.add(String.valueOf(reason.key()));
        }
        return new SomeFacts(new Facts(
                facts.bookings(),
                facts.moves(),
                facts.outcomes(),
                disputed,
                facts.standing(),
                facts.usableChannel(),
                facts.detailsChangedAt(),
                facts.acuity(),
                facts.zoom(),
                facts.crm(),
                facts.openings()));
    }

    SomeFacts standing(Standing other) {
        return decided(other, facts.usableChannel(), facts.detailsChangedAt(), facts.acuity());
    }

    SomeFacts unreachable() {
        return decided(facts.standing(), false, facts.detailsChangedAt(), facts.acuity());
    }

    SomeFacts changedDetails(Instant at) {
        return decided(facts.standing(), facts.usableChannel(), at, facts.acuity());
    }

    SomeFacts acuity(@Nullable Instant lateSince, @Nullable Instant stoppedSince) {
        return decided(
                facts.standing(),
                facts.usableChannel(),
                facts.detailsChangedAt(),
                new Freshness(lateSince, stoppedSince));
    }

    private SomeFacts decided(
            Standing standing, boolean usableChannel, @Nullable Instant detailsChangedAt, Freshness acuity) {
        return new SomeFacts(new Facts(
                facts.bookings(),
                facts.moves(),
                facts.outcomes(),
                facts.disputed(),
                standing,
                usableChannel,
                detailsChangedAt,
                acuity,
                facts.zoom(),
                facts.crm(),
                facts.openings()));
    }

    SomeFacts with(EnquiryFact... more) {
        return crm(new CrmFacts(
                plus(facts.crm().enquiries(), List.of(more)),
                facts.crm().moves(),
                facts.crm().tasks(),
                facts.crm().freshness()));
    }

    SomeFacts with(StageMoveFact... more) {
        return crm(new CrmFacts(
                facts.crm().enquiries(),
                plus(facts.crm().moves(), List.of(more)),
                facts.crm().tasks(),
                facts.crm().freshness()));
    }

    SomeFacts with(TaskFact... more) {
        return crm(new CrmFacts(
                facts.crm().enquiries(),
                facts.crm().moves(),
                plus(facts.crm().tasks(), List.of(more)),
                facts.crm().freshness()));
    }

    SomeFacts zoho(@Nullable Instant lateSince) {
        return crm(new CrmFacts(
                facts.crm().enquiries(),
                facts.crm().moves(),
                facts.crm().tasks(),
                new Freshness(lateSince, lateSince)));
    }

    private SomeFacts crm(CrmFacts crm) {
        return new SomeFacts(new Facts(
                facts.bookings(),
                facts.moves(),
                facts.outcomes(),
                facts.disputed(),
                facts.standing(),
                facts.usableChannel(),
                facts.detailsChangedAt(),
                facts.acuity(),
                facts.zoom(),
                crm,
                facts.openings()));
    }

    /** Five weekly sessions, so a rhythm of seven days. */
    SomeFacts weeklyUntil(Instant last) {
        SomeFacts weekly = this;
        for (int week = 4; week >= 0; week--) {
            weekly = weekly.with(SomeBooking.at(last.minus(Duration.ofDays(7L * week))));
        }
        return weekly;
    }

    Evaluation evaluated() {
        return evaluatedAt(NOW);
    }

    Evaluation evaluatedAt(Instant now) {
        return Rules.evaluate(facts, now);
    }

    /** Ids of the rules that gave a reason now. */
    List<String> rules() {
        return rulesAt(NOW);
    }

    List<String> rulesAt(Instant now) {
        return evaluatedAt(now).reasons().stream().map(Reason::rule).toList();
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
