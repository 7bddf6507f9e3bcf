package hotleads.core.calendars;

import hotleads.core.RunUntilShutdown;
import hotleads.core.sources.Turn;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Reads a calendar soon after Google said that it changed. A push says no more, and none is needed: polling goes on.
 */
@Component
class HearPushes extends RunUntilShutdown {
    private static final Duration PACE = Duration.ofSeconds(2);

    private final Readings readings;
    private final ReadCalendar read;
    private final GoogleAddresses addresses;

    HearPushes(Readings readings, ReadCalendar read, GoogleAddresses addresses) {
        super("hear-pushes");
        this.readings = readings;
        this.read = read;
        this.addresses = addresses;
    }

    @Override
    protected void round() throws InterruptedException {
        if (!addresses.all().isEmpty()) {
            readings.heard().stream().filter(addresses::has).forEach(calendar -> read.read(calendar, Turn.LIVE));
        }
        Thread.sleep(PACE);
    }
}
