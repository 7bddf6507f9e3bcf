package hotleads.core.calendars;

import hotleads.core.Ids;
import hotleads.core.calendars.OwnEventStore.Own;
import hotleads.core.observations.Booking;
import hotleads.core.observations.BookingState;
import hotleads.core.observations.Bookings;
import hotleads.core.observations.FollowsBookings;
import hotleads.core.outbox.Outbox;
import hotleads.core.outbox.Outbox.Packed;
import hotleads.core.time.PracticeClock;
import hotleads.core.vault.PracticeVault;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps an event of ours at Google for each booking ahead: made, moved and removed with it. What somebody does to the
 * event at Google changes nothing here; it shows as a conflict.
 */
@Component
class OwnEvents implements FollowsBookings {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final OwnEventStore store;
    private final GoogleAddresses addresses;
    private final EventIds eventIds;
    private final CalendarTitles titles;
    private final Outbox outbox;
    private final Bookings bookings;
    private final PracticeVault practice;
    private final PracticeClock clock;
    private final Ids ids;

    OwnEvents(
            OwnEventStore store,
            GoogleAddresses addresses,
            EventIds eventIds,
            CalendarTitles titles,
            Outbox outbox,
            Bookings bookings,
            PracticeVault practice,
            PracticeClock clock,
            Ids ids) {
        this.store = store;
        this.addresses = addresses;
        this.eventIds = eventIds;
        this.titles = titles;
        this.outbox = outbox;
        this.bookings = bookings;
        this.practice = practice;
        this.clock = clock;
        this.ids = ids;
    }

    /** What goes out: which event, and whether it is to be there. Its title is made when it leaves. */
    record Wish(long booking, long calendar, boolean there) {}

    @Override
    public void changed(@Nullable Booking before, Booking now) {
        if (before != null && before.calendarId() != now.calendarId()) {
            store.find(now.id(), before.calendarId()).filter(Own::wanted).ifPresent(this::remove);
        }
        if (isToBeThere(now)) {
            if (store.find(now.id(), now.calendarId())
                    .filter(own -> isRight(own, now))
                    .isEmpty()) {
                put(now);
            }
        } else if (now.state() != BookingState.BOOKED && now.startsAt().isAfter(clock.instant())) {
            store.find(now.id(), now.calendarId()).filter(Own::wanted).ifPresent(this::remove);
        }
    }

    /** Bookings that were there before their calendar was. */
    @Transactional
    public void fillIn(long calendar) {
        store.undecided(calendar, clock.instant()).stream()
                .flatMap(id -> bookings.find(id).stream())
                .filter(this::isToBeThere)
                .forEach(this::put);
    }

    /** What was refused for want of permission, once there may be permission again. */
    @Transactional
    public void sendAgain(long calendar) {
        store.refused(calendar, clock.instant()).stream()
                .flatMap(id -> bookings.find(id).stream())
                .forEach(booking -> {
                    if (isToBeThere(booking)) {
                        put(booking);
                    } else {
                        store.find(booking.id(), calendar)
                                .filter(own -> !own.wanted())
                                .ifPresent(this::remove);
                    }
                });
    }

    /** Somebody wants it there as it should be: after it was removed at Google, moved, or named otherwise. */
    UUID putAgain(Booking booking) {
        return put(booking);
    }

    Map<String, Long> bookingsByEvent(long calendar) {
        return store.bookingsByEvent(calendar);
    }

    boolean isToBeThere(Booking booking) {
        return booking.state() == BookingState.BOOKED
                && mayBeAtGoogle(booking)
                && endOf(booking).isAfter(clock.instant());
    }

    private boolean mayBeAtGoogle(Booking booking) {
        // What stands there must move with its booking, even while nobody can tell whose calendar it is.
        return addresses.has(booking.calendarId())
                || addresses.mayHave(booking.calendarId())
                        && store.find(booking.id(), booking.calendarId())
                                .filter(Own::wanted)
                                .isPresent();
    }

    private static boolean isRight(Own own, Booking booking) {
        return own.wanted()
                && own.startsAt().equals(booking.startsAt())
                && own.endsAt().equals(endOf(booking));
    }

    private UUID put(Booking booking) {
        Optional<Own> known = store.find(booking.id(), booking.calendarId());
        int generation = known.map(Own::generation).orElse(0);
        Own own = new Own(
                booking.id(),
                booking.calendarId(),
                generation,
                known.map(Own::eventId).orElseGet(() -> eventIds.of(booking.id(), booking.calendarId(), generation)),
                true,
                booking.startsAt(),
                endOf(booking),
                titles.kind().word(),
                ids.next());
        store.put(own);
        send(own);
        return own.decision();
    }

    private void remove(Own own) {
        Own gone = new Own(
                own.booking(),
                own.calendar(),
                own.generation(),
                own.eventId(),
                false,
                own.startsAt(),
                own.endsAt(),
                own.title(),
                ids.next());
        store.put(gone);
        send(gone);
    }

    private void send(Own own) {
        outbox.put(new Packed(
                GoogleEventWay.KIND,
                own.booking() + "." + own.calendar(),
                own.decision(),
                JSON.writeValueAsBytes(new Wish(own.booking(), own.calendar(), own.wanted())),
                practice.key(),
                Duration.ZERO));
    }

    static Instant endOf(Booking booking) {
        return booking.startsAt().plus(Duration.ofMinutes(booking.durationMinutes()));
    }
}
