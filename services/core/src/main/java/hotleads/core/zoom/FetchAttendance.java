package hotleads.core.zoom;

import hotleads.contracts.ZoomParticipant;
import hotleads.contracts.ZoomRun;
import hotleads.core.attendance.RunSeen;
import hotleads.core.attendance.RunSeen.Participant;
import hotleads.core.attendance.Runs;
import hotleads.core.sources.Brought;
import hotleads.core.sources.Source;
import hotleads.core.sources.SourceRuns;
import hotleads.core.staff.ProviderPlaces;
import hotleads.core.time.PracticeClock;
import hotleads.core.zoom.Looks.Due;
import hotleads.core.zoom.ZoomReads.Listed;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Asks, for the sessions that are due, which runs their practitioners had, and of those that touch a session who was in
 * them. Runs of other hours are dropped: they are nobody's business here.
 */
@Component
class FetchAttendance {
    /** Zoom takes a month at most; less keeps what one transaction stores small. */
    private static final int DAYS_AT_ONCE = 14;

    static final Duration EARLY = Duration.ofMinutes(20);
    static final Duration OVERTIME = Duration.ofMinutes(30);
    /** Until then a list without the run may only be behind. */
    private static final Duration LISTED_WITHIN = Duration.ofMinutes(30);

    private static final int MOST_ROUNDS = 60;

    private final ProviderPlaces places;
    private final Looks looks;
    private final ZoomReads reads;
    private final Runs runs;
    private final TakeInRuns takeIn;
    private final UnknownHosts unknown;
    private final SourceRuns sourceRuns;
    private final PracticeClock clock;

    FetchAttendance(
            ProviderPlaces places,
            Looks looks,
            ZoomReads reads,
            Runs runs,
            TakeInRuns takeIn,
            UnknownHosts unknown,
            SourceRuns sourceRuns,
            PracticeClock clock) {
        this.places = places;
        this.looks = looks;
        this.reads = reads;
        this.runs = runs;
        this.takeIn = takeIn;
        this.unknown = unknown;
        this.sourceRuns = sourceRuns;
        this.clock = clock;
    }

    void run() {
        if (!places.zoomHosts().isEmpty()) {
            sourceRuns.run(Source.ZOOM, "delta", this::whatIsDue);
        }
    }

    Brought whatIsDue() {
        Brought brought = Brought.NOTHING;
        Map<Long, String> hosts = places.zoomHosts();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<Due> due = looks.due(hosts.keySet(), clock.instant());
            if (due.isEmpty()) {
                break;
            }
            for (List<Due> some : inWindows(due)) {
                String host = Objects.requireNonNull(hosts.get(some.getFirst().calendar()));
                brought = brought.and(window(some, host));
            }
        }
        return brought;
    }

    /** Sessions of one practitioner within some days of each other, the latest window first. */
    private static List<List<Due>> inWindows(List<Due> due) {
        Map<Long, List<Due>> byCalendar =
                due.stream().collect(Collectors.groupingBy(Due::calendar, TreeMap::new, Collectors.toList()));
        List<List<Due>> windows = new ArrayList<>();
        for (List<Due> ofOne : byCalendar.values()) {
            List<Due> window = new ArrayList<>();
            for (Due session : ofOne) {
                if (!window.isEmpty()
                        && Duration.between(
                                                session.startsAt(),
                                                window.getFirst().startsAt())
                                        .toDays()
                                >= DAYS_AT_ONCE) {
                    windows.add(window);
                    window = new ArrayList<>();
                }
                window.add(session);
            }
            windows.add(window);
        }
        windows.sort(
                Comparator.comparing((List<Due> window) -> window.getFirst().startsAt())
                        .reversed());
        return windows;
    }

    private Brought window(List<Due> sessions, String host) {
        long ticket = runs.nextTicket();
        Instant at = clock.instant();
        // A day wider: days are by UTC, and a run belongs to the day on which it began.
        LocalDate from = day(sessions.getLast().startsAt().minus(EARLY));
        LocalDate to = day(sessions.getFirst().endsAt().plus(OVERTIME));
        Optional<Listed<ZoomRun>> several = reads.runs(host, from, to, false);
        Optional<Listed<ZoomRun>> alone = several.isEmpty() ? several : reads.runs(host, from, to, true);
        if (several.isEmpty() || alone.isEmpty()) {
            takeIn.notRead(sessions, at);
            unknown.tell(sessions.getFirst().calendar());
            return new Brought(0, 0, sessions.size(), Brought.Due.PERHAPS_NOTHING);
        }
        unknown.forget(sessions.getFirst().calendar());
        Map<String, RunSeen> read = new LinkedHashMap<>();
        int skipped = several.get().unreadable() + alone.get().unreadable();
        int missing = 0;
        for (ZoomRun run : Stream.concat(several.get().rows().stream(), alone.get().rows().stream())
                .filter(run -> sessions.stream().anyMatch(session -> touches(run, session)))
                .toList()) {
            if (run.people() < 2) {
                read.put(run.uuid(), seen(sessions.getFirst().calendar(), run, false, List.of(), host));
            } else if (!runs.isSettled(run.uuid(), run.endsAt(), run.people())) {
                Optional<Listed<ZoomParticipant>> there = reads.participants(run.uuid());
                skipped += there.map(Listed::unreadable).orElse(0);
                missing += there.isPresent() ? 0 : 1;
                there.ifPresent(listed ->
                        read.put(run.uuid(), seen(sessions.getFirst().calendar(), run, true, listed.rows(), host)));
            }
        }
        int news = takeIn.take(read, sessions, ticket, at);
        return new Brought(
                several.get().rows().size() + alone.get().rows().size(),
                news,
                skipped + missing,
                Brought.Due.something(sessions.stream().anyMatch(session -> isListed(session, at))));
    }

    private static boolean isListed(Due session, Instant now) {
        return session.endsAt().plus(LISTED_WITHIN).isBefore(now);
    }

    static boolean touches(ZoomRun run, Due session) {
        return run.startsAt().isBefore(session.endsAt().plus(OVERTIME))
                && run.endsAt().isAfter(session.startsAt().minus(EARLY));
    }

    private static RunSeen seen(long calendar, ZoomRun run, boolean listed, List<ZoomParticipant> rows, String host) {
        return new RunSeen(
                calendar,
                run.startsAt(),
                run.endsAt(),
                run.people(),
                listed,
                rows.stream()
                        .sorted(Comparator.comparing(ZoomParticipant::joinedAt).thenComparing(ZoomParticipant::leftAt))
                        .map(row -> participant(row, host))
                        .toList());
    }

    private static Participant participant(ZoomParticipant row, String host) {
        return new Participant(
                host.equalsIgnoreCase(row.email()) || host.equals(row.accountUserId()),
                row.inMeeting(),
                row.name(),
                row.email(),
                row.registrantId() != null,
                row.joinedAt(),
                row.leftAt());
    }

    static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
