package hotleads.core.leads.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Why a logged outcome keeps someone off the list, and what lets them back. */
final class AfterOutcome {
    private static final Duration BOOKING_APPEARS_WITHIN = Duration.ofDays(2);
    private static final Duration PRACTITIONER_HAS = Duration.ofDays(7);

    private final Situation situation;
    private final Facts facts;

    private AfterOutcome(Situation situation) {
        this.situation = situation;
        this.facts = situation.facts();
    }

    static List<Sentence> causes(Situation situation) {
        AfterOutcome after = new AfterOutcome(situation);
        return Stream.of(after.wrongDetails(), after.handedOver(), after.notInterested(), after.waiting())
                .flatMap(Optional::stream)
                .toList();
    }

    /** Until their details change, or an answer shows that we do reach them. */
    private Optional<Sentence> wrongDetails() {
        return latest(OutcomeKind.WRONG_DETAILS)
                .filter(wrong -> !haveDetailsChangedAfter(wrong.at()))
                .filter(wrong -> !facts.hasOutcomeAfter(wrong.at(), OutcomeKind::isAnswer))
                .map(wrong -> new Sentence("wrong-details", Map.of("saidAt", wrong.at())));
    }

    /** For a week, or until they book. */
    private Optional<Sentence> handedOver() {
        return latest(OutcomeKind.HAND_TO_PRACTITIONER)
                .filter(handed -> !facts.hasBookingMadeAfter(handed.at()))
                .flatMap(handed -> until(handed.at().plus(PRACTITIONER_HAS), "practitioner-hold"));
    }

    /** Until they come back to us by themselves. */
    private Optional<Sentence> notInterested() {
        return latest(OutcomeKind.NOT_INTERESTED)
                .filter(said -> !facts.hasMovedAfter(said.at()))
                .map(said -> new Sentence("not-interested", Map.of("saidAt", said.at())));
    }

    /** Acuity may show a booking later than the admin who heard of it; what is logged after tells more. */
    private Optional<Sentence> waiting() {
        return facts.latestOutcome(kind -> true)
                .filter(last -> last.kind() == OutcomeKind.BOOKED && !situation.isBooked())
                .filter(last -> !facts.hasBookingMadeAfter(last.at()))
                .flatMap(last -> until(last.at().plus(BOOKING_APPEARS_WITHIN), "waiting-for-booking"));
    }

    private Optional<Sentence> until(Instant end, String key) {
        return situation.moment().hasReached(end)
                ? Optional.empty()
                : Optional.of(new Sentence(key, Map.of("until", end)));
    }

    private Optional<OutcomeFact> latest(OutcomeKind wanted) {
        return facts.latestOutcome(kind -> kind == wanted);
    }

    private boolean haveDetailsChangedAfter(Instant instant) {
        Instant changed = facts.detailsChangedAt();
        return changed != null && changed.isAfter(instant);
    }
}
