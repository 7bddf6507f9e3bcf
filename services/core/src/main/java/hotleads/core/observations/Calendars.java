package hotleads.core.observations;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import hotleads.contracts.AcuityAppointment;
import hotleads.core.vault.PracticeVault;
import hotleads.vault.Place;
import hotleads.vault.SealingKey;
import java.time.Duration;
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

    Calendars(JdbcClient jdbc, PracticeVault practice) {
        this.jdbc = jdbc;
        this.practice = practice;
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

    private void learn(String table, long id, @Nullable String name) {
        String trimmed = name == null ? "" : name.strip();
        if (trimmed.isEmpty() || name(table, id).filter(trimmed::equals).isPresent()) {
            return;
        }
        SealingKey key = practice.key();
        jdbc.sql(
                        "INSERT INTO " + table
                                + " (id, name, key_id) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET name = EXCLUDED.name, key_id = EXCLUDED.key_id")
                .params(id, key.seal(trimmed, place(table, id)), key.id())
                .update();
        known.invalidate(table + id);
    }

    private Optional<String> name(String table, long id) {
        return known.get(
                table + id,
                absent -> jdbc.sql("SELECT name FROM " + table + " WHERE id = ?")
                        .param(id)
                        .query((row, number) -> practice.key().openText(row.getBytes("name"), place(table, id)))
                        .optional());
    }

    private static Place place(String table, long id) {
        return new Place(table, "name", Long.toString(id));
    }
}
