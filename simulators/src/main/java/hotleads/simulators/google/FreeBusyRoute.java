package hotleads.simulators.google;

import hotleads.simulators.storage.Json;
import hotleads.simulators.web.Answer;
import hotleads.simulators.web.Request;
import hotleads.simulators.web.Routes;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code POST /freeBusy}: blocks that touch are joined; a calendar in error shows none, which is not "free". */
final class FreeBusyRoute {

    private static final Duration LONGEST = Duration.ofDays(92);

    private final Google google;
    private final Access access;

    FreeBusyRoute(Google google, Access access) {
        this.google = google;
        this.access = access;
    }

    void addTo(Routes routes) {
        routes.on("POST", "/freeBusy", this::ask);
    }

    private record Block(Instant start, Instant end) {}

    private Answer ask(Request request) {
        if (access.scopes(request).stream().noneMatch(Scope::asksFreeBusy)) {
            throw GoogleError.SCOPES.refused();
        }
        ObjectNode body = request.json();
        Instant from = instant(body, "timeMin");
        Instant to = instant(body, "timeMax");
        if (!from.isBefore(to)) {
            throw new GoogleError(400, "global", "timeRangeEmpty", "The specified time range is empty.", "timeRange")
                    .refused();
        }
        if (Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw new GoogleError(
                            400, "calendar", "timeRangeTooLong", "The requested time range is too long.", "timeRange")
                    .refused();
        }
        var answer = Json.MAPPER.createObjectNode();
        answer.put("kind", "calendar#freeBusy").put("timeMin", from.toString()).put("timeMax", to.toString());
        var calendars = answer.putObject("calendars");
        for (JsonNode item : body.path("items")) {
            String id = item.path("id").asString("");
            calendar(calendars.putObject(id), id.equals("primary") ? access.person(request) : id, from, to);
        }
        return Answer.json(200, answer);
    }

    private void calendar(ObjectNode shown, String address, Instant from, Instant to) {
        boolean unknown = google.faults().on(GoogleFault.FREE_BUSY_UNKNOWN)
                || google.calendar(address).isEmpty();
        if (unknown) {
            shown.putArray("errors").addObject().put("domain", "global").put("reason", "notFound");
        }
        var busy = shown.putArray("busy");
        if (!unknown) {
            google.calendar(address).stream()
                    .flatMap(calendar -> joined(calendar, from, to).stream())
                    .forEach(block -> busy.addObject()
                            .put("start", block.start.toString())
                            .put("end", block.end.toString()));
        }
    }

    private static List<Block> joined(GoogleCalendar calendar, Instant from, Instant to) {
        var joined = new ArrayList<Block>();
        calendar.list(from, to, true, false).stream()
                .filter(Event::isBusy)
                .map(event -> new Block(event.span().startsAt(), event.span().endsAt()))
                .sorted(Comparator.comparing(Block::start))
                .forEach(block -> {
                    if (!joined.isEmpty() && !block.start.isAfter(joined.getLast().end)) {
                        Block last = joined.removeLast();
                        joined.add(new Block(last.start, last.end.isAfter(block.end) ? last.end : block.end));
                    } else {
                        joined.add(block);
                    }
                });
        return joined;
    }

    private static Instant instant(ObjectNode body, String name) {
        try {
            return OffsetDateTime.parse(body.path(name).asString("")).toInstant();
        } catch (DateTimeException unreadable) {
            throw GoogleError.invalid(name, "Bad Request").refused();
        }
    }
}
