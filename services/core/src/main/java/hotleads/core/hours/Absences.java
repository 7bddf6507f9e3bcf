package hotleads.core.hours;

import hotleads.contracts.PractitionersCalendars.Practitioner;
import hotleads.core.hours.DaysAway.Days;
import hotleads.core.staff.ProviderPlaces;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The absences that were told of; one that was taken back held until the day before. */
@Component
public class Absences {
    private static final int MOST = 500;

    private final JdbcClient jdbc;
    private final ProviderPlaces places;
    private final ZoneId zone;

    Absences(JdbcClient jdbc, ProviderPlaces places, @Value("${HOTLEADS_PRACTICE_ZONE:America/New_York}") ZoneId zone) {
        this.jdbc = jdbc;
        this.places = places;
        this.zone = zone;
    }

    /** Who is away on one day. */
    public record Away(Set<UUID> practitioners, Set<Long> calendars) {
        /** Told of themselves, or of each calendar they have. */
        public boolean holds(Practitioner one) {
            return practitioners.contains(one.account())
                    || !one.calendars().isEmpty() && calendars.containsAll(one.calendars());
        }
    }

    public Away onDay(LocalDate day) {
        Away away = new Away(new HashSet<>(), new HashSet<>());
        jdbc.sql("""
                        SELECT practitioner_id, calendar_id FROM absence
                        WHERE from_day <= ? AND until_day >= ? AND ended_at IS NULL
                        """).params(day, day).query(row -> {
            Optional.ofNullable(row.getObject("practitioner_id", UUID.class)).ifPresent(away.practitioners::add);
            Optional.ofNullable(row.getObject("calendar_id", Long.class)).ifPresent(away.calendars::add);
        });
        return away;
    }

    DaysAway of(long calendar) {
        Map<UUID, List<Days>> theirs = new HashMap<>();
        places.practitionersOf(calendar).forEach(account -> theirs.put(account, new ArrayList<>()));
        List<Days> own = new ArrayList<>();
        jdbc.sql("""
                        SELECT practitioner_id, from_day,
                          least(until_day, CAST(ended_at AT TIME ZONE ? AS date) - 1) AS until_day
                        FROM absence WHERE calendar_id = ? OR practitioner_id = ANY (?)
                        """)
                .params(zone.getId(), calendar, theirs.keySet().toArray(UUID[]::new))
                .query(row -> {
                    UUID account = row.getObject("practitioner_id", UUID.class);
                    theirs.getOrDefault(account, own)
                            .add(new Days(
                                    row.getObject("from_day", LocalDate.class),
                                    row.getObject("until_day", LocalDate.class)));
                });
        return new DaysAway(own, theirs.values());
    }

    /** Those that last on that day or begin after it, the first to begin first. */
    List<Absence> from(LocalDate day) {
        return jdbc.sql("""
                        SELECT id, practitioner_id, calendar_id, from_day, until_day FROM absence
                        WHERE until_day >= ? AND ended_at IS NULL ORDER BY from_day, id LIMIT ?
                        """).params(day, MOST).query((row, number) -> read(row)).list();
    }

    Optional<Absence> hold(UUID id) {
        return jdbc.sql("""
                        SELECT id, practitioner_id, calendar_id, from_day, until_day FROM absence
                        WHERE id = ? AND ended_at IS NULL FOR UPDATE
                        """).param(id).query((row, number) -> read(row)).optional();
    }

    void add(Absence one) {
        jdbc.sql("INSERT INTO absence (id, practitioner_id, calendar_id, from_day, until_day) VALUES (?, ?, ?, ?, ?)")
                .params(Arrays.asList(one.id(), one.practitioner(), one.calendar(), one.from(), one.until()))
                .update();
    }

    void end(UUID id, Instant now) {
        jdbc.sql("UPDATE absence SET ended_at = ? WHERE id = ?")
                .params(Timestamp.from(now), id)
                .update();
    }

    private static Absence read(ResultSet row) throws SQLException {
        return new Absence(
                row.getObject("id", UUID.class),
                row.getObject("practitioner_id", UUID.class),
                row.getObject("calendar_id", Long.class),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class));
    }
}
