package hotleads.simulators.google;

import hotleads.simulators.practice.Catalogue;
import hotleads.simulators.storage.Json;
import hotleads.simulators.web.Answer;
import hotleads.simulators.web.Parameters;
import hotleads.simulators.web.Request;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** {@code GET …/events}: a full list, or what changed since a sync token, page by page. */
final class EventList {

    /** A sync token excludes all of these (sheet §1.3). */
    private static final List<String> NOT_WITH_A_TOKEN = List.of(
            "timeMin",
            "timeMax",
            "q",
            "updatedMin",
            "orderBy",
            "iCalUID",
            "privateExtendedProperty",
            "sharedExtendedProperty");

    private static final int USUAL_PAGE = 250;
    private static final int LARGEST_PAGE = 2_500;
    private static final int SMALL_PAGE = 2;

    private final Google google;
    private final EventJson json;

    EventList(Google google, EventJson json) {
        this.google = google;
        this.json = json;
    }

    Answer of(GoogleCalendar calendar, Request request, Set<Scope> scopes) {
        Parameters query = request.query();
        Optional<String> token = query.get("syncToken");
        if (token.isPresent()) {
            refuseFilters(query);
        }
        Optional<Cursor> page = query.get("pageToken").map(text -> page(text, fingerprint(query)));
        long begun = page.map(Cursor::change).orElseGet(calendar::change);
        List<Event> events = token.map(text -> changed(calendar, query, text)).orElseGet(() -> full(calendar, query));
        return page(calendar, query, scopes, events, page, begun);
    }

    private List<Event> changed(GoogleCalendar calendar, Parameters query, String text) {
        Cursor since = Cursor.read(text, Cursor.SYNC)
                .orElseThrow(() -> GoogleError.invalid("syncToken", "Invalid sync token value.")
                        .refused());
        boolean dead = google.faults().on(GoogleFault.SYNC_TOKENS_DIE);
        if (dead) {
            calendar.forgetTokens();
        }
        if (dead || calendar.isTooOld(since.change()) || !since.query().equals(lasting(query))) {
            throw GoogleError.FULL_SYNC.refused();
        }
        return calendar.changedSince(since.change(), query.isTrue("singleEvents"));
    }

    private static List<Event> full(GoogleCalendar calendar, Parameters query) {
        Instant from = instant(query, "timeMin");
        Instant to = instant(query, "timeMax");
        if (from != null && to != null && !from.isBefore(to)) {
            throw new GoogleError(400, "calendar", "timeRangeEmpty", "The specified time range is empty.", "timeMax")
                    .refused();
        }
        boolean single = query.isTrue("singleEvents");
        boolean byTime = query.get("orderBy").filter("startTime"::equals).isPresent();
        if (byTime && !single) {
            throw GoogleError.invalid("orderBy", "The requested ordering is not available for the particular query.")
                    .refused();
        }
        List<Event> events = calendar.list(from, to, single, query.isTrue("showDeleted"));
        return byTime
                ? events.stream()
                        .sorted(Comparator.comparing(
                                (Event event) -> event.span().startsAt()))
                        .toList()
                : events;
    }

    private Answer page(
            GoogleCalendar calendar,
            Parameters query,
            Set<Scope> scopes,
            List<Event> events,
            Optional<Cursor> page,
            long begun) {
        int number = page.map(Cursor::page).orElse(0);
        boolean again = google.faults().on(GoogleFault.REPEATED_PAGE) && number == 1;
        int offset = again ? 0 : page.map(Cursor::offset).orElse(0);
        int size = size(query, number);
        List<Event> shown = events.stream().skip(offset).limit(size).toList();
        int next = (again ? page.map(Cursor::offset).orElse(0) : offset) + (again ? 0 : shown.size());
        ObjectNode body = head(calendar, scopes);
        // An empty page in the middle is still not the last one (sheet §1.4).
        if (next < events.size()) {
            body.put("nextPageToken", new Cursor(Cursor.PAGE, begun, next, number + 1, fingerprint(query)).text());
        } else if (query.get("orderBy").isEmpty()) {
            body.put("nextSyncToken", new Cursor(Cursor.SYNC, begun, 0, 0, lasting(query)).text());
        }
        var items = body.putArray("items");
        shown.forEach(event -> items.add(json.of(event, calendar.address(), scopes)));
        return Answer.json(
                200,
                query.get("fields")
                        .map(Fields::parse)
                        .map(fields -> fields.of(body))
                        .orElse(body));
    }

    private int size(Parameters query, int page) {
        if (google.faults().on(GoogleFault.SMALL_PAGES)) {
            return page == 1 ? 0 : SMALL_PAGE;
        }
        try {
            int wanted = query.get("maxResults").map(Integer::valueOf).orElse(USUAL_PAGE);
            if (wanted < 1) {
                throw new NumberFormatException();
            }
            return Math.min(wanted, LARGEST_PAGE);
        } catch (NumberFormatException word) {
            throw GoogleError.invalid("maxResults", "Invalid integer value").refused();
        }
    }

    private static ObjectNode head(GoogleCalendar calendar, Set<Scope> scopes) {
        return Json.MAPPER
                .createObjectNode()
                .put("kind", "calendar#events")
                .put("etag", "\"p" + calendar.change() + "\"")
                .put("summary", calendar.address())
                .put("timeZone", Catalogue.ZONE.getId())
                .put("accessRole", scopes.stream().anyMatch(Scope::seesDetails) ? "owner" : "freeBusyReader");
    }

    private static void refuseFilters(Parameters query) {
        NOT_WITH_A_TOKEN.stream().filter(query.names()::contains).findFirst().ifPresent(name -> {
            throw GoogleError.invalid(name, "Sync token cannot be used with the given query restrictions.")
                    .refused();
        });
        if (query.get("showDeleted").filter("false"::equals).isPresent()) {
            throw GoogleError.invalid("showDeleted", "Sync token cannot be used without deleted events.")
                    .refused();
        }
    }

    private static Cursor page(String text, String query) {
        return Cursor.read(text, Cursor.PAGE)
                .filter(page -> page.query().equals(query))
                .orElseThrow(() -> GoogleError.invalid("pageToken", "Invalid page token value.")
                        .refused());
    }

    /** All of the query but the page itself. */
    private static String fingerprint(Parameters query) {
        return print(query, Set.of("pageToken"));
    }

    /** What must stay the same from a full list to the lists of changes after it. */
    private static String lasting(Parameters query) {
        return print(
                query, Set.of("pageToken", "syncToken", "timeMin", "timeMax", "maxResults", "fields", "showDeleted"));
    }

    private static String print(Parameters query, Set<String> without) {
        int hash = query.values().entrySet().stream()
                .filter(one -> !without.contains(one.getKey()))
                .mapToInt(one -> one.getKey().hashCode() * 31 + one.getValue().hashCode())
                .sum();
        return Integer.toHexString(hash);
    }

    private static @Nullable Instant instant(Parameters query, String name) {
        try {
            return query.get(name)
                    .map(OffsetDateTime::parse)
                    .map(OffsetDateTime::toInstant)
                    .orElse(null);
        } catch (DateTimeException withoutOffset) {
            throw GoogleError.invalid(name, "Bad Request").refused();
        }
    }
}
