package hotleads.simulators.google;

import hotleads.simulators.storage.Json;
import hotleads.simulators.web.Answer;
import hotleads.simulators.web.Request;
import hotleads.simulators.web.Routes;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** A calendar's events, one by one, and who wants to hear of them. */
final class EventRoutes {

    private static final Pattern ID = Pattern.compile("[a-v0-9]{5,1024}");
    private static final Duration WEEK = Duration.ofDays(7);

    private final Google google;
    private final Access access;
    private final EventJson json;
    private final EventList list;

    EventRoutes(Google google, Access access) {
        this.google = google;
        this.access = access;
        json = new EventJson(google.faults());
        list = new EventList(google, json);
    }

    void addTo(Routes routes) {
        routes.on("GET", "/calendars/{calendar}/events", this::list)
                .on("POST", "/calendars/{calendar}/events", this::insert)
                .on("POST", "/calendars/{calendar}/events/watch", this::watch)
                .on("GET", "/calendars/{calendar}/events/{event}", this::get)
                .on("PATCH", "/calendars/{calendar}/events/{event}", request -> edit(request, false))
                .on("PUT", "/calendars/{calendar}/events/{event}", request -> edit(request, true))
                .on("DELETE", "/calendars/{calendar}/events/{event}", this::delete)
                .on("POST", "/channels/stop", this::stop);
    }

    private Answer list(Request request) {
        return list.of(access.reading(request), request, access.scopes(request));
    }

    private Answer get(Request request) {
        Event event =
                access.reading(request).find(request.variable("event")).orElseThrow(GoogleError.NOT_FOUND::refused);
        if (request.header("If-None-Match").filter(event.etag()::equals).isPresent()) {
            return Answer.of(304, "application/json", new byte[0]);
        }
        return shown(request, event);
    }

    private Answer insert(Request request) {
        GoogleCalendar calendar = access.writing(request);
        var body = new EventBody(request.json(), true);
        String id = body.id().orElseGet(() -> UUID.randomUUID().toString().replace("-", ""));
        if (!ID.matcher(id).matches()) {
            throw GoogleError.invalid("id", "Invalid resource id value.").refused();
        }
        synchronized (calendar) {
            if (calendar.wasEverUsed(id) || google.faults().on(GoogleFault.CONFLICT)) {
                throw GoogleError.DUPLICATE.refused();
            }
            Event made = calendar.put(body.on(blank(id, body.span())));
            google.save();
            return shown(request, made);
        }
    }

    private Event blank(String id, Span span) {
        Instant now = google.practiceTime().instant();
        return new Event(
                id, false, 0, now, now, 0, null, span, false, false, false, "default", null, false, null, null, null,
                Map.of());
    }

    private Answer edit(Request request, boolean whole) {
        GoogleCalendar calendar = access.writing(request);
        synchronized (calendar) {
            Event before = calendar.find(request.variable("event")).orElseThrow(GoogleError.NOT_FOUND::refused);
            check(request, before);
            if (before.response() != null) {
                throw new GoogleError(
                                403,
                                "calendar",
                                "forbiddenForNonOrganizer",
                                "Shared properties can only be" + " changed by the organizer of the event.")
                        .refused();
            }
            Event after = calendar.change(before.id(), new EventBody(request.json(), whole)::on);
            google.save();
            return shown(request, after);
        }
    }

    private Answer delete(Request request) {
        GoogleCalendar calendar = access.writing(request);
        synchronized (calendar) {
            Event before = calendar.find(request.variable("event")).orElseThrow(GoogleError.NOT_FOUND::refused);
            if (before.cancelled()) {
                throw GoogleError.DELETED.refused();
            }
            check(request, before);
            calendar.change(before.id(), event -> event.withCancelled(true));
            google.save();
            return Answer.noContent();
        }
    }

    private void check(Request request, Event before) {
        boolean wrong = request.header("If-Match")
                .filter(etag -> !etag.equals("*"))
                .filter(etag -> !etag.equals(before.etag()) || google.faults().on(GoogleFault.CONDITION_FAILS))
                .isPresent();
        if (wrong) {
            throw GoogleError.CONDITION.refused();
        }
    }

    private Answer shown(Request request, Event event) {
        var shown = json.of(event, access.person(request), access.scopes(request));
        return Answer.json(
                200,
                request.query()
                        .get("fields")
                        .map(Fields::parse)
                        .map(fields -> fields.of(shown))
                        .orElse(shown));
    }

    private Answer watch(Request request) {
        GoogleCalendar calendar = access.reading(request);
        ObjectNode body = request.json();
        String id = body.path("id").asString("");
        String target = body.path("address").asString("");
        if (id.isEmpty() || id.length() > 64 || !body.path("type").asString("").equals("web_hook")) {
            throw GoogleError.required("id").refused();
        }
        if (!target.startsWith("https://")) {
            throw new GoogleError(400, "push", "webhookUrlNotHttps", "WebHook callback must be HTTPS: " + target)
                    .refused();
        }
        Instant expires =
                google.practiceTime().instant().plus(ttl(body)).truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
        var channel = new Channel(
                id,
                "res" + Integer.toUnsignedString(calendar.address().hashCode(), 36),
                calendar.address(),
                target,
                body.path("token").isString() ? body.path("token").asString() : null,
                expires,
                false,
                1);
        if (!google.pushes().open(channel)) {
            throw new GoogleError(400, "push", "channelIdNotUnique", "Channel id " + id + " not unique").refused();
        }
        google.save();
        var answer = Json.MAPPER.createObjectNode();
        answer.put("kind", "api#channel").put("id", id).put("resourceId", channel.resource());
        answer.put(
                "resourceUri",
                "https://www.googleapis.com/calendar/v3/calendars/" + calendar.address() + "/events?alt=json");
        if (channel.token() != null) {
            answer.put("token", channel.token());
        }
        answer.put("expiration", Long.toString(expires.toEpochMilli()));
        return Answer.json(200, answer);
    }

    private static Duration ttl(ObjectNode body) {
        try {
            long seconds = Long.parseLong(body.path("params").path("ttl").asString("604800"));
            return Duration.ofSeconds(Math.clamp(seconds, 1, WEEK.toSeconds()));
        } catch (NumberFormatException word) {
            throw GoogleError.invalid("ttl", "Invalid ttl").refused();
        }
    }

    private Answer stop(Request request) {
        Set<Scope> scopes = access.scopes(request);
        if (scopes.stream().noneMatch(Scope::reads)) {
            throw GoogleError.SCOPES.refused();
        }
        ObjectNode body = request.json();
        boolean known = google.pushes()
                .stop(body.path("id").asString(""), body.path("resourceId").asString(""), access.person(request));
        if (!known) {
            throw new GoogleError(404, "global", "notFound", "Channel not found").refused();
        }
        google.save();
        return Answer.noContent();
    }
}
