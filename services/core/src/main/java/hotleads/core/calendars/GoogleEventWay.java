package hotleads.core.calendars;

import hotleads.contracts.GoogleEventRef;
import hotleads.contracts.GoogleEventWrite;
import hotleads.contracts.GoogleOwnEvent;
import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ProviderOutcome;
import hotleads.core.calendars.OwnEventStore.Own;
import hotleads.core.calendars.OwnEvents.Wish;
import hotleads.core.observations.Booking;
import hotleads.core.observations.Bookings;
import hotleads.core.outbox.Outward;
import hotleads.core.outbox.Parcel;
import hotleads.core.outbox.Sent;
import hotleads.core.people.PersonNames;
import hotleads.vault.Unopened;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The way of our own events to Google. What is wanted is looked up when it leaves, so that of several decisions about
 * one booking the last one stands there in the end, and a repeat changes nothing.
 */
@Component
class GoogleEventWay implements Outward {
    static final String KIND = "google-event";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PREFIX = "google.";

    private final GoogleCalls google;
    private final OwnEventStore store;
    private final EventIds eventIds;
    private final Bookings bookings;
    private final PersonNames names;
    private final CalendarTitles titles;
    private final ZoneId zone;

    GoogleEventWay(
            GoogleCalls google,
            OwnEventStore store,
            EventIds eventIds,
            Bookings bookings,
            PersonNames names,
            CalendarTitles titles,
            @Value("${HOTLEADS_PRACTICE_ZONE:America/New_York}") ZoneId zone) {
        this.google = google;
        this.store = store;
        this.eventIds = eventIds;
        this.bookings = bookings;
        this.names = names;
        this.titles = titles;
        this.zone = zone;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Sent lookUp(Parcel parcel) {
        Optional<Own> own = own(parcel);
        if (own.isEmpty()) {
            return new Sent.Saved(parcel.subject());
        }
        ProviderAnswer<GoogleOwnEvent> there = read(own.get());
        if (isAbsent(there)) {
            return own.get().wanted()
                    ? new Sent.NotThere()
                    : new Sent.Saved(own.get().eventId());
        }
        GoogleOwnEvent event = there.content();
        if (event == null) {
            return failed(there);
        }
        return isAsWanted(own.get(), event) ? new Sent.Saved(event.id()) : new Sent.NotThere();
    }

    @Override
    public Sent send(Parcel parcel) {
        return own(parcel)
                .map(own -> own.wanted() ? put(own) : remove(own))
                .orElseGet(() -> new Sent.Saved(parcel.subject()));
    }

    private Optional<Own> own(Parcel parcel) {
        Wish wish = JSON.readValue(parcel.content(), Wish.class);
        return store.find(wish.booking(), wish.calendar());
    }

    private ProviderAnswer<GoogleOwnEvent> read(Own own) {
        return google.event(own.calendar(), new GoogleEventRef(own.eventId(), null));
    }

    private Sent put(Own own) {
        ProviderAnswer<GoogleOwnEvent> there = read(own);
        if (isAbsent(there)) {
            return insert(own);
        }
        GoogleOwnEvent event = there.content();
        if (event == null) {
            return failed(there);
        }
        if (isAsWanted(own, event)) {
            return new Sent.Saved(event.id());
        }
        // Of a removed one often its id alone is left, and none of ours is anybody else's (sheet §1.5).
        if (event.cancelled() && (event.etag() == null || !isMarked(own, event))) {
            return insertNext(own);
        }
        // An id of ours with another mark is none of ours: nothing of other people's is ever changed.
        if (!isMarked(own, event)) {
            return new Sent.Refused(PREFIX + "not-our-event");
        }
        return written(own, google.put(own.calendar(), wanted(own, event.etag())));
    }

    private Sent insert(Own own) {
        ProviderAnswer<GoogleOwnEvent> made = google.put(own.calendar(), wanted(own, null));
        if (made.outcome() == ProviderOutcome.CHANGED) {
            // Not to be seen, and yet taken: it was deleted so long ago that only its id is left (sheet §1.1).
            return again(own);
        }
        return written(own, made);
    }

    private Sent again(Own own) {
        ProviderAnswer<GoogleOwnEvent> there = read(own);
        if (!isAbsent(there)) {
            return there.content() == null ? failed(there) : new Sent.Later(PREFIX + "changed-meanwhile", null);
        }
        return insertNext(own);
    }

    private Sent insertNext(Own own) {
        Own next = nextGeneration(own);
        return written(next, google.put(next.calendar(), wanted(next, null)));
    }

    private Own nextGeneration(Own own) {
        int generation = own.generation() + 1;
        Own next = new Own(
                own.booking(),
                own.calendar(),
                generation,
                eventIds.of(own.booking(), own.calendar(), generation),
                own.wanted(),
                own.startsAt(),
                own.endsAt(),
                own.title(),
                own.decision());
        store.put(next);
        return next;
    }

    private Sent written(Own own, ProviderAnswer<GoogleOwnEvent> answer) {
        return answer.content() == null ? failed(answer) : new Sent.Saved(own.eventId());
    }

    private Sent remove(Own own) {
        ProviderAnswer<GoogleOwnEvent> there = read(own);
        if (isAbsent(there)) {
            return new Sent.Saved(own.eventId());
        }
        GoogleOwnEvent event = there.content();
        if (event == null) {
            return failed(there);
        }
        if (event.cancelled()) {
            return new Sent.Saved(own.eventId());
        }
        if (!isMarked(own, event)) {
            return new Sent.Refused(PREFIX + "not-our-event");
        }
        ProviderAnswer<Boolean> removed =
                google.remove(own.calendar(), new GoogleEventRef(own.eventId(), event.etag()));
        return removed.content() == null ? failed(removed) : new Sent.Saved(own.eventId());
    }

    private GoogleEventWrite wanted(Own own, @Nullable String etag) {
        return new GoogleEventWrite(
                own.eventId(),
                own.startsAt(),
                own.endsAt(),
                zone.getId(),
                title(own),
                Long.toString(own.booking()),
                etag);
    }

    private String title(Own own) {
        return titles.of(
                own.booking(),
                bookings.find(own.booking())
                        .map(Booking::personId)
                        .map(person -> names.of(List.of(person), new Unopened()).getOrDefault(person, ""))
                        .orElse(""));
    }

    private static boolean isMarked(Own own, GoogleOwnEvent event) {
        return Long.toString(own.booking()).equals(event.mark());
    }

    private boolean isAsWanted(Own own, GoogleOwnEvent event) {
        return own.wanted()
                ? !event.cancelled()
                        && isMarked(own, event)
                        && own.startsAt().equals(event.startsAt())
                        && own.endsAt().equals(event.endsAt())
                        && title(own).equals(event.title())
                : event.cancelled();
    }

    private static boolean isAbsent(ProviderAnswer<?> answer) {
        return answer.outcome() == ProviderOutcome.GONE;
    }

    /** Nothing is lost by trying again: what is wanted is compared with what is there each time. */
    private static Sent failed(ProviderAnswer<?> answer) {
        String cause = PREFIX + (answer.cause() == null ? "unclear" : answer.cause());
        Long wait = answer.retryAfterMillis();
        return switch (answer.outcome()) {
            case RETRY_LATER -> new Sent.Later(cause, wait == null ? null : Duration.ofMillis(wait));
            case CHANGED -> new Sent.Later(cause, null);
            case UNCLEAR, NOTHING, OK -> new Sent.Unclear(cause);
            case GONE -> new Sent.Later(cause, null);
            case REFUSED_TOKEN, REFUSED_PERMISSION, TOKEN_NEEDED, BAD_REQUEST -> new Sent.Refused(cause);
        };
    }
}
