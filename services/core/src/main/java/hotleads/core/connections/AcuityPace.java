package hotleads.core.connections;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Acuity answers ten reads a second from one address. Every core takes its turns from one row, so the limit holds
 * however many cores and syncs run.
 */
@Component
class AcuityPace {
    private static final Duration LONGEST_QUEUE = Duration.ofSeconds(20);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final String length;

    /**
     * @param turn a little over a tenth of a second, so that ten never fall into one of Acuity's seconds plus network
     *     jitter; shorter where a year is played to us by a simulator that has no limit meanwhile
     */
    AcuityPace(JdbcClient jdbc, Clock clock, @Value("${HOTLEADS_ACUITY_TURN:105ms}") Duration turn) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.length = turn.toMillis() + " milliseconds";
    }

    /** Waits for a turn; empty when Acuity asked us to stay away or the queue is too long: try again later. */
    boolean awaitTurn() throws InterruptedException {
        Instant now = clock.instant();
        Optional<Instant> turn = jdbc.sql("""
                        UPDATE provider_state SET next_slot = greatest(next_slot, ?) + CAST(? AS interval)
                        WHERE provider = 'acuity' AND (paused_until IS NULL OR paused_until <= ?) AND next_slot < ?
                        RETURNING next_slot - CAST(? AS interval) AS turn
                        """)
                .params(
                        Timestamp.from(now),
                        length,
                        Timestamp.from(now),
                        Timestamp.from(now.plus(LONGEST_QUEUE)),
                        length)
                .query((row, number) -> row.getTimestamp("turn").toInstant())
                .optional();
        if (turn.isPresent()) {
            Thread.sleep(
                    Duration.between(clock.instant(), turn.get()).isNegative()
                            ? Duration.ZERO
                            : Duration.between(clock.instant(), turn.get()));
        }
        return turn.isPresent();
    }

    void pause(Duration howLong) {
        jdbc.sql("UPDATE provider_state SET paused_until = ? WHERE provider = 'acuity'")
                .param(Timestamp.from(clock.instant().plus(howLong)))
                .update();
    }
}
