package hotleads.core.leads;

import hotleads.core.leads.rules.Freshness;
import hotleads.core.sources.Source;
import hotleads.core.sources.SourceFreshness;
import hotleads.core.sources.SourceFreshness.Status;
import hotleads.core.time.PracticeClock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Since when attendance may be behind: reasons that stand on it say so. One that nobody connected is not late. */
@Component
class ZoomFreshness {
    private final SourceFreshness freshness;
    private final PracticeClock clock;

    ZoomFreshness(SourceFreshness freshness, PracticeClock clock) {
        this.freshness = freshness;
        this.clock = clock;
    }

    Freshness now() {
        Status status = freshness.ofThePractice(Source.ZOOM);
        return switch (status.state()) {
            case ON_TIME, NOT_CONNECTED, NOT_RUN_YET -> Freshness.ON_TIME;
            case LATE, STOPPED, ACTION_NEEDED -> new Freshness(since(status), null);
        };
    }

    /** A second is enough: what matters is that it is so by now. */
    private Instant since(Status status) {
        Instant nothingSince = status.nothingSince();
        if (nothingSince != null) {
            return clock.at(nothingSince);
        }
        Instant fetchedTo = status.fetchedTo();
        return fetchedTo == null ? clock.instant() : clock.at(fetchedTo.plus(Source.ZOOM.period()));
    }
}
