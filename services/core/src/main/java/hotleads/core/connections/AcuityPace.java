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
    /** So much longer than its share of a second is a turn, that jitter never puts one too many into a second. */
    private static final double SPARE = 1.05;

    private static final Duration LONGEST_QUEUE = Duration.ofSeconds(20);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final String turn;

    /** @param readsASecond Acuity's limit; only simulators that play a year of history answer more */
    AcuityPace(JdbcClient jdbc, Clock clock, @Value("${HOTLEADS_ACUITY_READS_A_SECOND:10}") int readsASecond) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.turn = Math.ceil(1_000 * SPARE / readsASecond) + " milliseconds";
    }

    /** Waits for a turn; empty when Acuity asked us to stay away or the queue is too long: try again later. */
    boolean awaitTurn() throws InterruptedException {
        Instant now = clock.instant();
        Optional<Instant> mine = jdbc.sql("""
            UPDATE provider_state SET next_slot = greatest(next_slot, ?) + CAST(? AS interval)
            WHERE provider = 'acuity' AND (paused_until IS NULL OR paused_until <= ?) AND next_slot < ?
            RETURNING next_slot - CAST(? AS interval) AS turn
            """)
                .params(Timestamp.from(now), turn, Timestamp.from(now), Timestamp.from(now.plus(LONGEST_QUEUE)), turn)
                .query((row, number) -> row.getTimestamp("turn").toInstant())
                .optional();
        if (mine.isPresent()) {
            Thread.sleep(
                    Duration.between(clock.instant(), mine.get()).isNegative()
                            ? Duration.ZERO
                            : Duration.between(clock.instant(), mine.get()));
        }
        return mine.isPresent();
    }

    void pause(Duration howLong) {
        jdbc.sql("UPDATE provider_state SET paused_until = ? WHERE provider = 'acuity'")
                .param(Timestamp.from(clock.instant().plus(howLong)))
                .update();
    }
}
