package hotleads.simulators.practice;

/** How an act on a booking ended. */
public sealed interface Act {

    /** Done; the booking as it is now. */
    record Done(Booking booking) implements Act {}

    /** There is no booking with this id. */
    record NoSuchBooking() implements Act {}

    /** It was cancelled before, and a cancelled booking never changes again. */
    record AlreadyCancelled() implements Act {}

    /** The practitioner does not work then, or is taken. */
    record NotAvailable() implements Act {}
}
