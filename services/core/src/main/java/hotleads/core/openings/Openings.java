package hotleads.core.openings;

import hotleads.core.hours.WorkingPlan;
import hotleads.core.hours.WorkingPlans;
import hotleads.core.observations.Booking;
import hotleads.core.openings.UsualSession.WeekHour;
import hotleads.core.time.PracticeClock;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Usual hours of the next three weeks that another person gave up, by cancelling or moving, and in which nothing is
 * now: neither a booking nor anything at Google, within working hours. What Google cannot tell just now is no opening.
 */
@Component
public class Openings {
    private static final int WEEKS_AHEAD = 3;
    private static final int NEXT_DAYS = 7 * WEEKS_AHEAD;
    static final Duration AHEAD = Duration.ofDays(NEXT_DAYS);

    // Hour by hour, each by its few rows of an index: as conditions (NOT EXISTS) they became joins that read every
    // booking there is.
    private static final String GIVEN_UP_AND_FREE = """
            SELECT w.person, w.calendar, w.starts_at, given_up.at AS opened_at
            FROM unnest(?::uuid[], ?::bigint[], ?::timestamptz[], ?::timestamptz[]) AS w (person, calendar, starts_at, ends_at)
            LEFT JOIN LATERAL (
              SELECT true AS so FROM booking b
              WHERE b.calendar_id = w.calendar AND b.state = 'booked' AND b.starts_at < w.ends_at
                AND b.starts_at > w.starts_at - interval '12 hours'
                AND b.starts_at + make_interval(mins => b.duration_minutes) > w.starts_at
              LIMIT 1
            ) taken ON true
            LEFT JOIN LATERAL (
              SELECT true AS so FROM google_event e
              WHERE e.calendar_id = w.calendar AND e.busy AND e.booking_id IS NULL
                AND e.starts_at < w.ends_at AND e.ends_at > w.starts_at
              LIMIT 1
            ) busy ON true
            LEFT JOIN LATERAL (
              SELECT true AS so FROM source_state s
              WHERE s.source = 'google' AND s.account = w.calendar::text AND (s.cause IS NOT NULL OR s.nothing_since IS NOT NULL)
              LIMIT 1
            ) unknown ON true
            CROSS JOIN LATERAL (
              SELECT max(g.at) AS at FROM (
                SELECT coalesce(b.first_seen_cancelled, b.received_at) AS at FROM booking b
                WHERE b.calendar_id = w.calendar AND b.person_id <> w.person AND b.state = 'cancelled'
                  AND b.starts_at < w.ends_at AND b.starts_at > w.starts_at - interval '4 hours'
                  AND b.starts_at + make_interval(mins => b.duration_minutes) > w.starts_at
                UNION ALL
                SELECT m.seen_at FROM booking_move m JOIN booking b ON b.id = m.booking_id
                WHERE b.calendar_id = w.calendar AND b.person_id <> w.person
                  AND m.from_starts_at < w.ends_at AND m.from_starts_at > w.starts_at - interval '4 hours'
                  AND m.from_starts_at + make_interval(mins => b.duration_minutes) > w.starts_at
              ) g
            ) given_up
            WHERE taken.so IS NULL AND busy.so IS NULL AND unknown.so IS NULL AND given_up.at IS NOT NULL
            ORDER BY w.starts_at
            """;

    private final WorkingPlans plans;
    private final JdbcClient jdbc;
    private final PracticeClock clock;
    private final ZoneId zone;

    Openings(
            WorkingPlans plans,
            JdbcClient jdbc,
            PracticeClock clock,
            @Value("${HOTLEADS_PRACTICE_ZONE:America/New_York}") ZoneId zone) {
        this.plans = plans;
        this.jdbc = jdbc;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * Of each who has a usual hour and nothing ahead; and the hours themselves are noted, in the caller's transaction.
     */
    public Map<UUID, List<Opening>> ofEach(Map<UUID, List<Booking>> bookings) {
        Map<UUID, UsualSession> usual = new HashMap<>();
        bookings.forEach((person, theirs) ->
                UsualSession.of(theirs, zone).filter(UsualSession::habit).ifPresent(one -> usual.put(person, one)));
        note(bookings.keySet().toArray(UUID[]::new), usual);
        return usual.isEmpty() ? Map.of() : opened(usual);
    }

    private Map<UUID, List<Opening>> opened(Map<UUID, UsualSession> usual) {
        Instant now = clock.instant();
        List<UUID> people = new ArrayList<>();
        List<Long> calendars = new ArrayList<>();
        List<Timestamp> starts = new ArrayList<>();
        List<Timestamp> ends = new ArrayList<>();
        Map<Long, WorkingPlan> working = new HashMap<>();
        usual.forEach((person, session) -> {
            long calendar = session.last().calendarId();
            WorkingPlan plan = working.computeIfAbsent(calendar, plans::of);
            for (Instant start : nextOf(session.at(), now)) {
                Instant end = start.plus(Duration.ofMinutes(session.last().durationMinutes()));
                if (plan.allows(start, end, zone)) {
                    people.add(person);
                    calendars.add(calendar);
                    starts.add(Timestamp.from(start));
                    ends.add(Timestamp.from(end));
                }
            }
        });
        Map<UUID, List<Opening>> opened = new HashMap<>();
        jdbc.sql(GIVEN_UP_AND_FREE)
                .params(people.toArray(UUID[]::new), calendars.toArray(Long[]::new), texts(starts), texts(ends))
                .query(row -> {
                    opened.computeIfAbsent(row.getObject("person", UUID.class), person -> new ArrayList<>())
                            .add(new Opening(
                                    row.getLong("calendar"),
                                    row.getTimestamp("starts_at").toInstant(),
                                    row.getTimestamp("opened_at").toInstant()));
                });
        return opened;
    }

    /** That hour on the practitioner's wall, whatever clocks do in between. */
    private List<Instant> nextOf(WeekHour hour, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        List<Instant> next = new ArrayList<>();
        for (int days = 0; days <= NEXT_DAYS; days++) {
            LocalDate day = today.plusDays(days);
            Instant start = day.atTime(hour.time()).atZone(zone).toInstant();
            if (day.getDayOfWeek() == hour.day() && start.isAfter(now)) {
                next.add(start);
            }
        }
        return next;
    }

    /** The driver has no array encoding for timestamps of this kind: as text. */
    private static String[] texts(List<Timestamp> times) {
        return times.stream().map(time -> time.toInstant().toString()).toArray(String[]::new);
    }

    private void note(UUID[] everyone, Map<UUID, UsualSession> usual) {
        UUID[] people = usual.keySet().toArray(UUID[]::new);
        Long[] calendars = new Long[people.length];
        Integer[] weekdays = new Integer[people.length];
        Integer[] minutes = new Integer[people.length];
        Integer[] durations = new Integer[people.length];
        for (int i = 0; i < people.length; i++) {
            UsualSession session = java.util.Objects.requireNonNull(usual.get(people[i]));
            calendars[i] = session.last().calendarId();
            weekdays[i] = session.at().day().getValue();
            minutes[i] = session.at().time().toSecondOfDay() / 60;
            durations[i] = session.last().durationMinutes();
        }
        jdbc.sql("""
                        WITH wanted AS (
                          SELECT * FROM unnest(?, ?, ?, ?, ?) AS t (person_id, calendar_id, weekday, minute, duration)
                        ), no_more AS (
                          DELETE FROM usual_hour
                          WHERE person_id = ANY (?) AND person_id NOT IN (SELECT person_id FROM wanted)
                        )
                        INSERT INTO usual_hour AS known (person_id, calendar_id, weekday, minute, duration)
                        SELECT person_id, calendar_id, weekday, minute, duration FROM wanted ORDER BY person_id
                        ON CONFLICT (person_id) DO UPDATE SET calendar_id = excluded.calendar_id, weekday = excluded.weekday,
                          minute = excluded.minute, duration = excluded.duration
                        WHERE (known.calendar_id, known.weekday, known.minute, known.duration)
                          IS DISTINCT FROM (excluded.calendar_id, excluded.weekday, excluded.minute, excluded.duration)
                        """)
                .params(people, calendars, weekdays, minutes, durations, everyone)
                .update();
    }
}
