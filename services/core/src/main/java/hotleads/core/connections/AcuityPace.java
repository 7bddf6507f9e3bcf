package hotleads.core.connections;

import hotleads.core.sources.Turn;
import hotleads.core.time.TimeAhead;
import hotleads.core.time.TimesAhead;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Acuity answers ten reads a second from one address. Every core takes its turns from one row, so the limit holds
 * however many cores and syncs run.
 */
@Component
public class AcuityPace implements TimesAhead {
    private static final Duration LONGEST_QUEUE = Duration.ofSeconds(20);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration turn;
    private final String length;

    /**
     * @param turn a little over a tenth of a second, so that ten never fall into one of Acuity's seconds plus network
     *     jitter; shorter where a year is played to us by a simulator that has no limit meanwhile
     */
    AcuityPace(JdbcClient jdbc, Clock clock, @Value("${HOTLEADS_ACUITY_TURN:105ms}") Duration turn) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.turn = turn;
        this.length = turn.toMillis() + " milliseconds";
    }

    /** Turns that were given are kept; whoever asks for one now takes it from now. */
    @Override
    public List<TimeAhead> timesAhead() {
        return List.of(
                TimeAhead.pause("provider_state", "next_slot"), TimeAhead.pause("provider_state", "paused_until"));
    }

    /** Waits for a turn; false when Acuity asked us to stay away or others keep it busy: try again later. */
    public boolean awaitTurn(Turn whose) throws InterruptedException {
        Instant givesUpAt = clock.instant().plus(LONGEST_QUEUE);
        Optional<Instant> slot = reserve(whose);
        // A reserved turn is kept; whoever may not reserve looks again until one is free.
        while (slot.isEmpty()
                && whose != Turn.LIVE
                && !isPaused()
                && clock.instant().isBefore(givesUpAt)) {
            Thread.sleep(LOOK_AGAIN);
            slot = reserve(whose);
        }
        if (slot.isPresent()) {
            Duration wait = Duration.between(clock.instant(), slot.get());
            Thread.sleep(wait.isNegative() ? Duration.ZERO : wait);
        }
        return slot.isPresent();
    }

    private Optional<Instant> reserve(Turn whose) {
        Instant now = clock.instant();
        return jdbc.sql("""
                        UPDATE provider_state SET next_slot = greatest(next_slot, ?) + CAST(? AS interval)
                        WHERE provider = 'acuity' AND (paused_until IS NULL OR paused_until <= ?) AND next_slot <= ?
                        RETURNING next_slot - CAST(? AS interval) AS turn
                        """)
                .params(
                        Timestamp.from(now),
                        length,
                        Timestamp.from(now),
                        Timestamp.from(now.plus(whose.ahead(turn))),
                        length)
                .query((row, number) -> row.getTimestamp("turn").toInstant())
                .optional();
    }

    private boolean isPaused() {
        return jdbc.sql("SELECT coalesce(paused_until > ?, false) FROM provider_state WHERE provider = 'acuity'")
                .param(Timestamp.from(clock.instant()))
                .query(Boolean.class)
                .single();
    }

    void pause(Duration howLong) {
        jdbc.sql("UPDATE provider_state SET paused_until = ? WHERE provider = 'acuity'")
                .param(Timestamp.from(clock.instant().plus(howLong)))
                .update();
    }
}
