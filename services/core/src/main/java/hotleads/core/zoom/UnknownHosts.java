package hotleads.core.zoom;

import hotleads.core.sources.Source;
import hotleads.core.sources.SourceHealth;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Practitioners whose host Zoom does not know: only a person can correct that, so Connections says it. Each is an
 * account of its own there, as the attendance of all others is as fresh as ever.
 */
@Component
class UnknownHosts {
    private static final String CAUSE = "unknown-host";

    private final SourceHealth health;

    UnknownHosts(SourceHealth health) {
        this.health = health;
    }

    void tell(long calendar) {
        health.aPersonMustAct(Source.ZOOM, Long.toString(calendar), CAUSE);
    }

    void forget(long calendar) {
        health.forget(Source.ZOOM, Long.toString(calendar));
    }

    /** Nobody's host need be known when nobody has one any more. */
    void keepOnly(Set<Long> calendars) {
        health.forgetAllBut(Source.ZOOM, calendars.stream().map(String::valueOf).toList());
    }
}
