package hotleads.simulators.acuity;

import hotleads.simulators.practice.Catalogue;
import hotleads.simulators.practice.SessionType;
import hotleads.simulators.web.Request;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the JSON body of a write, and refuses what is missing or wrong with Acuity's own codes. */
record Body(ObjectNode json) {

    static Body of(Request request) {
        return new Body(request.json());
    }

    /** Present and not null, as text. */
    Optional<String> text(String name) {
        JsonNode value = json.get(name);
        return value == null || value.isNull() ? Optional.empty() : Optional.of(value.asString());
    }

    Optional<Long> number(String name) {
        return text(name).flatMap(Body::parse);
    }

    boolean isTrue(String name) {
        return text(name).filter("true"::equals).isPresent();
    }

    boolean has(String name) {
        return json.has(name);
    }

    String required(String name, String error) {
        return text(name)
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new Refused(ApiError.of(error, "The parameter " + name + " is required.")));
    }

    Instant datetime() {
        String text = required("datetime", "required_datetime");
        return AcuityTime.parse(text, Catalogue.ZONE)
                .orElseThrow(() -> new Refused(ApiError.of("invalid_datetime", "The datetime could not be read.")));
    }

    SessionType type() {
        String id = required("appointmentTypeID", "required_appointment_type_id");
        return parse(id)
                .flatMap(Catalogue::type)
                .filter(SessionType::active)
                .orElseThrow(() ->
                        new Refused(ApiError.of("invalid_appointment_type", "The appointment type does not exist.")));
    }

    /** The named calendar, which must exist; empty where none is named. */
    Optional<Long> calendarId() {
        Optional<String> named = text("calendarID");
        if (named.isEmpty()) {
            return Optional.empty();
        }
        return named.flatMap(Body::parse)
                .filter(id -> Catalogue.practitioner(id).isPresent())
                .or(() -> {
                    throw new Refused(ApiError.of("invalid_calendar", "The calendar does not exist."));
                });
    }

    /** The first label's id; Acuity allows one. */
    Optional<Long> labelId() {
        JsonNode labels = json.get("labels");
        if (labels == null || !labels.isArray() || labels.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(labels.get(0).path("id").asLong(0))
                .filter(id -> Labels.find(id).isPresent());
    }

    private static Optional<Long> parse(String text) {
        try {
            return Optional.of(Long.valueOf(text));
        } catch (NumberFormatException word) {
            return Optional.empty();
        }
    }
}
