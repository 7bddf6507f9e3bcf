package hotleads.simulators.google;

import hotleads.simulators.practice.Catalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the owner of a calendar does with it in Google's own pages. */
public final class GoogleDesk {

    private final Google google;

    public GoogleDesk(Google google) {
        this.google = google;
    }

    public List<Event> events(GoogleCalendar calendar, @Nullable Instant from, @Nullable Instant to) {
        return calendar.list(from, to, true, false);
    }

    /** The next ones, the soonest first. */
    public List<Event> next(GoogleCalendar calendar, int count) {
        Instant now = google.practiceTime().instant();
        return events(calendar, now, now.plus(Duration.ofDays(21))).stream()
                .sorted(Comparator.comparing(GoogleDesk::startOf))
                .limit(count)
                .toList();
    }

    public Event add(GoogleCalendar calendar, Instant start, Duration length) {
        Instant now = google.practiceTime().instant();
        String id = UUID.randomUUID().toString().replace("-", "").replace('w', '0');
        Event added = calendar.put(new Event(
                id,
                false,
                0,
                now,
                now,
                0,
                "Private matter, added",
                Span.of(start, start.plus(length)),
                false,
                false,
                false,
                "default",
                null,
                false,
                null,
                null,
                null,
                Map.of()));
        google.save();
        return added;
    }

    public Event addTomorrow(GoogleCalendar calendar) {
        var noon = google.practiceTime()
                .instant()
                .atZone(Catalogue.ZONE)
                .toLocalDate()
                .plusDays(1)
                .atTime(12, 0)
                .atZone(Catalogue.ZONE);
        return add(calendar, noon.toInstant(), Duration.ofHours(1));
    }

    public Optional<Event> move(GoogleCalendar calendar, String id, Duration by) {
        return calendar.find(id).filter(event -> !event.cancelled()).map(event -> {
            Event moved = calendar.put(event.at(event.span().movedBy(by)));
            google.save();
            return moved;
        });
    }

    public Optional<Event> remove(GoogleCalendar calendar, String id) {
        return calendar.find(id).filter(event -> !event.cancelled()).map(event -> {
            Event gone = calendar.put(event.withCancelled(true));
            google.save();
            return gone;
        });
    }

    public static Instant startOf(Event event) {
        return event.span().startsAt();
    }

    /** All there is to know of an event, for who compares. */
    public static Map<String, Object> view(Event event) {
        var view = new LinkedHashMap<String, Object>();
        view.put("id", event.id());
        view.put("start", event.span().startsAt().toString());
        view.put("end", event.span().endsAt().toString());
        view.put("allDay", event.span().isAllDay());
        view.put("busy", event.isBusy());
        view.put("summary", event.summary() == null ? "" : event.summary());
        view.put("marks", event.properties());
        return view;
    }
}
