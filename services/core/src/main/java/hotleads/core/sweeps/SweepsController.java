package hotleads.core.sweeps;

import hotleads.core.acts.Acts;
import hotleads.core.time.PracticeClock;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.problem.Problem;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The reports of sweeps, and the order to run one. */
@RestController
class SweepsController {
    private static final int MOST = 200;

    private final Sweeps sweeps;
    private final BeginSweep begin;
    private final Acts acts;
    private final PracticeClock clock;
    private final String zone;

    SweepsController(
            Sweeps sweeps,
            BeginSweep begin,
            Acts acts,
            PracticeClock clock,
            @Value("${HOTLEADS_PRACTICE_ZONE:America/New_York}") String zone) {
        this.sweeps = sweeps;
        this.begin = begin;
        this.acts = acts;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * A page of reports, the newest first.
     *
     * @param asOf the practice's time
     * @param zone the practice's IANA zone, in which staff read times
     * @param next where the next page begins; null on the last
     */
    record SweepPage(
            Instant asOf,
            String zone,
            List<SweepShown> items,
            @Nullable String next) {}

    /**
     * One report with a page of what it found.
     *
     * @param next where the next page of differences begins; null on the last
     */
    record SweepDetail(
            SweepShown sweep,
            List<DifferenceShown> differences,
            @Nullable String next) {}

    /** @param kind {@code missing}, {@code different}, {@code extra} or {@code under-way} */
    record DifferenceShown(long appointmentId, String kind) {}

    /** The sweep that will run, for asking how it goes. */
    record SweepAsked(UUID id) {}

    @GetMapping(path = "/api/sweeps", produces = MediaType.APPLICATION_JSON_VALUE)
    @Transactional
    public SweepPage list(
            Caller caller,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable String kind) {
        int size = Math.clamp(limit, 1, MOST);
        List<Sweep> rows = kind == null ? sweeps.page(after, size + 1) : sweeps.page(kindOf(kind), after, size + 1);
        List<SweepShown> items = rows.stream()
                .limit(size)
                .map(sweep -> SweepShown.of(sweep, clock))
                .toList();
        acts.byPerson(
                caller,
                "sweeps.viewed",
                "sweep",
                items.stream().map(item -> item.id().toString()).collect(Collectors.joining(",")));
        return new SweepPage(
                clock.instant(),
                zone,
                items,
                rows.size() > size ? items.getLast().id().toString() : null);
    }

    private static SweepKind kindOf(String word) {
        return Arrays.stream(SweepKind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() ->
                        new Problem(HttpStatus.BAD_REQUEST, "unknown-kind", "Choose one of the kinds of a sweep"));
    }

    @GetMapping(path = "/api/sweeps/{sweepId}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Transactional
    public SweepDetail one(
            Caller caller,
            @PathVariable UUID sweepId,
            @RequestParam(defaultValue = "200") int limit,
            @RequestParam(defaultValue = "0") long after) {
        Sweep sweep = sweeps.find(sweepId)
                .orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "not-found", "There is no such sweep"));
        acts.byPerson(caller, "sweep.viewed", "sweep", sweepId.toString());
        int size = Math.clamp(limit, 1, MOST);
        List<Sweeps.Found> found = sweeps.differences(sweepId, after, size + 1);
        List<DifferenceShown> shown = found.stream()
                .limit(size)
                .map(difference -> new DifferenceShown(difference.appointment(), difference.kind()))
                .toList();
        return new SweepDetail(
                SweepShown.of(sweep, clock),
                shown,
                found.size() > size ? Long.toString(shown.getLast().appointmentId()) : null);
    }

    @PostMapping(path = "/api/sweeps", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    SweepAsked ask(Caller caller) {
        return new SweepAsked(begin.asked(caller));
    }
}
