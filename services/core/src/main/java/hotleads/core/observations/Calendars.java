package hotleads.core.observations;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import hotleads.contracts.AcuityAppointment;
import hotleads.core.vault.PracticeVault;
import hotleads.core.vault.ReportUnopened;
import hotleads.vault.Place;
import hotleads.vault.SealingKey;
import hotleads.vault.Unopened;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The names of calendars (practitioners) and session types, as appointments bring them; sealed under the practice's
 * key.
 */
@Component
public class Calendars {
    // A rename shows within minutes; until then the old name is as right as it was.
    private final Cache<String, Optional<String>> known = Caffeine.newBuilder()
            .maximumSize(2_000)
            .expireAfterWrite(Duration.ofMinutes(5))
            .build();
    private final JdbcClient jdbc;
    private final PracticeVault practice;
    private final ReportUnopened report;

    Calendars(JdbcClient jdbc, PracticeVault practice, ReportUnopened report) {
        this.jdbc = jdbc;
        this.practice = practice;
        this.report = report;
    }

    public Optional<String> practitioner(long calendar) {
        return name("calendar", calendar);
    }

    public Optional<String> sessionType(long type) {
        return name("session_type", type);
    }

    /** The names of all calendars, by their ids. */
    public SortedMap<Long, String> practitioners() {
        SortedMap<Long, String> names = new TreeMap<>();
        jdbc.sql("SELECT id FROM calendar")
                .query(Long.class)
                .list()
                .forEach(id -> practitioner(id).ifPresent(name -> names.put(id, name)));
        return names;
    }

    void learn(AcuityAppointment appointment) {
        learn("calendar", appointment.calendarId(), appointment.calendarName());
        learn("session_type", appointment.appointmentTypeId(), appointment.typeName());
    }

    /** Names as observations bring them, one after the other: the last is the one that counts. */
    static final class Names {
        private final Map<Long, String> calendars = new HashMap<>();
        private final Map<Long, String> sessionTypes = new HashMap<>();

        void learn(AcuityAppointment appointment) {
            put(calendars, appointment.calendarId(), appointment.calendarName());
            put(sessionTypes, appointment.appointmentTypeId(), appointment.typeName());
        }

        private static void put(Map<Long, String> names, long id, @Nullable String name) {
            String trimmed = trimmed(name);
            if (!trimmed.isEmpty()) {
                names.put(id, trimmed);
            }
        }
    }

    /** These names and no others; what this core remembered is forgotten. */
    int replace(Names names) {
        jdbc.sql("DELETE FROM calendar").update();
        jdbc.sql("DELETE FROM session_type").update();
        names.calendars.forEach((id, name) -> write("calendar", id, name));
        names.sessionTypes.forEach((id, name) -> write("session_type", id, name));
        known.invalidateAll();
        return names.calendars.size() + names.sessionTypes.size();
    }

    private void learn(String table, long id, @Nullable String name) {
        String trimmed = trimmed(name);
        if (!trimmed.isEmpty() && name(table, id).filter(trimmed::equals).isEmpty()) {
            write(table, id, trimmed);
        }
    }

    private static String trimmed(@Nullable String name) {
        return name == null ? "" : name.strip();
    }

    private void write(String table, long id, String trimmed) {
        SealingKey key = practice.key();
        jdbc.sql(
                        "INSERT INTO " + table
                                + " (id, name, key_id) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET name = EXCLUDED.name, key_id = EXCLUDED.key_id")
                .params(id, key.seal(trimmed, place(table, id)), key.id())
                .update();
        known.invalidate(table + id);
    }

    private Optional<String> name(String table, long id) {
        return known.get(table + id, absent -> {
            // A list goes on without it; the next appointment brings the name again.
            Unopened unopened = new Unopened();
            Optional<String> name = unopened.open(() -> read(table, id)).flatMap(read -> read);
            report.of(unopened);
            return name;
        });
    }

    private Optional<String> read(String table, long id) {
        return jdbc.sql("SELECT name FROM " + table + " WHERE id = ?")
                .param(id)
                .query((row, number) -> practice.key().openText(row.getBytes("name"), place(table, id)))
                .optional();
    }

    private static Place place(String table, long id) {
        return new Place(table, "name", Long.toString(id));
    }
}
