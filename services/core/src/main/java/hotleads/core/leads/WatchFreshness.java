package hotleads.core.leads;

import hotleads.core.RunUntilShutdown;
import hotleads.core.live.LiveChanges;
import hotleads.core.time.PracticeClock;
import java.sql.Timestamp;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Notices when Acuity gets late or comes back: then every reason that stands on it must say so. */
@Component
class WatchFreshness extends RunUntilShutdown {
    private static final Duration PACE = Duration.ofSeconds(2);

    private final AcuityFreshness freshness;
    private final LiveChanges live;
    private final JdbcClient jdbc;
    private final PracticeClock clock;
    private final TransactionTemplate transaction;

    WatchFreshness(
            AcuityFreshness freshness,
            LiveChanges live,
            JdbcClient jdbc,
            PracticeClock clock,
            TransactionTemplate transaction) {
        super("watch-freshness");
        this.freshness = freshness;
        this.live = live;
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    protected void round() throws InterruptedException {
        AcuityFreshness.State now = freshness.now().state();
        if (now != freshness.known().state()) {
            transaction.executeWithoutResult(status -> tell(now));
        }
        Thread.sleep(PACE);
    }

    private void tell(AcuityFreshness.State now) {
        if (freshness.remember(now)) {
            // Held in the order of those who evaluate many at a time: otherwise each might wait for the other.
            jdbc.sql("""
                            WITH held AS MATERIALIZED (SELECT person_id FROM lead ORDER BY person_id FOR UPDATE)
                            UPDATE lead l SET next_change_at = ? FROM held WHERE l.person_id = held.person_id
                            """).param(Timestamp.from(clock.instant())).update();
            live.listChanged();
        }
    }
}
