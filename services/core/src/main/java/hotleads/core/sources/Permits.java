package hotleads.core.sources;

import hotleads.core.time.TimeAhead;
import hotleads.core.time.TimesAhead;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every core takes its turns from one row a lane, so a provider's limit holds however many cores and syncs run. */
@Component
class Permits implements TimesAhead {
    private static final Duration LONGEST_QUEUE = Duration.ofSeconds(20);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final JdbcClient jdbc;
    private final Clock clock;

    Permits(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<TimeAhead> timesAhead() {
        return List.of(TimeAhead.pause("provider_permit", "next_slot"));
    }

    /** Waits for a turn; false when others keep the lane busy: try again later. */
    boolean await(Lane lane, Turn whose) throws InterruptedException {
        Instant givesUpAt = clock.instant().plus(LONGEST_QUEUE);
        Optional<Instant> turn = reserve(lane, whose);
        while (turn.isEmpty() && whose != Turn.LIVE && clock.instant().isBefore(givesUpAt)) {
            Thread.sleep(LOOK_AGAIN);
            turn = reserve(lane, whose);
        }
        if (turn.isPresent()) {
            Duration wait = Duration.between(clock.instant(), turn.get());
            Thread.sleep(wait.isNegative() ? Duration.ZERO : wait);
        }
        return turn.isPresent();
    }

    private Optional<Instant> reserve(Lane lane, Turn whose) {
        Timestamp now = Timestamp.from(clock.instant());
        String length = lane.every().toNanos() / 1_000 + " microseconds";
        return jdbc.sql("""
                        INSERT INTO provider_permit AS permit (lane, next_slot) VALUES (?, CAST(? AS timestamptz) + CAST(? AS interval))
                        ON CONFLICT (lane) DO UPDATE SET next_slot = greatest(permit.next_slot, ?) + CAST(? AS interval)
                        WHERE permit.next_slot <= ?
                        RETURNING next_slot - CAST(? AS interval) AS turn
                        """)
                .params(
                        lane.name(),
                        now,
                        length,
                        now,
                        length,
                        Timestamp.from(now.toInstant().plus(whose.ahead(lane.every()))),
                        length)
                .query((row, number) -> row.getTimestamp("turn").toInstant())
                .optional();
    }
}
