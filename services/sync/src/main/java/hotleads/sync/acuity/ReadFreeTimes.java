package hotleads.sync.acuity;

import hotleads.contracts.FreeDatesQuery;
import hotleads.contracts.FreeTimesQuery;
import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.TimeCheckQuery;
import hotleads.sync.http.Deadline;
import hotleads.sync.values.PlainTime;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads when a session could be booked. Acuity holds nothing for us, so a time is checked right before it is shown. */
@Component
class ReadFreeTimes {
    private final AcuityApi api;
    private final AcuityProperties properties;

    ReadFreeTimes(AcuityApi api, AcuityProperties properties) {
        this.api = api;
        this.properties = properties;
    }

    ProviderAnswer<List<LocalDate>> dates(FreeDatesQuery query) {
        return Answers.ofWhatIsAlwaysThere(
                api.get(
                        "/availability/dates?month=" + query.month()
                                + of(query.typeId(), query.calendarId(), query.zone()),
                        Deadline.in(properties.total())),
                ReadFreeTimes::dates);
    }

    ProviderAnswer<List<Instant>> times(FreeTimesQuery query) {
        return Answers.ofWhatIsAlwaysThere(
                api.get(
                        "/availability/times?date=" + query.date()
                                + of(query.typeId(), query.calendarId(), query.zone()),
                        Deadline.in(properties.total())),
                ReadFreeTimes::times);
    }

    ProviderAnswer<Boolean> check(TimeCheckQuery query) {
        Answer answer = api.post(
                "/availability/check-times",
                Map.of(
                        // With an offset: without one Acuity reads it in the business's zone (sheet §5).
                        "datetime",
                                query.startsAt()
                                        .truncatedTo(ChronoUnit.SECONDS)
                                        .atOffset(ZoneOffset.UTC)
                                        .format(AcuityTime.SENT),
                        "appointmentTypeID", query.typeId(),
                        "calendarID", query.calendarId()),
                Deadline.in(properties.total()));
        return answer instanceof Answer.Failed failed && failed.cause().equals(Answer.NOT_AVAILABLE)
                ? ProviderAnswer.of(false)
                : Answers.ofWhatIsAlwaysThere(answer, json -> new Fields(one(json)).flag("valid"));
    }

    private static String of(long typeId, long calendarId, String zone) {
        return "&appointmentTypeID=" + typeId + "&calendarID=" + calendarId + "&timezone="
                + URLEncoder.encode(zone, StandardCharsets.UTF_8);
    }

    /** Some say that a list comes back (sheet §4.3); we ask about one time and read one answer either way. */
    private static JsonNode one(JsonNode json) {
        return json.isArray() && json.size() == 1 ? json.get(0) : json;
    }

    private static @Nullable List<LocalDate> dates(JsonNode list) {
        List<LocalDate> dates = new ArrayList<>();
        for (JsonNode json : list) {
            LocalDate date = date(Objects.requireNonNullElse(new Fields(json).text("date"), ""));
            if (date == null) {
                return null;
            }
            dates.add(date);
        }
        return list.isArray() ? List.copyOf(dates) : null;
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return PlainTime.of(LocalDate.parse(text));
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static @Nullable List<Instant> times(JsonNode list) {
        List<Instant> times = new ArrayList<>();
        for (JsonNode json : list) {
            Fields fields = new Fields(json);
            Instant time = AcuityTime.read(fields.text("time"));
            if (time == null) {
                return null;
            }
            if (!Objects.equals(fields.number("slotsAvailable"), 0L)) {
                times.add(time);
            }
        }
        return list.isArray() ? List.copyOf(times) : null;
    }
}
