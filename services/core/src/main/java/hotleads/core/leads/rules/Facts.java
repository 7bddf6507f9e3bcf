package hotleads.core.leads.rules;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All that the list may know of one person; mood is absent on purpose, so that it cannot earn points.
 *
 * @param moves times a booking was seen to have been moved
 * @param outcomes those not undone
 * @param disputed keys of reasons that one of us said are wrong
 * @param detailsChangedAt when their e-mail or phone last changed; null when never
 * @param acuity how fresh the bookings are
 * @param zoom how fresh attendance is
 * @param crm what Zoho tells
 * @param openings their usual hour where it has come free
 */
public record Facts(
        List<BookingFact> bookings,
        List<MoveFact> moves,
        List<OutcomeFact> outcomes,
        Set<String> disputed,
        Standing standing,
        boolean usableChannel,
        @Nullable Instant detailsChangedAt,
        Freshness acuity,
        Freshness zoom,
        CrmFacts crm,
        List<OpeningFact> openings) {

    /** Attendance on time, nothing of Zoho, nothing has come free. */
    public Facts(
            List<BookingFact> bookings,
            List<MoveFact> moves,
            List<OutcomeFact> outcomes,
            Set<String> disputed,
            Standing standing,
            boolean usableChannel,
            @Nullable Instant detailsChangedAt,
            Freshness acuity) {
        this(
                bookings,
                moves,
                outcomes,
                disputed,
                standing,
                usableChannel,
                detailsChangedAt,
                acuity,
                Freshness.ON_TIME,
                CrmFacts.NONE,
                List.of());
    }

    public Facts {
        // Sorted here, so that the order rows were read in can never change a list.
        bookings = bookings.stream()
                .sorted(comparing(BookingFact::startsAt).thenComparing(BookingFact::id))
                .toList();
        moves = moves.stream()
                .sorted(comparing(MoveFact::seenAt)
                        .thenComparing(MoveFact::bookingId)
                        .thenComparing(MoveFact::to))
                .toList();
        disputed = Set.copyOf(disputed);
        openings = openings.stream()
                .sorted(comparing(OpeningFact::startsAt).thenComparing(OpeningFact::calendarId))
                .toList();
        outcomes = outcomes.stream()
                .sorted(comparing(OutcomeFact::at).thenComparing(OutcomeFact::id))
                .toList();
        detailsChangedAt = Milliseconds.floorIfKnown(detailsChangedAt);
    }

    boolean isDisputed(String rule, List<Evidence> evidence) {
        return !disputed.isEmpty() && disputed.contains(ReasonKey.of(rule, evidence));
    }

    Optional<OutcomeFact> latestOutcome(Predicate<OutcomeKind> kinds) {
        return outcomes.reversed().stream()
                .filter(outcome -> kinds.test(outcome.kind()))
                .findFirst();
    }

    boolean hasOutcomeAfter(Instant instant, Predicate<OutcomeKind> kinds) {
        return latestOutcome(kinds)
                .filter(outcome -> outcome.at().isAfter(instant))
                .isPresent();
    }

    boolean hasBookingMadeAfter(Instant instant) {
        return bookings.stream().anyMatch(booking -> booking.wasMadeAfter(instant));
    }

    /** How many sessions were to begin before an instant and were not cancelled, whether anyone came or not. */
    long sessionsBefore(Instant instant) {
        return bookings.stream()
                .filter(booking -> !booking.isCancelled() && booking.startsAt().isBefore(instant))
                .count();
    }

    /** Whether they came back to us after an instant: with a booking or an enquiry, or by asking for a call. */
    boolean hasMovedAfter(Instant instant) {
        return hasBookingMadeAfter(instant)
                || crm.hasEnquiryAfter(instant)
                || hasOutcomeAfter(instant, OutcomeKind::isTheirMove);
    }
}
