package hotleads.core.zoom;

import hotleads.contracts.ZoomRun;
import hotleads.core.attendance.Runs;
import hotleads.core.attendance.Runs.Outline;
import hotleads.core.sources.Brought;
import hotleads.core.sources.Compared;
import hotleads.core.sources.Source;
import hotleads.core.sources.SourceRuns;
import hotleads.core.sources.SourceSweeps;
import hotleads.core.staff.ProviderPlaces;
import hotleads.core.time.PracticeClock;
import hotleads.core.zoom.Looks.Due;
import hotleads.core.zoom.ZoomReads.Listed;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares the runs we hold around sessions of the last weeks with those Zoom lists, and has sessions looked at again
 * where they differ. A run that Zoom does not list any more stays ours: it was there.
 */
@Component
class SweepZoom {
    /** One list of Zoom's, which takes a month. */
    private static final Duration BACK = Duration.ofDays(28);

    private final ProviderPlaces places;
    private final Looks looks;
    private final ZoomReads reads;
    private final Runs runs;
    private final FetchAttendance fetch;
    private final UnknownHosts unknown;
    private final SourceRuns sourceRuns;
    private final PracticeClock clock;
    private final TransactionTemplate transaction;

    SweepZoom(
            ProviderPlaces places,
            Looks looks,
            ZoomReads reads,
            Runs runs,
            FetchAttendance fetch,
            UnknownHosts unknown,
            SourceRuns sourceRuns,
            PracticeClock clock,
            TransactionTemplate transaction) {
        this.places = places;
        this.looks = looks;
        this.reads = reads;
        this.runs = runs;
        this.fetch = fetch;
        this.unknown = unknown;
        this.sourceRuns = sourceRuns;
        this.clock = clock;
        this.transaction = transaction;
    }

    void run() {
        if (!places.zoomHosts().isEmpty()) {
            sourceRuns.run(Source.ZOOM, SourceSweeps.KIND, this::compare);
        }
    }

    private Brought compare() {
        Instant to = clock.instant();
        Instant from = to.minus(BACK);
        Brought brought = new Brought(0, 0, 0, Brought.Due.PERHAPS_NOTHING, new Compared(from, to, 0, 0, 0, 0));
        for (Map.Entry<Long, String> host : places.zoomHosts().entrySet()) {
            List<Due> sessions = looks.settled(host.getKey(), from, to);
            if (!sessions.isEmpty()) {
                brought = brought.and(compare(host.getKey(), host.getValue(), sessions, from, to));
            }
        }
        // What differed is read at once.
        return brought.and(fetch.whatIsDue());
    }

    private Brought compare(long calendar, String host, List<Due> sessions, Instant from, Instant to) {
        LocalDate first = FetchAttendance.day(from);
        LocalDate last = FetchAttendance.day(to);
        Optional<Listed<ZoomRun>> several = reads.runs(host, first, last, false);
        Optional<Listed<ZoomRun>> alone = several.isEmpty() ? several : reads.runs(host, first, last, true);
        if (several.isEmpty() || alone.isEmpty()) {
            unknown.tell(calendar);
            return new Brought(0, 0, sessions.size(), Brought.Due.PERHAPS_NOTHING);
        }
        unknown.forget(calendar);
        Map<String, ZoomRun> listed = new HashMap<>();
        several.get().rows().forEach(run -> listed.put(run.uuid(), run));
        alone.get().rows().forEach(run -> listed.put(run.uuid(), run));
        listed.values().removeIf(run -> sessions.stream().noneMatch(session -> FetchAttendance.touches(run, session)));
        int unreadable = several.get().unreadable() + alone.get().unreadable();
        Compared compared = compared(calendar, sessions, listed, from, to);
        boolean didWeHoldAny = compared.same() + compared.different() + compared.extra() > 0;
        return new Brought(
                listed.size(),
                compared.missing() + compared.different(),
                unreadable,
                Brought.Due.something(didWeHoldAny),
                compared);
    }

    private Compared compared(
            long calendar, List<Due> sessions, Map<String, ZoomRun> listed, Instant from, Instant to) {
        Map<String, Outline> held = runs.outlines(calendar, from.minus(FetchAttendance.EARLY), to);
        held.values().removeIf(run -> sessions.stream().noneMatch(session -> touches(run, session)));
        int same = 0;
        int missing = 0;
        int different = 0;
        for (ZoomRun run : listed.values()) {
            Outline ours = held.remove(run.uuid());
            if (new Outline(run.startsAt(), run.endsAt(), run.people()).equals(ours)) {
                same++;
                continue;
            }
            missing += ours == null ? 1 : 0;
            different += ours == null ? 0 : 1;
            lookAgain(sessions, run);
        }
        return new Compared(from, to, same, missing, different, held.size());
    }

    private void lookAgain(List<Due> sessions, ZoomRun run) {
        transaction.executeWithoutResult(status -> sessions.stream()
                .filter(session -> FetchAttendance.touches(run, session))
                .forEach(session -> looks.again(session, clock.instant())));
    }

    private static boolean touches(Outline run, Due session) {
        return run.opensAt().isBefore(session.endsAt().plus(FetchAttendance.OVERTIME))
                && run.closesAt().isAfter(session.startsAt().minus(FetchAttendance.EARLY));
    }
}
