package hotleads.sync.google;

import hotleads.contracts.BusyTime;
import hotleads.contracts.GoogleEvent;
import hotleads.contracts.GoogleEventsPage;
import hotleads.contracts.GoogleEventsQuery;
import hotleads.contracts.GoogleFreeBusyQuery;
import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ProviderOutcome;
import hotleads.contracts.SourceAccount;
import hotleads.sync.google.GoogleApi.Call;
import hotleads.sync.values.PlainText;
import hotleads.sync.values.PlainTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads when somebody is busy. Titles, places, texts and people are not even asked for. */
@Component
class ReadEvents {
    static final String EVENTS = "/calendars/primary/events";

    // Of the invited only oneself, and whether one declined: no address or name comes along.
    private static final String FIELDS =
            "items(id,status,start,end,transparency,eventType,attendees(self,responseStatus)),nextPageToken,nextSyncToken,timeZone";

    /** Where one works and whose birthday it is keeps nobody busy (sheet §3). */
    private static final Set<String> NOT_BUSY = Set.of("workingLocation", "birthday");

    private final GoogleApi api;
    private final GoogleProperties properties;

    ReadEvents(GoogleApi api, GoogleProperties properties) {
        this.api = api;
        this.properties = properties;
    }

    ProviderAnswer<GoogleEventsPage> page(GoogleAccount account, GoogleEventsQuery query) {
        String path = path(query).toString();
        return api.get(new Call("get", "events", path), account.reader(), api.deadline())
                .as(ReadEvents::page);
    }

    /** When Google itself says the owner is busy. What it cannot tell is no free time. */
    ProviderAnswer<List<BusyTime>> busy(GoogleAccount account, GoogleFreeBusyQuery query) {
        Map<String, ?> body = Map.of(
                "timeMin", query.from().toString(),
                "timeMax", query.to().toString(),
                "items", List.of(Map.of("id", "primary")));
        return api.send(new Call("post", "freeBusy", "/freeBusy"), account.reader(), body, null, api.deadline())
                .as(ReadEvents::busyTimes);
    }

    /** Google tells nothing of a plan: that busy times can be read is what the credentials open. */
    ProviderAnswer<SourceAccount> tried(GoogleAccount account) {
        ProviderAnswer<List<BusyTime>> busy =
                busy(account, new GoogleFreeBusyQuery(api.now(), api.now().plus(1, ChronoUnit.HOURS)));
        List<String> missing = account.writer() == null ? List.of(properties.writeScope()) : List.of();
        return busy.outcome() == ProviderOutcome.OK
                ? ProviderAnswer.of(new SourceAccount(null, null, missing))
                : ProviderAnswer.failed(busy.outcome(), busy.retryAfterMillis(), busy.cause());
    }

    private Query path(GoogleEventsQuery query) {
        Query path = new Query(EVENTS)
                .with("singleEvents", "true")
                .with("showDeleted", "true")
                .with("maxAttendees", "1")
                .with("maxResults", Integer.toString(properties.mostRows()))
                .with("fields", FIELDS);
        if (query.syncToken() == null) {
            // Whole seconds, with an offset: milliseconds are ignored there (sheet §3).
            path.with("timeMin", query.from().truncatedTo(ChronoUnit.SECONDS).toString())
                    .with("timeMax", query.to().truncatedTo(ChronoUnit.SECONDS).toString());
        } else {
            path.with("syncToken", query.syncToken());
        }
        return query.pageToken() == null ? path : path.with("pageToken", query.pageToken());
    }

    private static @Nullable GoogleEventsPage page(JsonNode list) {
        if (!list.path("items").isArray() && !list.path("items").isMissingNode()) {
            return null;
        }
        String next = text(list, "nextPageToken");
        String sync = text(list, "nextSyncToken");
        // The last page always has the token that the next list of changes begins with.
        if (next == null && sync == null) {
            return null;
        }
        ZoneId zone = Times.zone(list.path("timeZone"));
        List<GoogleEvent> events = new ArrayList<>();
        int unreadable = 0;
        for (JsonNode item : list.path("items")) {
            Optional<GoogleEvent> event = event(item, zone);
            event.ifPresent(events::add);
            unreadable += event.isPresent() ? 0 : 1;
        }
        return new GoogleEventsPage(events, next, sync, unreadable);
    }

    private static Optional<GoogleEvent> event(JsonNode item, ZoneId zone) {
        String id = text(item, "id");
        String status = item.path("status").asString("");
        if (id == null) {
            return Optional.empty();
        }
        if (status.equals("cancelled")) {
            return Optional.of(new GoogleEvent(id, true, null, null, false, false, false));
        }
        Optional<Instant> start = Times.instant(item.path("start"), zone);
        Optional<Instant> end = Times.instant(item.path("end"), zone);
        if (start.isEmpty() || end.isEmpty() || end.get().isBefore(start.get())) {
            return Optional.empty();
        }
        return Optional.of(new GoogleEvent(
                id,
                false,
                start.get(),
                end.get(),
                Times.isDay(item.path("start")),
                isBusy(item),
                status.equals("tentative")));
    }

    private static boolean isBusy(JsonNode item) {
        boolean declined = item.path("attendees")
                .valueStream()
                .anyMatch(one -> one.path("self").asBoolean(false)
                        && one.path("responseStatus").asString("").equals("declined"));
        return !declined
                && !item.path("transparency").asString("").equals("transparent")
                && !NOT_BUSY.contains(item.path("eventType").asString(""));
    }

    private static @Nullable List<BusyTime> busyTimes(JsonNode answer) {
        JsonNode calendars = answer.path("calendars");
        if (calendars.size() != 1) {
            return null;
        }
        JsonNode calendar = calendars.iterator().next();
        // It shows no blocks then, which does not mean that there are none (sheet §3).
        if (!calendar.path("errors").isEmpty() || !calendar.path("busy").isArray()) {
            return null;
        }
        try {
            List<BusyTime> busy = new ArrayList<>();
            for (JsonNode block : calendar.path("busy")) {
                Instant start = instant(block, "start");
                Instant end = instant(block, "end");
                if (start == null || end == null) {
                    return null;
                }
                busy.add(new BusyTime(start, end));
            }
            return busy;
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static @Nullable Instant instant(JsonNode block, String name) {
        return PlainTime.of(OffsetDateTime.parse(block.path(name).asString("")).toInstant());
    }

    /** What names something, as it came or not at all. */
    static @Nullable String text(JsonNode json, String name) {
        JsonNode value = json.path(name);
        return value.isString() && !value.asString().isBlank() && PlainText.isPlain(value.asString())
                ? value.asString()
                : null;
    }
}
