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
record Situation(Facts facts, Scoring scoring, Moment moment, Optional<BookingFact> nextBooking) {

    static Situation of(Facts facts, Scoring scoring, Moment moment) {
        Optional<BookingFact> next = facts.bookings().stream()
                .filter(BookingFact::isActive)
                .filter(booking -> !moment.hasReached(booking.endsAt()))
                .findFirst();
        return new Situation(facts, scoring, moment, next);
    }

    boolean isBooked() {
        return nextBooking.isPresent();
    }

    /**
     * Active bookings that are over and not known to have been missed, oldest first; none while another is under way or
     * ahead. Where nobody saw whether they came, nothing said of these may claim it.
     */
    List<BookingFact> sessionsWithNothingAfter() {
        if (isBooked()) {
            return List.of();
        }
        // One per start: repeating a request at Acuity makes several bookings of the same hour.
        TreeMap<Instant, BookingFact> byStart = new TreeMap<>();
        facts.bookings().stream()
                .filter(BookingFact::isSession)
                .forEach(booking -> byStart.putIfAbsent(booking.startsAt(), booking));
        return List.copyOf(byStart.values());
    }

    /** Sessions they were seen at, or said to have been, oldest first. */
    List<BookingFact> attended() {
        return facts.bookings().stream()
                .filter(booking -> booking.attendance().isAttended())
                .filter(booking -> moment.hasReached(booking.endsAt()))
                .toList();
    }

    Optional<BookingFact> lastAttended() {
        List<BookingFact> attended = attended();
        return attended.isEmpty() ? Optional.empty() : Optional.of(attended.getLast());
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
            case ZOHO -> facts.crm().freshness();
            case ZOOM -> facts.zoom();
            case ACT -> Freshness.ON_TIME;
        };
    }
}
