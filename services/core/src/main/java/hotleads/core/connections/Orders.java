package hotleads.core.connections;

import hotleads.core.time.PracticeClock;
import hotleads.core.time.TimeAhead;
import hotleads.core.time.TimesAhead;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Orders to look again. A claim is a lease, not a lock: while a provider is asked, no row and no connection is held.
 */
@Component
class Orders implements TimesAhead {
    /** Longer than most reads; one that lasts longer may be done twice, which changes nothing. */
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final PracticeClock practiceClock;
    private final Clock clock;

    Orders(JdbcClient jdbc, PracticeClock practiceClock, Clock clock) {
        this.jdbc = jdbc;
        this.practiceClock = practiceClock;
        this.clock = clock;
    }

    @Override
    public List<TimeAhead> timesAhead() {
        return List.of(
                TimeAhead.lease("look_again", "claimed_until", LEASE), TimeAhead.pause("look_again", "next_try_at"));
    }

    List<Order> claim(int most) {
        Timestamp now = Timestamp.from(clock.instant());
        return jdbc.sql("""
                        UPDATE look_again SET claimed_until = ?
                        WHERE appointment IN (
                          SELECT appointment FROM look_again
                          WHERE done < asked AND next_try_at <= ? AND (claimed_until IS NULL OR claimed_until < ?)
                          ORDER BY next_try_at LIMIT ? FOR UPDATE SKIP LOCKED)
                        RETURNING appointment, asked, done, failures
                        """)
                .params(Timestamp.from(clock.instant().plus(LEASE)), now, now, most)
                .query((row, number) -> new Order(
                        row.getLong("appointment"), row.getLong("asked"), row.getLong("done"), row.getInt("failures")))
                .list();
    }

    /**
     * A hook that came during the read raised asked further, so the row stays open for it. The look is kept, so that
     * each delivery can tell which read served it.
     *
     * @param changed whether the read told something new
     */
    void done(Order order, long ticket, boolean changed) {
        jdbc.sql("""
                        WITH finished AS (
                          UPDATE look_again SET done = greatest(done, ?), claimed_until = NULL, failures = 0, cause = NULL
                          WHERE appointment = ?
                        )
                        INSERT INTO look (appointment, served_to, served_after, ticket, attempts, changed, at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT DO NOTHING
                        """)
                .params(
                        order.asked(),
                        order.appointment(),
                        order.appointment(),
                        order.asked(),
                        order.done(),
                        ticket,
                        order.failures() + 1,
                        changed,
                        Timestamp.from(practiceClock.instant()))
                .update();
    }

    /**
     * Asks to look again at once, as a hook would.
     *
     * @return the order: it is done once a look has served it
     */
    long ask(long appointment) {
        return jdbc.sql("""
                        INSERT INTO look_again (appointment, asked, next_try_at) VALUES (?, 1, ?)
                        ON CONFLICT (appointment) DO UPDATE SET asked = look_again.asked + 1, next_try_at = EXCLUDED.next_try_at
                        RETURNING asked
                        """)
                .params(appointment, Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
    }

    /** Nobody's fault: the provider may not be asked now. */
    void putBack(Order order, Instant until) {
        jdbc.sql("UPDATE look_again SET claimed_until = NULL, next_try_at = ? WHERE appointment = ?")
                .params(Timestamp.from(until), order.appointment())
                .update();
    }

    /** @param cause a stable word of ours, never the provider's text */
    void failed(Order order, String cause) {
        jdbc.sql("""
                        UPDATE look_again SET claimed_until = NULL, failures = failures + 1, next_try_at = ?, cause = ?
                        WHERE appointment = ?
                        """)
                .params(
                        Timestamp.from(clock.instant().plus(AcuityHealth.backOff(order.failures()))),
                        cause,
                        order.appointment())
                .update();
    }

    boolean anyWaiting() {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM look_again WHERE done < asked AND next_try_at <= ?)")
                .param(Timestamp.from(clock.instant()))
                .query(Boolean.class)
                .single();
    }

    /** Those of these appointments a hook has asked to look at and nobody has looked at yet. */
    Set<Long> waitingAmong(List<Long> appointments) {
        return Set.copyOf(jdbc.sql("SELECT appointment FROM look_again WHERE done < asked AND appointment = ANY (?)")
                .param(appointments.toArray(Long[]::new))
                .query(Long.class)
                .list());
    }

    /** The starts of the bookings we know that wait, to see whether one window read serves many. */
    List<Instant> knownStarts(List<Order> orders) {
        return jdbc.sql("SELECT starts_at FROM booking WHERE id = ANY (?)")
                .param(orders.stream().map(Order::appointment).toArray(Long[]::new))
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .list();
    }
}
