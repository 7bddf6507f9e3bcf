package hotleads.core.putback;

import hotleads.core.RunUntilShutdown;
import hotleads.core.acts.Acts;
import hotleads.core.connections.Schedules;
import hotleads.core.leads.EveryoneIsDue;
import hotleads.core.time.PracticeClock;
import hotleads.core.time.TimesAhead;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Notices that the machine's clock was put back, while we ran or since. Without it leases, turns, pauses and schedules
 * would be waited for until the clock is again where it was.
 */
@Component
class NoticePutBack extends RunUntilShutdown {
    private static final String JOB = "notice-put-back";
    private static final Duration PACE = Duration.ofSeconds(1);
    /** Time servers move clocks by less, and what waits may wait longer by as much. */
    private static final Duration LEAST = Duration.ofSeconds(10);

    private static final Logger log = LoggerFactory.getLogger(NoticePutBack.class);

    private final List<TimesAhead> stored;
    private final Schedules schedules;
    private final EveryoneIsDue everyone;
    private final Acts acts;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final PracticeClock practiceClock;
    private final Clock clock;
    /** The latest that was seen; what is left undone is done in the next round. */
    private @Nullable Instant latest;

    NoticePutBack(
            List<TimesAhead> stored,
            Schedules schedules,
            EveryoneIsDue everyone,
            Acts acts,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            PracticeClock practiceClock,
            Clock clock) {
        super(JOB);
        this.stored = stored;
        this.schedules = schedules;
        this.everyone = everyone;
        this.acts = acts;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.practiceClock = practiceClock;
        this.clock = clock;
    }

    @Override
    protected void round() throws InterruptedException {
        look();
        Thread.sleep(PACE);
    }

    private void look() {
        Instant before = latest == null ? newestEntry() : latest;
        Instant now = clock.instant();
        if (before.minus(LEAST).isAfter(now)) {
            latest = before;
            Duration by = Duration.between(now, before).truncatedTo(ChronoUnit.SECONDS);
            transaction.executeWithoutResult(status -> bringBack(now, by));
            schedules.reckonAnew();
            log.warn("The machine's clock was put back by {}", by);
        }
        latest = now;
    }

    /** The trail tells what the clock showed before we started. */
    private Instant newestEntry() {
        return jdbc.sql(
                        "SELECT e.at FROM audit_link l JOIN audit_entry e ON e.id = l.entry_id ORDER BY l.seq DESC LIMIT 1")
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .optional()
                .orElse(Instant.EPOCH);
    }

    private void bringBack(Instant now, Duration by) {
        acts.byJob(JOB, "clock.put-back", "clock", by.toString());
        // What is due was reckoned from a time that is to come again.
        everyone.now();
        stored.stream()
                .flatMap(feature -> feature.timesAhead().stream())
                .forEach(time -> time.bringBack(jdbc, time.isPractice() ? practiceClock.at(now) : now));
    }
}
