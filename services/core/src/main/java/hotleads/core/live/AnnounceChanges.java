package hotleads.core.live;

import hotleads.core.RunUntilShutdown;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells every core that the list changed: at most ten times a second, in a transaction of its own, because a NOTIFY in
 * each hot transaction halves what the database can take.
 */
@Component
class AnnounceChanges extends RunUntilShutdown {
    static final String CHANNEL = "hotleads_live";
    private static final Duration PACE = Duration.ofMillis(100);

    private final LiveChanges changes;
    private final JdbcClient jdbc;
    // A core that was killed between commit and announcement owes one: pay at start.
    private boolean owed = true;

    AnnounceChanges(LiveChanges changes, JdbcClient jdbc) {
        super("announce-changes");
        this.changes = changes;
        this.jdbc = jdbc;
    }

    @Override
    protected void round() throws InterruptedException {
        if (changes.take() || owed) {
            announce();
        }
        Thread.sleep(PACE);
    }

    private void announce() {
        try {
            jdbc.sql("WITH raised AS (UPDATE live_version SET version = version + 1 RETURNING version) "
                            + "SELECT pg_notify(?, version::text) FROM raised")
                    .param(CHANNEL)
                    .query((row, number) -> 0)
                    .list();
            owed = false;
        } catch (RuntimeException failed) {
            changes.putBack();
            throw failed;
        }
    }
}
