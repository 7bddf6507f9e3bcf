package hotleads.core.leads.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What would take a person off the list: each thing that may happen is applied to their facts and the rules are asked
 * again, so nothing is said that would not be so.
 */
public final class WaysOff {
    private static final Duration AHEAD = Duration.ofDays(7);
    private static final int LOOK_AHEAD_DAYS = 365;
    private static final long NEW_BOOKING = 0;
    private static final UUID NEW_OUTCOME = new UUID(0, 0);

    private final Facts facts;
    private final Scoring scoring;
    private final Instant now;

    private WaysOff(Facts facts, Scoring scoring, Instant now) {
        this.facts = facts;
        this.scoring = scoring;
        this.now = Milliseconds.floor(now);
    }

    /**
     * One thing that takes them off.
     *
     * @param sentence what happens
     * @param after where that leaves them
     */
    public record Way(Sentence sentence, Evaluation after) {}

    /** None for whoever is not on it. */
    public static List<Way> of(Facts facts, Scoring scoring, Instant now) {
        return new WaysOff(facts, scoring, now).ways();
    }

    /** The first of the days from now, each at this hour, on which the list is without them though nothing happened. */
    public static Optional<Instant> byItself(Facts facts, Scoring scoring, Instant now) {
        return Stream.iterate(now, day -> day.plus(Duration.ofDays(1)))
                .limit(LOOK_AHEAD_DAYS)
                .filter(day -> !isListed(Rules.evaluatePast(facts, scoring, day)))
                .findFirst();
    }

    private List<Way> ways() {
        Evaluation before = Rules.evaluatePast(facts, scoring, now);
        if (!isListed(before)) {
            return List.of();
        }
        return Stream.of(booking(), outcomes(), attendance(before), tasks(), disputes(before))
                .flatMap(List::stream)
                .flatMap(change -> applied(change).stream())
                .toList();
    }

    private Optional<Way> applied(Change change) {
        Evaluation after = Rules.evaluatePast(change.facts, scoring, now);
        return isListed(after) ? Optional.empty() : Optional.of(new Way(change.sentence, after));
    }

    private static boolean isListed(Evaluation evaluation) {
        return evaluation.placement().state() == Placement.State.LISTED;
    }

    private List<Change> booking() {
        List<BookingFact> bookings = new ArrayList<>(facts.bookings());
        bookings.add(new BookingFact(
                NEW_BOOKING, now.plus(AHEAD), 50, 0, 0, BookingState.ACTIVE, now, now, null, false, false, now));
        return List.of(new Change(
                new Sentence("they-book", Map.of()), with(bookings, facts.outcomes(), facts.disputed(), facts.crm())));
    }

    private List<Change> outcomes() {
        return Stream.of(
                        OutcomeKind.LEFT_MESSAGE,
                        OutcomeKind.SPOKE_NOT_NOW,
                        OutcomeKind.NOT_INTERESTED,
                        OutcomeKind.WRONG_DETAILS,
                        OutcomeKind.HAND_TO_PRACTITIONER)
                .map(this::outcome)
                .toList();
    }

    private Change outcome(OutcomeKind kind) {
        List<OutcomeFact> outcomes = new ArrayList<>(facts.outcomes());
        outcomes.add(new OutcomeFact(NEW_OUTCOME, kind, now, null));
        return new Change(
                new Sentence("outcome-logged", Map.of("kind", kind.code())),
                with(facts.bookings(), outcomes, facts.disputed(), facts.crm()));
    }

    private List<Change> attendance(Evaluation before) {
        return facts.bookings().stream()
                .filter(BookingFact::isMissed)
                .filter(missed -> rests(before, missed))
                .map(this::cameAfterAll)
                .toList();
    }

    private static boolean rests(Evaluation on, BookingFact missed) {
        return on.reasons().stream()
                .flatMap(reason -> reason.evidence().stream())
                .anyMatch(evidence -> evidence.recordId().equals(Long.toString(missed.id())));
    }

    private Change cameAfterAll(BookingFact missed) {
        AttendanceFact came =
                new AttendanceFact(AttendanceFact.Came.YES, AttendanceFact.BY_A_PERSON, 0, false, 0, now, now);
        return new Change(
                new Sentence("they-attended", Map.of("startsAt", missed.startsAt())),
                with(
                        facts.bookings().stream()
                                .map(booking -> booking.id() == missed.id() ? booking.with(came) : booking)
                                .toList(),
                        facts.outcomes(),
                        facts.disputed(),
                        facts.crm()));
    }

    private List<Change> tasks() {
        CrmFacts crm = facts.crm();
        return crm.tasks().isEmpty()
                ? List.of()
                : List.of(new Change(
                        new Sentence("tasks-done", Map.of()),
                        with(
                                facts.bookings(),
                                facts.outcomes(),
                                facts.disputed(),
                                new CrmFacts(crm.enquiries(), crm.moves(), List.of(), crm.freshness()))));
    }

    private List<Change> disputes(Evaluation before) {
        return before.reasons().stream()
                .filter(reason -> reason.tenths() > 0)
                .flatMap(reason -> Optional.ofNullable(reason.key()).map(key -> dispute(reason.rule(), key)).stream())
                .toList();
    }

    private Change dispute(String rule, String key) {
        Set<String> disputed = new HashSet<>(facts.disputed());
        disputed.add(key);
        return new Change(
                new Sentence("reason-wrong", Map.of("rule", rule)),
                with(facts.bookings(), facts.outcomes(), disputed, facts.crm()));
    }

    private Facts with(List<BookingFact> bookings, List<OutcomeFact> outcomes, Set<String> disputed, CrmFacts crm) {
        return new Facts(
                bookings,
                facts.moves(),
                outcomes,
                disputed,
                facts.standing(),
                facts.usableChannel(),
                facts.detailsChangedAt(),
                facts.acuity(),
                facts.zoom(),
                crm,
                facts.openings());
    }

    private record Change(Sentence sentence, Facts facts) {}
}
