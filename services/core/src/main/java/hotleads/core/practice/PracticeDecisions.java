package hotleads.core.practice;

import hotleads.core.settings.PracticeSettings;
import hotleads.core.time.PracticeClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What others ask of it. */
@Component
public class PracticeDecisions {
    private final PracticeSettings settings;
    private final PracticeClock clock;
    private final ZoneId zone;

    PracticeDecisions(
            PracticeSettings settings,
            PracticeClock clock,
            @Value("${HOTLEADS_PRACTICE_ZONE:America/New_York}") ZoneId zone) {
        this.settings = settings;
        this.clock = clock;
        this.zone = zone;
    }

    /** When people may be called again; nothing while they may. */
    public Optional<Instant> callsOpenAt() {
        return settings.of(ContactTimes.KIND).value().opensAt(clock.instant(), zone);
    }

    /** How soon before its beginning a time is offered no more. */
    public Duration bookingNotice() {
        return settings.of(BookingNotice.KIND).value().length();
    }
}
