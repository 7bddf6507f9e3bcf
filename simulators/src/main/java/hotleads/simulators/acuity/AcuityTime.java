package hotleads.simulators.acuity;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Times as Acuity writes them (an offset without a colon, wall-clock words) and as it takes them. */
final class AcuityTime {

    private static final DateTimeFormatter PLAIN = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxx", Locale.US);
    private static final DateTimeFormatter COLON = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.US);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.US);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("h:mma", Locale.US);
    private static final List<DateTimeFormatter> WITH_OFFSET = List.of(PLAIN, DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    private static final List<DateTimeFormatter> WALL_CLOCK = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE_TIME,
            lenient("yyyy-MM-dd h:mma"),
            lenient("yyyy-MM-dd HH:mm"),
            lenient("yyyy-MM-dd HH:mm:ss"));
    private static final List<DateTimeFormatter> DAYS =
            List.of(DateTimeFormatter.ISO_LOCAL_DATE, lenient("MMMM d, yyyy"), lenient("M/d/yyyy"));

    private AcuityTime() {}

    static String stamp(Instant instant, ZoneId zone, boolean colon) {
        return (colon ? COLON : PLAIN).format(instant.atZone(zone));
    }

    static String day(Instant instant, ZoneId zone) {
        return DAY.format(instant.atZone(zone));
    }

    static String hour(Instant instant, ZoneId zone) {
        return HOUR.format(instant.atZone(zone)).toLowerCase(Locale.US);
    }

    /** Without an offset it is a wall clock in the given zone. */
    static Optional<Instant> parse(String text, ZoneId zone) {
        for (DateTimeFormatter format : WITH_OFFSET) {
            try {
                return Optional.of(OffsetDateTime.parse(text, format).toInstant());
            } catch (DateTimeException next) {
                continue;
            }
        }
        for (DateTimeFormatter format : WALL_CLOCK) {
            try {
                return Optional.of(
                        LocalDateTime.parse(text, format).atZone(zone).toInstant());
            } catch (DateTimeException next) {
                continue;
            }
        }
        return Optional.empty();
    }

    static Optional<LocalDate> parseDay(String text, ZoneId zone) {
        for (DateTimeFormatter format : DAYS) {
            try {
                return Optional.of(LocalDate.parse(text, format));
            } catch (DateTimeException next) {
                continue;
            }
        }
        return parse(text, zone).map(instant -> instant.atZone(zone).toLocalDate());
    }

    private static DateTimeFormatter lenient(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.US);
    }
}
