package hotleads.sync.acuity;

import hotleads.contracts.AcuityCalendar;
import hotleads.contracts.AcuityCatalogue;
import hotleads.contracts.AcuitySessionType;
import hotleads.contracts.ProviderAnswer;
import hotleads.sync.http.Deadline;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads what can be booked, and with whom. */
@Component
class ReadCatalogue {
    private final AcuityApi api;
    private final AcuityProperties properties;

    ReadCatalogue(AcuityApi api, AcuityProperties properties) {
        this.api = api;
        this.properties = properties;
    }

    ProviderAnswer<AcuityCatalogue> read() {
        Deadline deadline = Deadline.in(properties.total());
        ProviderAnswer<List<AcuitySessionType>> types = Answers.ofWhatIsAlwaysThere(
                api.get("/appointment-types", deadline), json -> all(json, ReadCatalogue::type));
        List<AcuitySessionType> found = types.content();
        return found == null
                ? ProviderAnswer.failed(types.outcome(), types.retryAfterMillis(), types.cause())
                : Answers.ofWhatIsAlwaysThere(api.get("/calendars", deadline), json -> catalogue(found, json));
    }

    private static @Nullable AcuityCatalogue catalogue(List<AcuitySessionType> types, JsonNode calendars) {
        List<AcuityCalendar> found = all(calendars, ReadCatalogue::calendar);
        return found == null ? null : new AcuityCatalogue(types, found);
    }

    /** Null when it is no list; what has no id in it cannot be booked and is passed over. */
    private static <T> @Nullable List<T> all(JsonNode list, Function<Fields, @Nullable T> read) {
        if (!list.isArray()) {
            return null;
        }
        List<T> found = new ArrayList<>();
        for (JsonNode json : list) {
            T one = read.apply(new Fields(json));
            if (one != null) {
                found.add(one);
            }
        }
        return List.copyOf(found);
    }

    private static @Nullable AcuitySessionType type(Fields fields) {
        Long id = fields.number("id");
        return id == null
                ? null
                : new AcuitySessionType(
                        id,
                        // Left out, it says nothing; types that are not offered any more carry a false.
                        Objects.requireNonNullElse(fields.flag("active"), true),
                        fields.text("name"),
                        !Objects.requireNonNullElse(fields.text("type"), "service")
                                .equals("service"),
                        fields.numbers("calendarIDs"));
    }

    private static @Nullable AcuityCalendar calendar(Fields fields) {
        Long id = fields.number("id");
        return id == null ? null : new AcuityCalendar(id, fields.text("name"), fields.text("timezone"));
    }
}
