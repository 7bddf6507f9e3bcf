package hotleads.core.leads.rules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A person's facts at a moment.
 *
 * @param nextBooking the booking under way or ahead, if any: whoever has one is not called about having none
 */
record Situation(Facts facts, Moment moment, Optional<BookingFact> nextBooking) {

    static Situation of(Facts facts, Moment moment) {
        Optional<BookingFact> next = facts.bookings().stream()
                .filter(BookingFact::isActive)
                .filter(booking -> !moment.hasReached(booking.endsAt()))
                .findFirst();
        return new Situation(facts, moment, next);
    }

    boolean isBooked() {
        return nextBooking.isPresent();
    }

    /**
     * Active bookings that are over, oldest first; none while another is under way or ahead. Acuity cannot tell whether
     * anyone came, so nothing said of these may claim it.
     */
    List<BookingFact> sessionsWithNothingAfter() {
        if (isBooked()) {
            return List.of();
        }
        // One per start: repeating a request at Acuity makes several bookings of the same hour.
        TreeMap<Instant, BookingFact> byStart = new TreeMap<>();
        facts.bookings().stream()
                .filter(BookingFact::isActive)
                .forEach(booking -> byStart.putIfAbsent(booking.startsAt(), booking));
        return List.copyOf(byStart.values());
    }

    /** The call-back they asked for, once its time has come and while nothing was logged since. */
    Optional<OutcomeFact> duePromise() {
        return facts.latestOutcome(kind -> true)
                .filter(outcome -> outcome.kind() == OutcomeKind.CALL_BACK)
                .filter(outcome -> moment.hasReached(outcome.callBackAt()));
    }

    boolean isLate(Source source) {
        return moment.hasReached(freshnessOf(source).lateSince());
    }

    boolean isStopped(Source source) {
        return moment.hasReached(freshnessOf(source).stoppedSince());
    }

    private Freshness freshnessOf(Source source) {
        return switch (source) {
            case ACUITY -> facts.acuity();
            case ACT -> Freshness.ON_TIME;
        };
    }
}
