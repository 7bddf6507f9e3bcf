package hotleads.core.leads;

import hotleads.core.time.PracticeClock;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Today, where the practice is. */
@Component
class PracticeDay {
    private final PracticeClock clock;
    private final ZoneId zone;

    PracticeDay(PracticeClock clock, @Value("${HOTLEADS_PRACTICE_ZONE:America/New_York}") ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    /** @param began its first instant, which is not midnight everywhere */
    record Today(Instant began, Instant now) {}

    Today today() {
        Instant now = clock.instant();
        return new Today(now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant(), now);
    }

    String zone() {
        return zone.getId();
    }
}
