package hotleads.core.events;

import hotleads.core.time.PracticeClock;
import hotleads.core.time.TimeAhead;
import hotleads.core.time.TimesAhead;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Replays as stored: a row a replay, a row for each appointment it is about. */
@Component
class Replays implements TimesAhead {
    /** A dry run asks Acuity about each of them, ten a second at most. */
    private static final int MOST = 500;

    /** Longer than a read may take; an appointment that is tried twice is no harm. */
    private static final Duration LEASE = Duration.ofSeconds(90);

    private final JdbcClient jdbc;
    private final PracticeClock practiceClock;
    private final Clock clock;

    Replays(JdbcClient jdbc, PracticeClock practiceClock, Clock clock) {
        this.jdbc = jdbc;
        this.practiceClock = practiceClock;
        this.clock = clock;
    }

    /**
     * An appointment of a replay.
     *
     * @param openTo the orders that waited when it was chosen; null when all were done
     * @param wouldChange whether the dry run saw a difference, or saw nothing for want of an answer
     */
    record Item(UUID replayId, long appointment, @Nullable Long openTo, boolean wouldChange) {}

    void add(UUID id, UUID account, @Nullable UUID delivery, @Nullable Instant since) {
        jdbc.sql("""
                        INSERT INTO replay (id, account_id, delivery_id, since, state, asked_at) VALUES (?, ?, ?, ?, 'trying', ?)
                        """)
                .params(Arrays.asList(
                        id,
                        account,
                        delivery,
                        since == null ? null : Timestamp.from(since),
                        Timestamp.from(practiceClock.instant())))
                .update();
    }

    boolean knows(UUID delivery) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM inbox_delivery WHERE id = ?)")
                .param(delivery)
                .query(Boolean.class)
                .single();
    }

    /** @return whether there is an appointment to look at because of it */
    boolean chooseOne(UUID replay, UUID delivery) {
        return jdbc.sql("""
                                INSERT INTO replay_item (replay_id, appointment, open_to)
                                SELECT ?, l.appointment, CASE WHEN l.done < l.asked THEN l.asked END
                                FROM inbox_delivery d JOIN look_again l ON l.appointment = d.record_id
                                WHERE d.id = ? AND d.asked IS NOT NULL
                                """).params(replay, delivery).update() == 1;
    }

    void chooseFailed(UUID replay, Instant since) {
        jdbc.sql("""
                        INSERT INTO replay_item (replay_id, appointment, open_to)
                        SELECT DISTINCT ?::uuid, l.appointment, l.asked
                        FROM look_again l JOIN inbox_delivery d ON d.record_id = l.appointment AND d.asked > l.done
                        WHERE l.done < l.asked AND l.failures > 0 AND d.received_at >= ?
                        LIMIT ?
                        """).params(replay, Timestamp.from(since), MOST).update();
    }

    @Override
    public List<TimeAhead> timesAhead() {
        return List.of(TimeAhead.lease("replay_item", "claimed_until", LEASE));
    }

    Optional<Replay> find(UUID id) {
        return jdbc.sql("""
                        SELECT r.id, r.state, r.asked_at, r.delivery_id, r.since, count(i.*) AS bookings, count(i.tried) AS tried,
                          coalesce(sum(i.bookings), 0) AS would_bookings, coalesce(sum(i.scores), 0) AS would_scores,
                          count(*) FILTER (WHERE i.tried = 'unclear') AS unclear, count(i.asked) AS asked,
                          count(*) FILTER (WHERE i.asked <= l.done) AS handled,
                          count(*) FILTER (WHERE i.run = 'skipped') AS skipped,
                          min(l.next_try_at) FILTER (WHERE i.asked > l.done AND l.failures > 0) AS next_try_at
                        FROM replay r LEFT JOIN replay_item i ON i.replay_id = r.id
                          LEFT JOIN look_again l ON l.appointment = i.appointment
                        WHERE r.id = ? GROUP BY r.id
                        """).param(id).query((row, number) -> read(row)).optional();
    }

    /** @return whether it was in the state it is moved from */
    boolean move(UUID id, String from, String to) {
        return jdbc.sql("UPDATE replay SET state = ? WHERE id = ? AND state = ?")
                        .params(to, id, from)
                        .update()
                == 1;
    }

    /**
     * The next appointment whose dry run nobody has begun. The row is equal to what is found once: looked for in a
     * list, PostgreSQL may look for it again for each of several rows, and claim them all.
     */
    Optional<Item> claimToTry() {
        Instant now = clock.instant();
        return jdbc.sql("""
                        UPDATE replay_item SET claimed_until = ?
                        WHERE (replay_id, appointment) = (
                          SELECT i.replay_id, i.appointment FROM replay r JOIN replay_item i ON i.replay_id = r.id
                          WHERE r.state = 'trying' AND i.tried IS NULL AND (i.claimed_until IS NULL OR i.claimed_until < ?)
                          ORDER BY r.id, i.appointment LIMIT 1 FOR UPDATE OF i SKIP LOCKED)
                        RETURNING replay_id, appointment, open_to, false AS would_change
                        """)
                .params(Timestamp.from(now.plus(LEASE)), Timestamp.from(now))
                .query(Item.class)
                .optional();
    }

    /** The next appointment to ask about again, locked until the caller's transaction ends. */
    Optional<Item> lockToRun() {
        return jdbc.sql("""
                        SELECT i.replay_id, i.appointment, i.open_to,
                               i.bookings > 0 OR i.scores > 0 OR i.tried = 'unclear' AS would_change
                        FROM replay r JOIN replay_item i ON i.replay_id = r.id
                        WHERE r.state = 'running' AND i.run IS NULL
                        ORDER BY r.id, i.appointment LIMIT 1 FOR UPDATE OF i SKIP LOCKED
                        """).query(Item.class).optional();
    }

    boolean workedMeanwhile(Item item) {
        Long openTo = item.openTo();
        return openTo != null
                && jdbc.sql("SELECT done >= ? FROM look_again WHERE appointment = ?")
                        .params(openTo, item.appointment())
                        .query(Boolean.class)
                        .single();
    }

    void tried(Item item, String result, int bookings, int scores) {
        jdbc.sql("UPDATE replay_item SET tried = ?, bookings = ?, scores = ? WHERE replay_id = ? AND appointment = ?")
                .params(result, bookings, scores, item.replayId(), item.appointment())
                .update();
    }

    void skipped(Item item) {
        jdbc.sql("UPDATE replay_item SET run = 'skipped' WHERE replay_id = ? AND appointment = ?")
                .params(item.replayId(), item.appointment())
                .update();
    }

    void asked(Item item, long order) {
        jdbc.sql("UPDATE replay_item SET run = 'asked', asked = ? WHERE replay_id = ? AND appointment = ?")
                .params(order, item.replayId(), item.appointment())
                .update();
    }

    /** Replays whose dry run has seen everything, moved on. */
    List<UUID> finishTrying() {
        return jdbc.sql("""
                        UPDATE replay r SET state = 'tried' WHERE state = 'trying'
                          AND NOT EXISTS (SELECT 1 FROM replay_item i WHERE i.replay_id = r.id AND i.tried IS NULL)
                        RETURNING id
                        """)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Replays of which every appointment is handled or skipped, moved on. */
    List<UUID> finishRunning() {
        return jdbc.sql("""
                        UPDATE replay r SET state = 'done' WHERE state = 'running'
                          AND NOT EXISTS (
                            SELECT 1 FROM replay_item i LEFT JOIN look_again l ON l.appointment = i.appointment
                            WHERE i.replay_id = r.id AND (i.run IS NULL OR i.asked > l.done))
                        RETURNING id
                        """)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    private Replay read(ResultSet row) throws SQLException {
        Timestamp since = row.getTimestamp("since");
        Timestamp nextTry = row.getTimestamp("next_try_at");
        return new Replay(
                row.getObject("id", UUID.class),
                row.getString("state"),
                row.getTimestamp("asked_at").toInstant(),
                row.getObject("delivery_id", UUID.class),
                since == null ? null : since.toInstant(),
                row.getInt("bookings"),
                row.getInt("tried"),
                row.getInt("would_bookings"),
                row.getInt("would_scores"),
                row.getInt("unclear"),
                row.getInt("asked"),
                row.getInt("handled"),
                row.getInt("skipped"),
                nextTry == null ? null : practiceClock.at(nextTry.toInstant()));
    }
}
