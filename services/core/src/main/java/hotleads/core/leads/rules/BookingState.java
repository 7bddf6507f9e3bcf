package hotleads.core.leads.rules;

/** What Acuity says of a booking; attendance is not part of it. */
public enum BookingState {
    ACTIVE,
    CANCELLED,
    /** Acuity's no-show mark, which Acuity itself keeps as a kind of cancellation. */
    MISSED
}
