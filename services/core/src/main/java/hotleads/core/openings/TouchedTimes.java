package hotleads.core.openings;

import hotleads.core.Ids;
import hotleads.core.RunUntilShutdown;
import hotleads.core.hours.FollowsHours;
import hotleads.core.observations.Booking;
import hotleads.core.observations.FollowsBookings;
import hotleads.core.time.PracticeClock;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Has those evaluated again whose usual hour something changed in. Noted in the transaction of the change and done in
 * one of its own, so that nobody's booking waits for other people's places on the list.
 */
@Component
public class TouchedTimes extends RunUntilShutdown implements FollowsBookings, FollowsHours {
    private static final Duration PACE = Duration.ofSeconds(1);
    private static final int AT_ONCE = 100;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Ids ids;
    private final PracticeClock clock;
    private final ZoneId zone;

    TouchedTimes(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Ids ids,
            PracticeClock clock,
            @Value("${HOTLEADS_PRACTICE_ZONE:America/New_York}") ZoneId zone) {
        super("touched-times");
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public void changed(@Nullable Booking before, Booking now) {
        touched(now.calendarId(), now.startsAt(), endOf(now));
        if (before != null && !before.startsAt().equals(now.startsAt())) {
            touched(before.calendarId(), before.startsAt(), endOf(before));
        }
    }

    @Override
    public void hoursChanged(long calendar) {
        Instant now = clock.instant();
        touched(calendar, now, now.plus(Openings.AHEAD));
    }

    /** Something began or ended in this stretch of a calendar; what is over opens nothing. */
    public void touched(long calendar, Instant from, Instant to) {
        if (to.isAfter(clock.instant())) {
            jdbc.sql("INSERT INTO touched_time (id, calendar_id, starts_at, ends_at) VALUES (?, ?, ?, ?)")
                    .params(ids.next(), calendar, Timestamp.from(from), Timestamp.from(to))
                    .update();
        }
    }

    @Override
    protected void round() throws InterruptedException {
        Integer taken = transaction.execute(status -> take());
        if (taken == null || taken < AT_ONCE) {
            Thread.sleep(PACE);
        }
    }

    private record Touched(long calendar, Instant from, Instant to) {}

    private int take() {
        List<Touched> touched = jdbc.sql("""
                        DELETE FROM touched_time WHERE id IN (SELECT id FROM touched_time ORDER BY id LIMIT ? FOR UPDATE SKIP LOCKED)
                        RETURNING calendar_id, starts_at, ends_at
                        """)
                .param(AT_ONCE)
                .query((row, number) -> new Touched(
                        row.getLong("calendar_id"),
                        row.getTimestamp("starts_at").toInstant(),
                        row.getTimestamp("ends_at").toInstant()))
                .list();
        touched.forEach(this::evaluateWhomItSuits);
        return touched.size();
    }

    /** Longer things at Google may cover a day's hours of many; a week is everybody's. */
    private void evaluateWhomItSuits(Touched one) {
        var from = one.from.atZone(zone);
        var to = one.to.atZone(zone);
        boolean isWithinADay = from.toLocalDate().equals(to.toLocalDate());
        jdbc.sql("""
                        WITH suited AS MATERIALIZED (
                          SELECT l.person_id FROM lead l JOIN usual_hour u ON u.person_id = l.person_id
                          WHERE u.calendar_id = ? AND (NOT ? OR u.weekday = ? AND u.minute < ? AND u.minute + u.duration > ?)
                          ORDER BY l.person_id FOR NO KEY UPDATE OF l)
                        UPDATE lead l SET next_change_at = least(coalesce(l.next_change_at, ?), ?) FROM suited
                        WHERE l.person_id = suited.person_id
                        """)
                .params(
                        one.calendar,
                        isWithinADay,
                        from.getDayOfWeek().getValue(),
                        to.toLocalTime().toSecondOfDay() / 60,
                        from.toLocalTime().toSecondOfDay() / 60,
                        Timestamp.from(clock.instant()),
                        Timestamp.from(clock.instant()))
                .update();
    }

    private static Instant endOf(Booking booking) {
        return booking.startsAt().plus(Duration.ofMinutes(booking.durationMinutes()));
    }
}
