package hotleads.sync.google;

import hotleads.sync.values.PlainTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Google's two ways to say when: a moment with its offset, or a day of the calendar's own zone (sheet §3). */
final class Times {
    private Times() {}

    /** The zone beside a moment may be another one: it is never applied to it. */
    static Optional<Instant> instant(JsonNode time, ZoneId calendar) {
        try {
            JsonNode moment = time.path("dateTime");
            if (moment.isString()) {
                return Optional.ofNullable(
                        PlainTime.of(OffsetDateTime.parse(moment.asString()).toInstant()));
            }
            JsonNode day = time.path("date");
            return day.isString()
                    ? Optional.ofNullable(PlainTime.of(LocalDate.parse(day.asString())
                            .atStartOfDay(calendar)
                            .toInstant()))
                    : Optional.empty();
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    static boolean isDay(JsonNode time) {
        return time.path("date").isString();
    }

    static ZoneId zone(JsonNode name) {
        try {
            return name.isString() ? ZoneId.of(name.asString()) : ZoneOffset.UTC;
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }
}
