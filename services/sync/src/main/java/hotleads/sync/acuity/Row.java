package hotleads.sync.acuity;

import hotleads.contracts.AcuityAppointment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One appointment as Acuity sent it. Only five fields are always there (sheet §4.2); forms, notes, prices and the
 * confirmation link are not looked at, so they end here.
 */
sealed interface Row {
    /** All we need is there. */
    record Readable(AcuityAppointment appointment) implements Row {}

    /** It exists, and a field we need is missing. */
    record Unreadable(long id) implements Row {}

    /** Not even its id can be read. */
    record Nameless() implements Row {}

    static Row read(JsonNode json) {
        Fields fields = new Fields(json);
        Long id = fields.number("id");
        if (id == null) {
            return new Nameless();
        }
        Instant startsAt = AcuityTime.read(fields.text("datetime"));
        Integer minutes = minutes(fields.number("duration"));
        Long calendarId = fields.number("calendarID");
        Long typeId = fields.number("appointmentTypeID");
        return startsAt == null || minutes == null || calendarId == null || typeId == null
                ? new Unreadable(id)
                : new Readable(appointment(id, startsAt, minutes, calendarId, typeId, fields));
    }

    private static AcuityAppointment appointment(
            long id, Instant startsAt, int minutes, long calendarId, long typeId, Fields fields) {
        boolean canceled = Objects.requireNonNullElse(fields.flag("canceled"), false);
        return new AcuityAppointment(
                id,
                fields.text("firstName"),
                fields.text("lastName"),
                fields.text("phone"),
                fields.text("email"),
                startsAt,
                minutes,
                calendarId,
                fields.text("calendar"),
                typeId,
                fields.text("type"),
                fields.text("timezone"),
                fields.text("calendarTimezone"),
                canceled,
                // Acuity keeps missed sessions among the cancelled ones; anywhere else the word means nothing.
                canceled ? fields.flag("noShow") : null,
                AcuityTime.read(fields.text("datetimeCreated")),
                fields.has("scheduledBy") ? fields.text("scheduledBy") != null : null,
                labelIds(fields.object().path("labels")),
                fields.number("classID"));
    }

    private static List<Long> labelIds(JsonNode labels) {
        List<Long> ids = new ArrayList<>();
        for (JsonNode label : labels) {
            Long id = new Fields(label).number("id");
            if (id != null) {
                ids.add(id);
            }
        }
        return List.copyOf(ids);
    }

    private static @Nullable Integer minutes(@Nullable Long duration) {
        return duration != null && duration >= 0 && duration <= Integer.MAX_VALUE ? duration.intValue() : null;
    }
}
