package hotleads.simulators.google;

import hotleads.simulators.practice.Catalogue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a write says about an event; {@code whole} when what is left out is erased. */
record EventBody(ObjectNode json, boolean whole) {

    Optional<String> id() {
        return text("id");
    }

    boolean cancels() {
        return text("status").filter("cancelled"::equals).isPresent();
    }

    boolean confirms() {
        return text("status").filter("confirmed"::equals).isPresent();
    }

    /** As the event is after this write. */
    Event on(Event before) {
        Event placed = json.has("start") || json.has("end") ? before.at(span()) : before;
        Event described = placed.described(
                told("summary") ? text("summary").orElse(null) : before.summary(),
                told("transparency")
                        ? text("transparency").filter("transparent"::equals).isPresent()
                        : before.transparent(),
                told("visibility")
                        ? text("visibility").filter("private"::equals).isPresent()
                        : before.secret(),
                told("status") ? text("status").filter("tentative"::equals).isPresent() : before.tentative(),
                marks(before.properties()));
        return cancels() ? described.withCancelled(true) : confirms() ? described.withCancelled(false) : described;
    }

    Span span() {
        Moment start = moment("start");
        Moment end = moment("end");
        if (start.day != null && end.day != null) {
            return Span.days(start.day, end.day);
        }
        if (start.at == null || end.at == null || end.at.isBefore(start.at)) {
            throw GoogleError.invalid("end", "The specified time range is empty.")
                    .refused();
        }
        return new Span(start.at, end.at, null, null, start.zone);
    }

    private boolean told(String name) {
        return whole || json.has(name);
    }

    private Map<String, String> marks(Map<String, String> before) {
        JsonNode given = json.path("extendedProperties").path("private");
        var marks = new HashMap<>(whole ? Map.of() : before);
        for (Map.Entry<String, JsonNode> one : given.properties()) {
            if (one.getValue().isNull()) {
                marks.remove(one.getKey());
            } else if (one.getKey().length() <= 44) {
                String value = one.getValue().asString("");
                marks.put(one.getKey(), value.substring(0, Math.min(1_024, value.length())));
            }
        }
        return marks;
    }

    private record Moment(
            @Nullable Instant at,
            @Nullable LocalDate day,
            @Nullable String zone) {}

    private Moment moment(String name) {
        JsonNode value = json.path(name);
        try {
            if (value.path("date").isString()) {
                return new Moment(null, LocalDate.parse(value.path("date").asString()), null);
            }
            String zone =
                    value.path("timeZone").isString() ? value.path("timeZone").asString() : null;
            return new Moment(instant(value.path("dateTime").asString(""), zone), null, zone);
        } catch (DateTimeException unreadable) {
            throw GoogleError.invalid(name, "Invalid value for: " + name).refused();
        }
    }

    private static Instant instant(String text, @Nullable String zone) {
        boolean hasOffset = text.endsWith("Z") || text.matches(".*[+-]\\d\\d:\\d\\d");
        if (hasOffset) {
            return OffsetDateTime.parse(text).toInstant();
        }
        return LocalDateTime.parse(text)
                .atZone(zone == null ? Catalogue.ZONE : ZoneId.of(zone))
                .toInstant();
    }

    private Optional<String> text(String name) {
        return Optional.of(json.path(name)).filter(JsonNode::isString).map(JsonNode::asString);
    }
}
