package hotleads.core.lookback;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The hour at which the list is read in earnest, on days that are over. */
@Component
class Mornings {
    /** From a listing to the last booking that may follow from it. */
    static final Duration TO_BOOK = Duration.ofDays(14);

    private static final int DAYS_BACK = 180;
    private static final LocalTime NINE = LocalTime.of(9, 0);

    private final JdbcClient jdbc;
    private final ZoneId zone;

    Mornings(JdbcClient jdbc, @Value("${HOTLEADS_PRACTICE_ZONE:America/New_York}") ZoneId zone) {
        this.jdbc = jdbc;
        this.zone = zone;
    }

    /** The last half year of those that have had their fourteen days, from the day after we first heard of anything. */
    List<LocalDate> settled(Instant now) {
        LocalDate end = LocalDate.ofInstant(now.minus(TO_BOOK), zone);
        return days(end.minusDays(DAYS_BACK), end).stream()
                .filter(day -> at(day).plus(TO_BOOK).isBefore(now))
                .toList();
    }

    /** The last ones up to today, oldest first. */
    List<LocalDate> lately(Instant now, int days) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        return days(today.minusDays(days), today.plusDays(1)).stream()
                .filter(day -> !at(day).isAfter(now))
                .toList();
    }

    Instant at(LocalDate day) {
        return day.atTime(NINE).atZone(zone).toInstant();
    }

    private List<LocalDate> days(LocalDate from, LocalDate before) {
        LocalDate first = jdbc.sql("SELECT least((SELECT min(received_at) FROM observation),"
                        + " (SELECT min(received_at) FROM source_observation))")
                .query((row, number) -> java.util.Optional.ofNullable(row.getTimestamp(1)))
                .single()
                .map(heard -> LocalDate.ofInstant(heard.toInstant(), zone).plusDays(1))
                .orElse(before);
        LocalDate begin = first.isAfter(from) ? first : from;
        return begin.isBefore(before) ? begin.datesUntil(before).toList() : List.of();
    }
}
