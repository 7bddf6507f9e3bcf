package hotleads.core.leads;

import hotleads.core.leads.Leads.Row;
import hotleads.core.leads.Outcomes.Outcome;
import hotleads.core.observations.Booking;
import hotleads.core.observations.Bookings;
import hotleads.core.observations.Calendars;
import hotleads.core.people.ContactCards;
import hotleads.core.people.ContactDetails;
import hotleads.platform.endpoint.Caller;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All that the pane beside the list shows of one person. */
@Component
class LeadDetails {
    private final Bookings bookings;
    private final Outcomes outcomes;
    private final ContactCards cards;
    private final Calendars calendars;

    LeadDetails(Bookings bookings, Outcomes outcomes, ContactCards cards, Calendars calendars) {
        this.bookings = bookings;
        this.outcomes = outcomes;
        this.cards = cards;
        this.calendars = calendars;
    }

    /** The answer. */
    record Shown(
            LeadShown lead,
            PlacementShown placement,
            ContactShown contact,
            List<BookingShown> bookings,
            List<OutcomeShown> outcomes) {}

    /** How to reach them; channels without an address are left out. */
    record ContactShown(@Nullable String email, @Nullable String phone, List<ChannelShown> channels) {}

    /**
     * One way to reach them.
     *
     * @param permission {@code not-asked} until the person told what they allow
     */
    record ChannelShown(String kind, String permission) {}

    /**
     * One booking.
     *
     * @param state {@code booked}, {@code cancelled} or {@code missed}
     * @param cancellationExact whether the time of cancellation is known, and not only bounded
     */
    record BookingShown(
            long id,
            Instant startsAt,
            int durationMinutes,
            @Nullable String typeName,
            @Nullable String practitioner,
            String state,
            @Nullable Instant lastSeenActiveAt,
            @Nullable Instant firstSeenCancelledAt,
            boolean cancellationExact) {}

    /** One logged outcome; who logged it is you or someone else of the practice. */
    record OutcomeShown(
            UUID id,
            String kind,
            Instant at,
            boolean byYou,
            @Nullable Instant callBackAt,
            @Nullable String note,
            boolean undone) {}

    Shown of(Row row, LeadShown lead, Caller caller) {
        return new Shown(
                lead,
                row.evaluation().placement(),
                contact(cards.of(row.personId())),
                bookings.of(row.personId()).reversed().stream().map(this::shown).toList(),
                outcomes.of(row.personId()).stream()
                        .map(outcome -> shown(outcome, caller))
                        .toList());
    }

    private static ContactShown contact(ContactDetails details) {
        List<ChannelShown> channels = new ArrayList<>();
        if (details.phone() != null) {
            channels.add(new ChannelShown("phone", "not-asked"));
        }
        if (details.email() != null) {
            channels.add(new ChannelShown("email", "not-asked"));
        }
        return new ContactShown(details.email(), details.phone(), channels);
    }

    private BookingShown shown(Booking booking) {
        return new BookingShown(
                booking.id(),
                booking.startsAt(),
                booking.durationMinutes(),
                calendars.sessionType(booking.typeId()).orElse(null),
                calendars.practitioner(booking.calendarId()).orElse(null),
                booking.state().word(),
                booking.lastSeenActive(),
                booking.firstSeenCancelled(),
                booking.cancellationExact());
    }

    static OutcomeShown shown(Outcome outcome, Caller caller) {
        return new OutcomeShown(
                outcome.id(),
                Outcomes.word(outcome.kind()),
                outcome.at(),
                outcome.accountId().equals(caller.accountId()),
                outcome.callBackAt(),
                outcome.note(),
                outcome.undone());
    }
}
