package hotleads.core.observations;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One booking as it was known at any time.
 *
 * @param states as it was after each answer about it, the oldest first; never empty
 */
public record BookingHistory(List<Booking> states) {

    /** By what had been received by then; empty while nothing had, and once Acuity no longer had it. */
    public Optional<Booking> at(Instant then) {
        return known(then).filter(booking -> booking.state() != BookingState.GONE);
    }

    /** When it was made: Acuity's word, or else when we heard of it. */
    public Instant madeAt() {
        Booking first = states.getFirst();
        Instant told = states.getLast().bookedAt();
        return told == null ? first.receivedAt() : told;
    }

    public Instant heardAt() {
        return states.getFirst().receivedAt();
    }

    private Optional<Booking> known(Instant then) {
        return states.reversed().stream()
                .filter(state -> !state.receivedAt().isAfter(then))
                .findFirst();
    }
}
