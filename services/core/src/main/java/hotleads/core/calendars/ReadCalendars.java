package hotleads.core.calendars;

import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ProviderOutcome;
import hotleads.core.sources.Brought;
import hotleads.core.sources.NotBrought;
import hotleads.core.sources.Source;
import hotleads.core.sources.SourceRuns;
import hotleads.core.sources.Turn;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Reads all calendars one after the other; one that fails says so in its own run and holds up nobody. */
@Component
class ReadCalendars {
    private static final ProviderAnswer<Object> NOT_TOLD =
            ProviderAnswer.failed(ProviderOutcome.UNCLEAR, null, "accounts-unknown");
    private static final ProviderAnswer<Object> SOME_UNREAD =
            ProviderAnswer.failed(ProviderOutcome.UNCLEAR, null, "calendar-unread");

    private final GoogleAddresses addresses;
    private final GoogleCalls google;
    private final ReadCalendar read;
    private final KeepChannels channels;
    private final OwnEvents own;
    private final SourceRuns runs;

    ReadCalendars(
            GoogleAddresses addresses,
            GoogleCalls google,
            ReadCalendar read,
            KeepChannels channels,
            OwnEvents own,
            SourceRuns runs) {
        this.addresses = addresses;
        this.google = google;
        this.read = read;
        this.channels = channels;
        this.own = own;
        this.runs = runs;
    }

    void all() {
        runs.run(Source.GOOGLE, "all", this::each);
    }

    /** Reads all of each calendar and says what differed; each is a run of its own. */
    void compare() {
        addresses.all().keySet().forEach(read::compare);
    }

    private Brought each() {
        Set<Long> calendars = addresses.all().keySet();
        if (!addresses.areKnown()) {
            throw new NotBrought(NOT_TOLD);
        }
        if (calendars.isEmpty()) {
            throw new NotBrought(google.account());
        }
        int well = 0;
        for (long calendar : calendars) {
            well += one(calendar) ? 1 : 0;
        }
        if (well < calendars.size()) {
            throw new NotBrought(SOME_UNREAD);
        }
        return new Brought(well, 0, 0, Brought.Due.ALL_THERE_IS);
    }

    private boolean one(long calendar) {
        boolean whole = read.read(calendar, Turn.SWEEP);
        if (whole) {
            own.fillIn(calendar);
            own.sendAgain(calendar);
            channels.keep(calendar);
        }
        return whole;
    }
}
