package hotleads.core.events;

import hotleads.core.events.EventDetails.EventDetail;
import hotleads.core.events.Events.Filter;
import hotleads.core.events.Events.Served;
import hotleads.core.time.PracticeClock;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What arrived, and one of it. */
@RestController
class EventsController {
    private static final int MOST = 200;
    private static final int SHORTEST_REASON = 3;
    private static final int LONGEST_REASON = 500;

    private final Events events;
    private final EventDetails details;
    private final EventViews views;
    private final PracticeClock clock;
    private final String zone;

    EventsController(
            Events events,
            EventDetails details,
            EventViews views,
            PracticeClock clock,
            @Value("${HOTLEADS_PRACTICE_ZONE:America/New_York}") String zone) {
        this.events = events;
        this.details = details;
        this.views = views;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * A page of the inbox, newest first.
     *
     * @param asOf the practice's time
     * @param next where the next page begins; a page may be short, even empty, and still have a next
     */
    record EventPage(
            Instant asOf,
            String zone,
            List<EventShown> items,
            @Nullable String next) {}

    /** Why what describes a person is to be shown. */
    record Reveal(String reason) {}

    @GetMapping(path = "/api/events", produces = MediaType.APPLICATION_JSON_VALUE)
    @Transactional
    public EventPage list(
            Caller caller,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable Long booking) {
        if (state != null && !Events.STATES.contains(state)) {
            throw new Problem(HttpStatus.BAD_REQUEST, "unknown-state", "Choose one of the states of an event");
        }
        Filter filter = new Filter(state, action, booking);
        UUID before = after == null ? Events.NEWEST : after;
        int size = Math.clamp(limit, 1, MOST);
        List<EventShown> rows = events.page(filter, before, size + 1);
        List<EventShown> items = rows.subList(0, Math.min(size, rows.size()));
        views.list(caller, items.stream().map(EventShown::id).toList());
        UUID next = rows.size() > size
                ? items.getLast().id()
                : events.scannedTo(filter, before).orElse(null);
        return new EventPage(clock.instant(), zone, items, next == null ? null : next.toString());
    }

    @GetMapping(path = "/api/events/{eventId}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Transactional
    public EventDetail one(Caller caller, @PathVariable UUID eventId) {
        EventDetail detail = details.of(find(eventId), false);
        views.act(caller, "event.viewed", "event", eventId.toString());
        viewedPersonOf(detail, caller);
        return detail;
    }

    @PostMapping(path = "/api/events/{eventId}/reveal", produces = MediaType.APPLICATION_JSON_VALUE)
    @Transactional
    public EventDetail reveal(Caller caller, @PathVariable UUID eventId, @RequestBody Reveal why) {
        String reason = why.reason() == null ? "" : why.reason().strip();
        if (reason.length() < SHORTEST_REASON || reason.length() > LONGEST_REASON) {
            throw new Problem(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "reason-needed",
                    "Say why, in " + SHORTEST_REASON + " to " + LONGEST_REASON + " characters");
        }
        EventDetail detail = details.of(find(eventId), true);
        views.revealed(caller, eventId, reason);
        viewedPersonOf(detail, caller);
        return detail;
    }

    private Served find(UUID event) {
        return events.find(event)
                .orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "no-such-event", "There is no such event"));
    }

    private void viewedPersonOf(EventDetail detail, Caller caller) {
        if (detail.outcome() != null) {
            views.act(
                    caller,
                    "person.viewed",
                    "person",
                    detail.outcome().personId().toString());
        }
    }
}
