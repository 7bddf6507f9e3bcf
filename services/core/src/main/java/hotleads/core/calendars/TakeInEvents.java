package hotleads.core.calendars;

import hotleads.contracts.GoogleEvent;
import hotleads.contracts.GoogleEventsPage;
import hotleads.core.live.LiveChanges;
import hotleads.core.openings.TouchedTimes;
import hotleads.core.sources.Brought;
import hotleads.core.sources.Compared;
import hotleads.core.sources.Observed;
import hotleads.core.sources.Source;
import hotleads.core.sources.SourceCursors;
import hotleads.core.sources.SourceObservations;
import hotleads.core.sources.SourceObservations.Answered;
import hotleads.core.sources.SourceRecords;
import hotleads.core.time.PracticeClock;
import hotleads.core.vault.PracticeVault;
import hotleads.core.vault.Vault;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Stores what Google answered, page by page, with the place where the list goes on. */
@Component
class TakeInEvents {
    static final String THERE = "there";
    static final String GONE = "gone";
    private static final String BOOKING = "booking";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SourceObservations observations;
    private final SourceRecords records;
    private final SourceCursors cursors;
    private final GoogleEvents events;
    private final OwnEvents own;
    private final TouchedTimes touched;
    private final PracticeVault practice;
    private final Vault vault;
    private final LiveChanges live;
    private final PracticeClock clock;
    private final JdbcClient jdbc;

    TakeInEvents(
            SourceObservations observations,
            SourceRecords records,
            SourceCursors cursors,
            GoogleEvents events,
            OwnEvents own,
            TouchedTimes touched,
            PracticeVault practice,
            Vault vault,
            LiveChanges live,
            PracticeClock clock,
            JdbcClient jdbc) {
        this.observations = observations;
        this.records = records;
        this.cursors = cursors;
        this.events = events;
        this.own = own;
        this.touched = touched;
        this.practice = practice;
        this.vault = vault;
        this.live = live;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    Optional<ListMark> mark(long calendar) {
        return cursors.of(Source.GOOGLE, Long.toString(calendar)).map(text -> JSON.readValue(text, ListMark.class));
    }

    /** How an event at Google stands to what we held. */
    private enum Found {
        SAME,
        MISSING,
        DIFFERENT,
        EXTRA,
        /** Neither theirs nor ours: gone before we heard of it, or beyond the times we knew. */
        NOTHING
    }

    /**
     * One page and where the list goes on: a crash before the commit brings the same page again.
     *
     * @param before the list that a whole one is compared with; null where nothing is
     */
    @Transactional
    public Brought page(long calendar, ListMark list, GoogleEventsPage page, @Nullable ListMark before) {
        // Before it is asked whose events are there: nobody is erased until what that tells is stored.
        var unused = vault.holdSearch();
        Map<String, Long> ownEvents = own.bookingsByEvent(calendar);
        Map<Found, Integer> found = new EnumMap<>(Found.class);
        int changed = 0;
        for (GoogleEvent event : page.events()) {
            long record = records.idOf(Source.GOOGLE, calendar + "/" + event.id());
            boolean held = events.find(record).isPresent();
            boolean news = take(calendar, list, event, ownEvents.get(event.id()), record, held);
            changed += news ? 1 : 0;
            found.merge(found(event, held, news, before), 1, Integer::sum);
        }
        if (page.nextPageToken() == null && list.isWholeList()) {
            int gone = takeMissing(calendar, list);
            changed += gone;
            found.merge(Found.EXTRA, gone, Integer::sum);
        }
        move(calendar, after(list, page));
        if (changed > 0) {
            live.listChanged();
        }
        return new Brought(
                page.events().size(),
                changed,
                page.unreadable(),
                Brought.Due.ALL_THERE_IS,
                before == null ? null : compared(list, before, found));
    }

    private static Found found(GoogleEvent event, boolean held, boolean news, @Nullable ListMark before) {
        Instant starts = event.startsAt();
        Instant ends = event.endsAt();
        if (!isThere(event) || starts == null || ends == null) {
            return held ? Found.EXTRA : Found.NOTHING;
        }
        if (held) {
            return news ? Found.DIFFERENT : Found.SAME;
        }
        // The window slides: what came into it since was nothing to know before.
        return before != null && before.covers(starts, ends) ? Found.MISSING : Found.NOTHING;
    }

    private static Compared compared(ListMark list, ListMark before, Map<Found, Integer> found) {
        return new Compared(
                list.from(),
                before.to(),
                found.getOrDefault(Found.SAME, 0),
                found.getOrDefault(Found.MISSING, 0),
                found.getOrDefault(Found.DIFFERENT, 0),
                found.getOrDefault(Found.EXTRA, 0));
    }

    /** Where a list begins anew, or the next list of changes. */
    @Transactional
    public void move(long calendar, ListMark to) {
        cursors.move(Source.GOOGLE, Long.toString(calendar), JSON.writeValueAsString(to));
    }

    private static ListMark after(ListMark list, GoogleEventsPage page) {
        return page.nextPageToken() == null
                ? list.ended(Objects.requireNonNull(page.nextSyncToken(), "the last page has it"))
                : list.afterPage(page.nextPageToken());
    }

    private boolean take(
            long calendar, ListMark list, GoogleEvent event, @Nullable Long booking, long record, boolean held) {
        Instant starts = event.startsAt();
        Instant ends = event.endsAt();
        boolean there = isThere(event) && starts != null && ends != null && list.covers(starts, ends);
        // What we never held, and is gone or outside of the window, is nothing to keep.
        if (!there && !held) {
            return false;
        }
        String content = there ? JSON.writeValueAsString(content(calendar, event, booking)) : null;
        return keep(record, list, there ? THERE : GONE, content);
    }

    private static boolean isThere(GoogleEvent event) {
        return !event.cancelled() && event.startsAt() != null && event.endsAt() != null;
    }

    /** After a dead sync token there are no tombstones: what a whole list does not show is gone (sheet §1.2). */
    private int takeMissing(long calendar, ListMark list) {
        int gone = 0;
        for (long record : events.notSeenBy(calendar, list)) {
            gone += keep(record, list, GONE, null) ? 1 : 0;
        }
        return gone;
    }

    private boolean keep(long record, ListMark list, String state, @Nullable String content) {
        UUID key = practice.key().id();
        boolean news = observations.keep(
                new Answered(Source.GOOGLE, record, list.ticket(), clock.instant(), state, content), null, key);
        if (news) {
            events.find(record).ifPresent(this::touched);
            derive(record);
            events.find(record).ifPresent(this::touched);
        }
        return news;
    }

    private void touched(GoogleEvents.Stored event) {
        touched.touched(event.calendar(), event.startsAt(), event.endsAt());
    }

    /** Whatever we hold of a calendar is of one that is theirs no more; the next list is a whole one. */
    @Transactional
    public void forget(long calendar) {
        ListMark list = ListMark.whole(observations.nextTicket(), clock.instant());
        events.of(calendar).forEach(record -> keep(record, list, GONE, null));
        move(calendar, list);
        live.listChanged();
    }

    /** The event as the newest answer about it has it. */
    void derive(long record) {
        Optional<GoogleEvents.Stored> stored = observations
                .latest(Source.GOOGLE, record)
                .filter(observed -> observed.state().equals(THERE))
                .map(observed -> stored(record, observed));
        if (stored.isPresent()) {
            events.put(stored.get());
        } else {
            events.remove(record);
        }
    }

    private static Map<String, Object> content(long calendar, GoogleEvent event, @Nullable Long booking) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("calendar", calendar);
        content.put("from", String.valueOf(event.startsAt()));
        content.put("to", String.valueOf(event.endsAt()));
        content.put("allDay", event.allDay());
        content.put("busy", event.busy());
        content.put("tentative", event.tentative());
        if (booking != null) {
            content.put(BOOKING, booking);
        }
        return content;
    }

    /** The session that an event of ours stood for when this was answered. */
    static @Nullable Long bookingIn(Observed observed) {
        String content = observed.content();
        JsonNode booking = content == null ? null : JSON.readTree(content).get(BOOKING);
        return booking == null ? null : booking.asLong();
    }

    /** As it would have been answered about anybody's event. */
    static String withoutBooking(Observed observed) {
        ObjectNode content = (ObjectNode) JSON.readTree(Objects.requireNonNull(observed.content()));
        content.remove(BOOKING);
        return JSON.writeValueAsString(content);
    }

    private static GoogleEvents.Stored stored(long record, Observed observed) {
        JsonNode content = JSON.readTree(Objects.requireNonNull(observed.content()));
        return new GoogleEvents.Stored(
                record,
                content.path("calendar").asLong(),
                Instant.parse(content.path("from").asString()),
                Instant.parse(content.path("to").asString()),
                content.path("allDay").asBoolean(),
                content.path("busy").asBoolean(),
                content.path("tentative").asBoolean(),
                content.has(BOOKING) ? content.path(BOOKING).asLong() : null);
    }

    List<Long> recordsAfter(long last, int most) {
        return jdbc.sql("SELECT id FROM source_record WHERE source = 'google' AND id > ? ORDER BY id LIMIT ?")
                .params(last, most)
                .query((row, number) -> row.getLong(1))
                .list();
    }
}
