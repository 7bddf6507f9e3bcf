package hotleads.core.leads.rules;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All that the list may know of one person; mood is absent on purpose, so that it cannot earn points.
 *
 * @param outcomes those not undone
 * @param detailsChangedAt when their e-mail or phone last changed; null when never
 * @param acuity how fresh the bookings are
 */
public record Facts(
        List<BookingFact> bookings,
        List<OutcomeFact> outcomes,
        Standing standing,
        boolean usableChannel,
        @Nullable Instant detailsChangedAt,
        Freshness acuity) {

    public Facts {
        // Sorted here, so that the order rows were read in can never change a list.
        bookings = bookings.stream()
                .sorted(comparing(BookingFact::startsAt).thenComparing(BookingFact::id))
                .toList();
        outcomes = outcomes.stream()
                .sorted(comparing(OutcomeFact::at).thenComparing(OutcomeFact::id))
                .toList();
        detailsChangedAt = Milliseconds.floorIfKnown(detailsChangedAt);
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

    /** Whether they came back to us after an instant: with a booking, or by asking for a call. */
    boolean hasMovedAfter(Instant instant) {
        return hasBookingMadeAfter(instant) || hasOutcomeAfter(instant, OutcomeKind::isTheirMove);
    }
}
