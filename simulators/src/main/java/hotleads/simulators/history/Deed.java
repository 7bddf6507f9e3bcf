package hotleads.simulators.history;

import hotleads.simulators.practice.NewBooking;
import java.time.Instant;

/**
 * Something somebody does at a moment; {@code booking} is its number within the script, as ids come only with booking.
 */
sealed interface Deed {

    Instant at();

    int booking();

    /** A client, or the desk for one, books. */
    record Book(Instant at, int booking, NewBooking wish) implements Deed {}

    /** It goes to another time with the same practitioner. */
    record Move(Instant at, int booking, Instant start, long calendarId) implements Deed {}

    /** It is called off, or afterwards marked as missed. */
    record Cancel(Instant at, int booking, boolean noShow) implements Deed {}

    /** The desk marks what was held. */
    record Label(Instant at, int booking, long labelId) implements Deed {}
}
