package hotleads.core.calendars;

import hotleads.contracts.BusyTime;
import hotleads.contracts.GoogleEventsPage;
import hotleads.contracts.GoogleEventsQuery;
import hotleads.contracts.GoogleFreeBusyQuery;
import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ProviderOutcome;
import hotleads.core.sources.Brought;
import hotleads.core.sources.NotBrought;
import hotleads.core.sources.Source;
import hotleads.core.sources.SourceObservations;
import hotleads.core.sources.SourceRuns;
import hotleads.core.sources.SourceSweeps;
import hotleads.core.sources.Turn;
import hotleads.core.time.PracticeClock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads one calendar at Google: all of it, or what changed since. */
@Component
class ReadCalendar {
    /** Nobody has more; a list that goes on for ever is no list. */
    private static final int MOST_PAGES = 400;

    private static final Duration LOOKED_AHEAD = Duration.ofDays(60);
    private static final ProviderAnswer<Object> ENDLESS =
            ProviderAnswer.failed(ProviderOutcome.UNCLEAR, null, "bad-content");

    private final GoogleCalls google;
    private final TakeInEvents takeIn;
    private final GoogleEvents events;
    private final SourceObservations observations;
    private final SourceRuns runs;
    private final Readings readings;
    private final PracticeClock clock;

    ReadCalendar(
            GoogleCalls google,
            TakeInEvents takeIn,
            GoogleEvents events,
            SourceObservations observations,
            SourceRuns runs,
            Readings readings,
            PracticeClock clock) {
        this.google = google;
        this.takeIn = takeIn;
        this.events = events;
        this.observations = observations;
        this.runs = runs;
        this.readings = readings;
        this.clock = clock;
    }

    /** @return whether it was read to its end; not when somebody else is reading it */
    boolean read(long calendar, Turn turn) {
        return read(calendar, turn, false);
    }

    /** Reads all of it anew, and compares that with what we held. */
    boolean compare(long calendar) {
        return read(calendar, Turn.SWEEP, true);
    }

    private boolean read(long calendar, Turn turn, boolean anew) {
        if (!readings.claim(calendar)) {
            return false;
        }
        try {
            // A first list, or one under way, has nothing whole to be compared with.
            ListMark before = takeIn.mark(calendar)
                    .filter(ListMark::isEnded)
                    .filter(known -> anew || known.isDueForWhole(clock.instant()))
                    .orElse(null);
            return runs.run(
                    Source.GOOGLE,
                    GoogleCalls.account(calendar),
                    before == null ? "delta" : SourceSweeps.KIND,
                    () -> list(calendar, turn, before));
        } finally {
            readings.release(calendar);
        }
    }

    private Brought list(long calendar, Turn turn, @Nullable ListMark before) {
        ListMark list = before == null ? beginning(calendar) : fresh(calendar);
        Brought brought = Brought.NOTHING;
        for (int page = 0; page < MOST_PAGES; page++) {
            ProviderAnswer<GoogleEventsPage> answer = google.events(
                    calendar, new GoogleEventsQuery(list.from(), list.to(), list.syncToken(), list.pageToken()), turn);
            if (answer.outcome() == ProviderOutcome.GONE && !list.isWholeList()) {
                // The sync token died: all anew, and what does not show up then is gone.
                list = fresh(calendar);
                continue;
            }
            GoogleEventsPage content = answer.content();
            if (content == null) {
                throw abandoned(calendar, list, answer);
            }
            if (isImplausible(calendar, list, content, brought, turn)) {
                takeIn.move(calendar, fresh(calendar));
                return new Brought(0, 0, 0, Brought.Due.SOMETHING);
            }
            brought = brought.and(takeIn.page(calendar, list, content, before));
            if (content.nextPageToken() == null) {
                return brought;
            }
            if (content.nextPageToken().equals(list.pageToken())) {
                throw new NotBrought(ENDLESS);
            }
            list = list.afterPage(content.nextPageToken());
        }
        throw new NotBrought(ENDLESS);
    }

    private ListMark beginning(long calendar) {
        ListMark known = takeIn.mark(calendar).orElse(null);
        if (known == null || known.isDueForWhole(clock.instant())) {
            return fresh(calendar);
        }
        // A list that was cut short goes on where it stood; the pages before it are stored.
        return known.isUnderWay() ? known : known.changes(observations.nextTicket());
    }

    private ListMark fresh(long calendar) {
        ListMark whole = ListMark.whole(observations.nextTicket(), clock.instant());
        takeIn.move(calendar, whole);
        return whole;
    }

    /** A page token that is no longer good must not keep us on the same page for ever. */
    private NotBrought abandoned(long calendar, ListMark list, ProviderAnswer<?> answer) {
        if (answer.outcome() == ProviderOutcome.BAD_REQUEST && (list.isUnderWay() || !list.isWholeList())) {
            fresh(calendar);
        }
        return new NotBrought(answer);
    }

    /** A whole list without a single event, where we hold some, is believed only when Google says "free" too. */
    private boolean isImplausible(long calendar, ListMark list, GoogleEventsPage page, Brought before, Turn turn) {
        boolean empty = list.isWholeList()
                && page.nextPageToken() == null
                && page.events().isEmpty()
                && before.fetched() == 0;
        if (!empty || events.touching(List.of(calendar), list.from(), list.to()).isEmpty()) {
            return false;
        }
        ProviderAnswer<List<BusyTime>> busy = google.freeBusy(
                calendar,
                new GoogleFreeBusyQuery(clock.instant(), clock.instant().plus(LOOKED_AHEAD)),
                turn);
        return busy.content() == null || !busy.content().isEmpty();
    }
}
