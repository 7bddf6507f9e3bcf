package hotleads.core.leads;

import hotleads.core.RunUntilShutdown;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Notices when Acuity gets late or comes back: then every reason that stands on it must say so. */
@Component
class WatchFreshness extends RunUntilShutdown {
    private static final Duration PACE = Duration.ofSeconds(2);

    private final AcuityFreshness freshness;
    private final EveryoneIsDue everyone;
    private final TransactionTemplate transaction;

    WatchFreshness(AcuityFreshness freshness, EveryoneIsDue everyone, TransactionTemplate transaction) {
        super("watch-freshness");
        this.freshness = freshness;
        this.everyone = everyone;
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
            everyone.now();
        }
    }
}
