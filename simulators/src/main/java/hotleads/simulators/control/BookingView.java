package hotleads.simulators.control;

import hotleads.simulators.practice.Booking;
import java.time.Instant;

/** A booking as the control interface shows it. */
record BookingView(
        long id,
        String firstName,
        String lastName,
        String email,
        String phone,
        Instant startsAt,
        int minutes,
        long calendarId,
        String practitioner,
        long appointmentTypeId,
        String type,
        String state,
        Instant createdAt) {

    static BookingView of(Booking booking) {
        return new BookingView(
                booking.id(),
                booking.client().firstName(),
                booking.client().lastName(),
                booking.client().email(),
                booking.client().phone(),
                booking.startsAt(),
                booking.minutes(),
                booking.calendarId(),
                booking.practitioner(),
                booking.typeId(),
                booking.typeName().strip(),
                state(booking),
                booking.createdAt());
    }

    private static String state(Booking booking) {
        if (!booking.canceled()) {
            return "booked";
        }
        return booking.noShow() ? "missed" : "cancelled";
    }
}
