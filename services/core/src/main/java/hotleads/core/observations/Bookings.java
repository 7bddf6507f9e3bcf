package hotleads.core.observations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Bookings as stored: derived, so each can be written anew from its observations. */
@Component
public class Bookings {
    private static final String COLUMNS = """
            id, person_id, identity_id, observation_id, ticket, received_at, state, starts_at, duration_minutes,
            calendar_id, type_id, booked_at, last_seen_active, first_seen_cancelled, cancellation_exact
            """;
    private static final String SELECT = "SELECT " + COLUMNS + "FROM booking ";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Bookings(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** All bookings of a person, oldest start first; those Acuity no longer has are left out. */
    public List<Booking> of(UUID person) {
        return jdbc.sql(SELECT + "WHERE person_id = ? AND state <> 'gone' ORDER BY starts_at, id")
                .param(person)
                .query((row, number) -> read(row))
                .list();
    }

    /** As {@link #of}, of several people at once; whoever has none is left out. */
    public Map<UUID, List<Booking>> ofEach(Collection<UUID> people) {
        return jdbc
                .sql(SELECT + "WHERE person_id = ANY (?) AND state <> 'gone' ORDER BY starts_at, id")
                .param(people.toArray(UUID[]::new))
                .query((row, number) -> read(row))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Booking::personId));
    }

    /**
     * The ids of all that start in a stretch of time, whatever their state; those Acuity no longer has are left out.
     */
    public List<Long> startingIn(Instant from, Instant before) {
        return jdbc.sql("SELECT id FROM booking WHERE starts_at >= ? AND starts_at < ? AND state <> 'gone' ORDER BY id")
                .params(Timestamp.from(from), Timestamp.from(before))
                .query((row, number) -> row.getLong("id"))
                .list();
    }

    /** Whether the person has a booking in one of these calendars that starts then or later, whatever became of it. */
    public boolean anyIn(Collection<Long> calendars, UUID person, Instant from) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM booking
                                       WHERE person_id = ? AND starts_at >= ? AND calendar_id = ANY (?)
                                         AND state <> 'gone')
                        """)
                .params(person, Timestamp.from(from), calendars.toArray(Long[]::new))
                .query(Boolean.class)
                .single();
    }

    /** Those in these calendars that start in a stretch of time and were not cancelled, the earliest first. */
    public List<Booking> heldIn(Collection<Long> calendars, Instant from, Instant before) {
        return jdbc.sql(SELECT + """
                        WHERE starts_at >= ? AND starts_at < ? AND calendar_id = ANY (?) AND state IN ('booked', 'missed')
                        ORDER BY starts_at, id
                        """)
                .params(Timestamp.from(from), Timestamp.from(before), calendars.toArray(Long[]::new))
                .query((row, number) -> read(row))
                .list();
    }

    /** Everybody's next one in a stretch of time ahead, the earliest first. */
    public List<Booking> nextIn(Instant from, Instant before, int most) {
        return jdbc.sql("""
                        SELECT * FROM (SELECT DISTINCT ON (person_id) %s FROM booking
                                       WHERE starts_at >= ? AND starts_at < ? AND state = 'booked'
                                       ORDER BY person_id, starts_at, id) next
                        ORDER BY starts_at, id LIMIT ?
                        """.formatted(COLUMNS))
                .params(Timestamp.from(from), Timestamp.from(before), most)
                .query((row, number) -> read(row))
                .list();
    }

    public Optional<Booking> find(long id) {
        return Optional.ofNullable(findAll(List.of(id)).get(id));
    }

    /** Those that there are, by their ids. */
    Map<Long, Booking> findAll(Collection<Long> ids) {
        return jdbc
                .sql(SELECT + "WHERE id = ANY (?)")
                .param(ids.toArray(Long[]::new))
                .query((row, number) -> read(row))
                .list()
                .stream()
                .collect(Collectors.toMap(Booking::id, Function.identity()));
    }

    void put(List<Booking> those) {
        batches.batchUpdate("""
                        INSERT INTO booking
                          (id, person_id, identity_id, observation_id, ticket, received_at, state, starts_at, duration_minutes,
                           calendar_id, type_id, booked_at, last_seen_active, first_seen_cancelled, cancellation_exact)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (id) DO UPDATE SET
                          person_id = EXCLUDED.person_id, identity_id = EXCLUDED.identity_id,
                          observation_id = EXCLUDED.observation_id, ticket = EXCLUDED.ticket, received_at = EXCLUDED.received_at,
                          state = EXCLUDED.state, starts_at = EXCLUDED.starts_at, duration_minutes = EXCLUDED.duration_minutes,
                          calendar_id = EXCLUDED.calendar_id, type_id = EXCLUDED.type_id, booked_at = EXCLUDED.booked_at,
                          last_seen_active = EXCLUDED.last_seen_active, first_seen_cancelled = EXCLUDED.first_seen_cancelled,
                          cancellation_exact = EXCLUDED.cancellation_exact
                        """, those.stream().map(Bookings::columns).toList());
    }

    private static Object[] columns(Booking booking) {
        return Arrays.<@Nullable Object>asList(
                        booking.id(),
                        booking.personId(),
                        booking.identityId(),
                        booking.observationId(),
                        booking.ticket(),
                        Timestamp.from(booking.receivedAt()),
                        booking.state().word(),
                        Timestamp.from(booking.startsAt()),
                        booking.durationMinutes(),
                        booking.calendarId(),
                        booking.typeId(),
                        timestamp(booking.bookedAt()),
                        timestamp(booking.lastSeenActive()),
                        timestamp(booking.firstSeenCancelled()),
                        booking.cancellationExact())
                .toArray();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }

    private static Booking read(ResultSet row) throws SQLException {
        return new Booking(
                row.getLong("id"),
                row.getObject("person_id", UUID.class),
                row.getObject("identity_id", UUID.class),
                row.getObject("observation_id", UUID.class),
                row.getLong("ticket"),
                row.getTimestamp("received_at").toInstant(),
                BookingState.of(row.getString("state")),
                row.getTimestamp("starts_at").toInstant(),
                row.getInt("duration_minutes"),
                row.getLong("calendar_id"),
                row.getLong("type_id"),
                instant(row, "booked_at"),
                instant(row, "last_seen_active"),
                instant(row, "first_seen_cancelled"),
                row.getBoolean("cancellation_exact"));
    }
}
