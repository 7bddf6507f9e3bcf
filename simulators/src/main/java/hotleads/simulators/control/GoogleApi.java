package hotleads.simulators.control;

import hotleads.simulators.google.Event;
import hotleads.simulators.google.Google;
import hotleads.simulators.google.GoogleCalendar;
import hotleads.simulators.google.GoogleDesk;
import hotleads.simulators.google.GoogleFault;
import hotleads.simulators.storage.Json;
import hotleads.simulators.web.Answer;
import hotleads.simulators.web.BadRequest;
import hotleads.simulators.web.Refusal;
import hotleads.simulators.web.Request;
import hotleads.simulators.web.Routes;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What tests do at Google in somebody's place, and the truth to compare with. */
final class GoogleApi {

    private final Google google;
    private final GoogleDesk desk;

    GoogleApi(Google google) {
        this.google = google;
        desk = new GoogleDesk(google);
    }

    void addTo(Routes routes) {
        routes.on("GET", "/api/google/faults", request -> faults())
                .on("PUT", "/api/google/faults", this::change)
                .on("DELETE", "/api/google/faults", request -> {
                    google.faults().reset();
                    return faults();
                })
                .on("POST", "/api/google/permission", this::permission)
                .on("GET", "/api/google/events", this::events)
                .on("POST", "/api/google/events", this::add)
                .on("POST", "/api/google/events/move", this::move)
                .on("POST", "/api/google/events/remove", this::remove)
                .on("POST", "/api/google/forget-tokens", this::forget);
    }

    private Answer change(Request request) {
        JsonNode switches = request.json().path("faults");
        switches.propertyNames().forEach(GoogleApi::known);
        switches.properties()
                .forEach(one ->
                        google.faults().set(known(one.getKey()), one.getValue().asBoolean()));
        return faults();
    }

    private Answer faults() {
        var answer = Json.MAPPER.createObjectNode();
        var switches = answer.putObject("faults");
        for (GoogleFault fault : GoogleFault.values()) {
            switches.put(fault.word(), google.faults().on(fault));
        }
        return Answer.json(200, answer);
    }

    private Answer permission(Request request) {
        google.permission(!request.json().path("withdrawn").asBoolean(false));
        return faults();
    }

    private Answer events(Request request) {
        google.live();
        Instant from = request.query().get("from").map(GoogleApi::instant).orElse(null);
        Instant to = request.query().get("to").map(GoogleApi::instant).orElse(null);
        return Answer.json(
                200,
                desk.events(calendar(request.query().get("address")), from, to).stream()
                        .map(GoogleApi::view)
                        .toList());
    }

    private Answer add(Request request) {
        ObjectNode body = request.json();
        return Answer.json(
                201,
                view(desk.add(
                        calendar(text(body, "address")),
                        instant(text(body, "start").orElse("")),
                        Duration.ofMinutes(body.path("minutes").asLong(60)))));
    }

    private Answer move(Request request) {
        ObjectNode body = request.json();
        return shown(desk.move(
                calendar(text(body, "address")),
                text(body, "id").orElse(""),
                Duration.ofMinutes(body.path("minutes").asLong(60))));
    }

    private Answer remove(Request request) {
        ObjectNode body = request.json();
        return shown(
                desk.remove(calendar(text(body, "address")), text(body, "id").orElse("")));
    }

    private Answer forget(Request request) {
        google.calendars().forEach(GoogleCalendar::forgetTokens);
        return Answer.json(200, Map.of("forgotten", google.calendars().size()));
    }

    private static Answer shown(Optional<Event> event) {
        return event.map(one -> Answer.json(200, view(one)))
                .orElseGet(() -> Answer.json(404, new Refusal(404, "not-found", "There is no such event.")));
    }

    private static Map<String, Object> view(Event event) {
        return GoogleDesk.view(event);
    }

    private GoogleCalendar calendar(Optional<String> address) {
        return address.flatMap(google::calendar)
                .orElseThrow(() -> new BadRequest("address is that of one of the practitioners."));
    }

    private static GoogleFault known(String word) {
        return GoogleFault.of(word).orElseThrow(() -> new BadRequest("There is no fault of this name."));
    }

    private static Optional<String> text(ObjectNode body, String name) {
        return Optional.of(body.path(name)).filter(JsonNode::isString).map(JsonNode::asString);
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException unreadable) {
            throw new BadRequest("Times are ISO-8601 with an offset, such as 2026-12-01T15:00:00-05:00.", unreadable);
        }
    }
}
