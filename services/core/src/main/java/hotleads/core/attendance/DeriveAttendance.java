package hotleads.core.attendance;

import hotleads.core.observations.Booking;
import hotleads.core.observations.Bookings;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Judges bookings by what was fetched until now. Every call belongs to the caller's transaction. */
@Component
public class DeriveAttendance {
    /** No session and no run lasts longer, with what lies around it. */
    private static final Duration LONGEST = Duration.ofHours(4);

    private final Bookings bookings;
    private final Attendances attendances;
    private final Runs runs;
    private final Witnesses witnesses;
    private final ClientsKnown clients;
    private final ReadStays stays;
    private final JdbcClient jdbc;

    DeriveAttendance(
            Bookings bookings,
            Attendances attendances,
            Runs runs,
            Witnesses witnesses,
            ClientsKnown clients,
            ReadStays stays,
            JdbcClient jdbc) {
        this.bookings = bookings;
        this.attendances = attendances;
        this.runs = runs;
        this.witnesses = witnesses;
        this.clients = clients;
        this.stays = stays;
        this.jdbc = jdbc;
    }

    /**
     * Judges those that were looked at.
     *
     * @return the people about whom something else is known now
     */
    public Set<UUID> of(Collection<Long> ids) {
        Set<UUID> touched = new LinkedHashSet<>();
        for (long id : ids) {
            bookings.find(id).filter(this::derive).map(Booking::personId).ifPresent(touched::add);
        }
        return touched;
    }

    /**
     * Known by other details than before: their own sessions, those beside them in the same calendar, and those of
     * people who share an address or a number with them, as others are judged by whom else it may have been.
     */
    public Set<UUID> ofPeople(Collection<UUID> people) {
        return of(jdbc.sql("""
                        WITH theirs AS MATERIALIZED (
                          SELECT calendar_id, starts_at FROM booking WHERE person_id = ANY (?)),
                        related AS MATERIALIZED (
                          SELECT other.person_id FROM identity own
                          JOIN match_candidate c ON own.id IN (c.identity_a, c.identity_b)
                          JOIN identity other ON other.id IN (c.identity_a, c.identity_b)
                          WHERE own.person_id = ANY (?))
                        SELECT l.booking_id FROM attendance_look l JOIN booking b ON b.id = l.booking_id
                        WHERE l.read_at IS NOT NULL
                          AND (b.person_id = ANY (?) OR b.person_id IN (SELECT person_id FROM related)
                            OR EXISTS (SELECT 1 FROM theirs t WHERE t.calendar_id = b.calendar_id
                                 AND t.starts_at BETWEEN b.starts_at - make_interval(secs => ?)
                                                     AND b.starts_at + make_interval(secs => ?)))
                        ORDER BY l.booking_id
                        """)
                .params(array(people), array(people), array(people), LONGEST.toSeconds(), LONGEST.toSeconds())
                .query((row, number) -> row.getLong(1))
                .list());
    }

    private static UUID[] array(Collection<UUID> people) {
        return people.toArray(UUID[]::new);
    }

    /** Sessions that were looked at and lie around a span: what is new there may concern them, whoever's they are. */
    public Set<UUID> around(Instant from, Instant to) {
        return of(jdbc.sql("""
                        SELECT booking_id FROM attendance_look WHERE read_at IS NOT NULL AND starts_at BETWEEN ? AND ?
                        ORDER BY booking_id
                        """)
                .params(Timestamp.from(from.minus(LONGEST)), Timestamp.from(to.plus(LONGEST)))
                .query((row, number) -> row.getLong(1))
                .list());
    }

    /**
     * Whether its judgement is another than before. It is made for the time at which the session was looked for; where
     * the booking has another by now, it counts no more.
     */
    private boolean derive(Booking booking) {
        Look look = look(booking).orElse(null);
        if (look == null) {
            return false;
        }
        Span booked = new Span(look.startsAt, look.startsAt.plusSeconds(60L * booking.durationMinutes()));
        Session session = session(booking, booked);
        List<Runs.Kept> kept = runs.touching(session.around());
        List<Room> rooms = kept.stream().map(run -> room(run, booking)).toList();
        Judgement judged = JudgeAttendance.of(session, rooms);
        boolean early = judged.state() == AttendanceState.NOT_ON_ZOOM && !Settled.by(look.readAt, booked.to());
        Instant received = kept.stream()
                .map(Runs.Kept::receivedAt)
                .max(Comparator.naturalOrder())
                .orElse(booked.to());
        return attendances.put(booking.id(), look.startsAt, early ? Judgement.NOT_FETCHED : judged, received);
    }

    /** When the runs around it were last read whole, all of them; empty when they never were. */
    private Optional<Look> look(Booking booking) {
        return jdbc.sql("SELECT starts_at, read_at FROM attendance_look WHERE booking_id = ? AND read_at IS NOT NULL")
                .param(booking.id())
                .query((row, number) -> new Look(
                        row.getTimestamp("starts_at").toInstant(),
                        row.getTimestamp("read_at").toInstant()))
                .optional();
    }

    private record Look(Instant startsAt, Instant readAt) {}

    private Room room(Runs.Kept run, Booking booking) {
        RunSeen seen = run.seen();
        return new Room(
                run.id(),
                seen.calendarId() == booking.calendarId(),
                new Span(seen.opensAt(), seen.closesAt()),
                seen.people(),
                stays.of(seen.participants()),
                Settled.by(run.seenUntil(), seen.closesAt()),
                witnesses.of(run.id()));
    }

    private Session session(Booking booking, Span booked) {
        Session bare = new Session(booking.id(), booked, true, Known.NOBODY, List.of());
        List<Neighbour> near = neighbours(booking, bare.around());
        boolean oneToOne = near.stream().noneMatch(one -> one.startsAt.equals(booked.from()));
        Set<UUID> others = new HashSet<>(related(booking.personId()));
        near.forEach(one -> others.add(one.person));
        others.remove(booking.personId());
        Map<UUID, Known> known = clients.of(
                Stream.concat(Stream.of(booking.personId()), others.stream()).toList());
        List<Known> otherClients = new ArrayList<>();
        others.forEach(other -> otherClients.add(known.getOrDefault(other, Known.NOBODY)));
        return new Session(
                booking.id(), booked, oneToOne, known.getOrDefault(booking.personId(), Known.NOBODY), otherClients);
    }

    /** Other people with this practitioner around that time. */
    private List<Neighbour> neighbours(Booking booking, Span around) {
        return jdbc.sql("""
                        SELECT person_id, starts_at FROM booking
                        WHERE calendar_id = ? AND state IN ('booked', 'missed') AND person_id <> ?
                          AND starts_at < ? AND starts_at > ? AND starts_at + make_interval(mins => duration_minutes) > ?
                        """)
                .params(
                        booking.calendarId(),
                        booking.personId(),
                        Timestamp.from(around.to()),
                        Timestamp.from(around.from().minusSeconds(86_400)),
                        Timestamp.from(around.from()))
                .query((row, number) -> new Neighbour(
                        row.getObject("person_id", UUID.class),
                        row.getTimestamp("starts_at").toInstant()))
                .list();
    }

    /** Who shares an address or a number with them, whatever was decided about that. */
    private List<UUID> related(UUID person) {
        return jdbc.sql("""
                        SELECT DISTINCT other.person_id
                        FROM identity own
                        JOIN match_candidate c ON own.id IN (c.identity_a, c.identity_b)
                        JOIN identity other ON other.id IN (c.identity_a, c.identity_b)
                        WHERE own.person_id = ? AND other.person_id <> own.person_id
                        """)
                .param(person)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    private record Neighbour(UUID person, Instant startsAt) {}
}
