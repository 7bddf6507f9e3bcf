package hotleads.simulators.control;

import hotleads.simulators.practice.Catalogue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Times in words, in the practice's zone. */
final class PracticeTimes {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.UK);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("h:mma", Locale.UK);

    private PracticeTimes() {}

    static String day(Instant instant) {
        return DAY.format(instant.atZone(Catalogue.ZONE));
    }

    static String hour(Instant instant) {
        return HOUR.format(instant.atZone(Catalogue.ZONE)).toLowerCase(Locale.UK);
    }

    static String dayAndHour(Instant instant) {
        return day(instant) + ", " + hour(instant);
    }

    /** What a browser's date and time field sends; empty when it was left empty or is no time. */
    static Optional<Instant> ofField(Optional<String> text) {
        try {
            return text.map(LocalDateTime::parse)
                    .map(time -> time.atZone(Catalogue.ZONE).toInstant());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
