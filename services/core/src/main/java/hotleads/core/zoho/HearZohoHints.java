package hotleads.core.zoho;

import hotleads.core.RunUntilShutdown;
import hotleads.core.connections.Schedules;
import hotleads.core.inbox.TellsOfDeliveries;
import hotleads.core.sources.Source;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A notification of Zoho is a hint and nothing else: what changed is read, by a run that begins after the hint came.
 * Many hints at once are one run.
 */
@Component
class HearZohoHints extends RunUntilShutdown implements TellsOfDeliveries {
    private static final Duration PACE = Duration.ofMillis(500);

    private final AtomicReference<@Nullable Instant> heard = new AtomicReference<>();
    private final Schedules schedules;
    private final JdbcClient jdbc;
    private final Clock clock;

    HearZohoHints(Schedules schedules, JdbcClient jdbc, Clock clock) {
        super("hear-zoho-hints");
        this.schedules = schedules;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String provider() {
        return Source.ZOHO.word();
    }

    @Override
    public void delivered() {
        heard.set(clock.instant());
    }

    @Override
    protected void round() throws InterruptedException {
        Instant hint = heard.get();
        if (hint != null) {
            Instant now = clock.instant();
            if (hint.isAfter(now)) {
                // The clock was put back: until then no run would serve it, and one would follow the other.
                heard.compareAndSet(hint, now);
            } else if (isServed(hint)) {
                heard.compareAndSet(hint, null);
            } else {
                schedules.runNow(ZohoSchedule.FETCH);
            }
        }
        Thread.sleep(PACE);
    }

    private boolean isServed(Instant hint) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM fetch_run WHERE source = 'zoho' AND kind = ? AND started_at > ?)")
                .params(FetchZoho.DELTA, Timestamp.from(hint))
                .query(Boolean.class)
                .single();
    }
}
