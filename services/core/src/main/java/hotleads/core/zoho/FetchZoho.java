package hotleads.core.zoho;

import hotleads.contracts.ZohoPerson;
import hotleads.core.sources.Brought;
import hotleads.core.sources.Brought.Due;
import hotleads.core.sources.Source;
import hotleads.core.sources.SourceCursors;
import hotleads.core.sources.SourceRuns;
import hotleads.core.sources.Turn;
import hotleads.core.time.PracticeClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Brings what changed in Zoho since the last time, each list from its own cursor, with some minutes read again. */
@Component
class FetchZoho {
    static final String DELTA = "delta";
    static final List<String> MODULES = List.of("Leads", "Contacts", "Tasks");

    /** Clocks differ, and what was being written when we looked shows up a moment later. */
    private static final Duration OVERLAP = Duration.ofMinutes(5);

    private static final Duration STAGES_WORTH_A_CALL = Duration.ofDays(30);
    private static final int MOST_TIMELINES = 200;

    private final SourceRuns runs;
    private final SourceCursors cursors;
    private final ReadZoho read;
    private final PracticeClock clock;

    FetchZoho(SourceRuns runs, SourceCursors cursors, ReadZoho read, PracticeClock clock) {
        this.runs = runs;
        this.cursors = cursors;
        this.read = read;
        this.clock = clock;
    }

    boolean run() {
        return runs.run(Source.ZOHO, DELTA, this::bring);
    }

    private Brought bring() {
        boolean first = cursors.of(Source.ZOHO, ZohoList.LEADS.name()).isEmpty();
        List<Long> moved = new ArrayList<>();
        // Leads before contacts: a contact's lead tells who it was.
        ReadZoho.Walked leads = delta(ZohoList.LEADS, moved);
        Brought brought = brought(leads, first)
                .and(brought(delta(ZohoList.CONTACTS, new ArrayList<>()), false))
                .and(brought(walk(ZohoList.TASKS), false));
        for (String module : MODULES) {
            brought = brought.and(brought(walk(ZohoList.deleted(module)), false));
        }
        moved.stream().limit(MOST_TIMELINES).forEach(lead -> read.timeline(lead, Turn.SWEEP));
        return brought;
    }

    /** A CRM without a single lead is no CRM of a practice. */
    private static Brought brought(ReadZoho.Walked walked, boolean wasDue) {
        return new Brought(walked.fetched(), walked.changed(), walked.skipped(), Due.something(wasDue));
    }

    private ReadZoho.Walked delta(ZohoList<ZohoPerson> list, List<Long> moved) {
        Instant recent = clock.instant().minus(STAGES_WORTH_A_CALL);
        return read.walk(
                list,
                since(list),
                Turn.SWEEP,
                true,
                (people, page) -> people.stream()
                        .filter(person -> person.modifiedAt().isAfter(recent))
                        .filter(person -> Optional.ofNullable(page.taken().get(person.id()))
                                .filter(taken -> taken.stageMoved())
                                .isPresent())
                        .map(ZohoPerson::id)
                        .forEach(moved::add));
    }

    private <T> ReadZoho.Walked walk(ZohoList<T> list) {
        return read.walk(list, since(list), Turn.SWEEP, true, (records, page) -> Objects.requireNonNull(page));
    }

    private @org.jspecify.annotations.Nullable Instant since(ZohoList<?> list) {
        return cursors.of(Source.ZOHO, list.name())
                .map(Instant::parse)
                .map(cursor -> cursor.minus(OVERLAP))
                .orElse(null);
    }
}
