package hotleads.app.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What of the made-up practice the made-up accounts are tied to.
 *
 * @param calendars the practitioner's
 * @param others their colleagues', each somebody's
 * @param client somebody who comes to them
 */
public record DemoPractice(List<Long> calendars, List<Long> others, UUID client) {
    /** Of a practice nobody came to yet: the client's account is about somebody who is not there. */
    public static DemoPractice empty() {
        return new DemoPractice(List.of(), List.of(), UUID.randomUUID());
    }

    /**
     * The calendar with the most bookings, and who comes there most often and will come again; nothing while no booking
     * was read.
     */
    public static Optional<DemoPractice> of(Connection core, Instant now) throws SQLException {
        List<Long> calendars = busiestFirst(core);
        return calendars.isEmpty()
                ? Optional.empty()
                : Optional.of(new DemoPractice(
                        List.of(calendars.getFirst()),
                        calendars.subList(1, calendars.size()),
                        mostFaithful(core, calendars.getFirst(), now)));
    }

    private static List<Long> busiestFirst(Connection core) throws SQLException {
        try (PreparedStatement statement = core.prepareStatement(
                        "SELECT calendar_id FROM core.booking GROUP BY 1 ORDER BY count(*) DESC, 1");
                ResultSet row = statement.executeQuery()) {
            List<Long> calendars = new ArrayList<>();
            while (row.next()) {
                calendars.add(row.getLong(1));
            }
            return calendars;
        }
    }

    private static UUID mostFaithful(Connection core, long calendar, Instant now) throws SQLException {
        try (PreparedStatement statement = core.prepareStatement("""
                SELECT person_id FROM core.booking WHERE calendar_id = ? GROUP BY person_id
                ORDER BY count(*) FILTER (WHERE state = 'booked' AND starts_at > ?) > 0 DESC, count(*) DESC, person_id
                LIMIT 1
                """)) {
            statement.setLong(1, calendar);
            statement.setTimestamp(2, Timestamp.from(now));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getObject(1, UUID.class);
            }
        }
    }
}
