package hotleads.simulators.google;

import hotleads.simulators.practice.Catalogue;
import hotleads.simulators.storage.Json;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Events as Google writes them, to whom may see what. */
final class EventJson {

    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'");
    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX");

    private final GoogleFaults faults;

    EventJson(GoogleFaults faults) {
        this.faults = faults;
    }

    ObjectNode of(Event event, String address, Set<Scope> scopes) {
        boolean details = scopes.stream().anyMatch(Scope::seesDetails);
        var json = Json.MAPPER.createObjectNode();
        json.put("kind", "calendar#event").put("id", event.id());
        json.put("status", event.cancelled() ? "cancelled" : event.tentative() ? "tentative" : "confirmed");
        if (event.cancelled()) {
            return cancelled(event, json);
        }
        span(json, event.span());
        if (!details && faults.on(GoogleFault.BARE_EVENTS)) {
            return json;
        }
        json.put("etag", event.etag())
                .put("updated", MILLIS.format(event.updated().atOffset(java.time.ZoneOffset.UTC)))
                .put("eventType", event.type());
        if (event.transparent()) {
            json.put("transparency", "transparent");
        }
        partOfSeries(event, json);
        return details ? detailed(event, address, json) : json;
    }

    /** Often no more than this (sheet §1.5). */
    private static ObjectNode cancelled(Event event, ObjectNode json) {
        partOfSeries(event, json);
        return json;
    }

    private static void partOfSeries(Event event, ObjectNode json) {
        if (event.series() != null && event.original() != null) {
            json.put("recurringEventId", event.series());
            time(
                    json.putObject("originalStartTime"),
                    event.original(),
                    event.original().startsAt(),
                    true);
        }
    }

    private static ObjectNode detailed(Event event, String address, ObjectNode json) {
        json.put(
                "created",
                event.created()
                        .atOffset(java.time.ZoneOffset.UTC)
                        .format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'.000Z'")));
        if (event.summary() != null) {
            json.put("summary", event.summary());
        }
        json.put("iCalUID", (event.series() == null ? event.id() : event.series()) + "@google.com");
        json.put("sequence", event.sequence());
        if (event.secret()) {
            json.put("visibility", "private");
        }
        if (event.weekly()) {
            json.putArray("recurrence").add("RRULE:FREQ=WEEKLY");
        }
        String host = event.response() == null ? address : "somebody@elsewhere.example";
        json.putObject("organizer").put("email", host).put("self", event.response() == null);
        if (event.response() != null) {
            var attendees = json.putArray("attendees");
            attendees.addObject().put("email", host).put("organizer", true).put("responseStatus", "accepted");
            attendees.addObject().put("email", address).put("self", true).put("responseStatus", event.response());
        }
        if (!event.properties().isEmpty()) {
            var marks = json.putObject("extendedProperties").putObject("private");
            event.properties().forEach(marks::put);
        }
        json.putObject("reminders").put("useDefault", true);
        return json;
    }

    private static void span(ObjectNode json, Span span) {
        time(json.putObject("start"), span, span.startsAt(), true);
        time(json.putObject("end"), span, span.endsAt(), false);
    }

    // The offset is the calendar's, the zone beside it the event's own: they may disagree (sheet §3).
    private static void time(ObjectNode json, Span span, Instant at, boolean first) {
        if (span.isAllDay()) {
            json.put("date", String.valueOf(first ? span.firstDay() : span.endDay()));
        } else {
            json.put("dateTime", OFFSET.format(at.atZone(Catalogue.ZONE)));
            if (span.zone() != null) {
                json.put("timeZone", span.zone());
            }
        }
    }
}
