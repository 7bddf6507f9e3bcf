package hotleads.core.leads;

import hotleads.core.RunUntilShutdown;
import hotleads.core.sources.Source;
import hotleads.core.sources.SourceFreshness;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Notices when Zoom, Zoho or Google gets late or comes back: then every reason that stands on it must say so. */
@Component
class WatchSources extends RunUntilShutdown {
    private static final Duration PACE = Duration.ofSeconds(2);

    private final SourceFreshness freshness;
    private final KnownSources known;
    private final EveryoneIsDue everyone;
    private final TransactionTemplate transaction;

    WatchSources(
            SourceFreshness freshness, KnownSources known, EveryoneIsDue everyone, TransactionTemplate transaction) {
        super("watch-sources");
        this.freshness = freshness;
        this.known = known;
        this.everyone = everyone;
        this.transaction = transaction;
    }

    @Override
    protected void round() throws InterruptedException {
        for (Source source : Source.values()) {
            SourceFreshness.Status now = freshness.ofThePractice(source);
            if (now.state() != known.stateOf(source)) {
                transaction.executeWithoutResult(status -> tell(source, now));
            }
        }
        Thread.sleep(PACE);
    }

    private void tell(Source source, SourceFreshness.Status now) {
        if (known.remember(source, now)) {
            everyone.now();
        }
    }
}
