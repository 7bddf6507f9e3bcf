package hotleads.core.leads;

import hotleads.core.observations.Booking;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** The practice's own scheduling page, opened at a practitioner and a session type; it never names anybody. */
@Component
class BookingLink {
    private final String page;

    /** @param page the owner's scheduling page at Acuity; blank when there is none */
    BookingLink(@Value("${HOTLEADS_ACUITY_BOOKING_PAGE:}") String page) {
        this.page = page;
    }

    /** @param bookings of one person, oldest first: the last tells what they book */
    Optional<String> of(List<Booking> bookings) {
        return page.isBlank() || bookings.isEmpty() ? Optional.empty() : Optional.of(to(bookings.getLast()));
    }

    private String to(Booking last) {
        // The names of Acuity's own direct scheduling links; it takes a client's name and e-mail too, which we leave
        // out.
        return UriComponentsBuilder.fromUriString(page)
                .queryParam("appointmentType", last.typeId())
                .queryParam("calendarID", last.calendarId())
                .toUriString();
    }
}
