package hotleads.core.observations;

import hotleads.contracts.AcuityAppointment;
import java.util.Locale;

/** What Acuity last said of a booking. */
public enum BookingState {
    BOOKED,
    CANCELLED,
    /** Acuity keeps a missed session as a cancelled one with a mark. */
    MISSED,
    /** Acuity answers that there is no such appointment. */
    GONE;

    static BookingState of(AcuityAppointment appointment) {
        if (!appointment.canceled()) {
            return BOOKED;
        }
        return Boolean.TRUE.equals(appointment.noShow()) ? MISSED : CANCELLED;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static BookingState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
