package hotleads.core.calendars;

import hotleads.core.sources.Turn;
import org.springframework.stereotype.Component;

/** What the schedule does, when a test says so. */
@Component
public class ReadsByHand {
    private final ReadCalendar read;
    private final ReadCalendars all;

    ReadsByHand(ReadCalendar read, ReadCalendars all) {
        this.read = read;
        this.all = all;
    }

    public boolean one(long calendar) {
        return read.read(calendar, Turn.LIVE);
    }

    public boolean compare(long calendar) {
        return read.compare(calendar);
    }

    public void all() {
        all.all();
    }
}
