package hotleads.core.connections;

import hotleads.core.acts.Acts;
import hotleads.core.observations.Calendars;
import hotleads.core.sources.Source;
import hotleads.core.sources.SourceSchedule;
import hotleads.core.sources.SourceSweeps;
import hotleads.core.sources.SourceSweeps.SourceSweep;
import hotleads.core.time.PracticeClock;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.problem.Problem;
import java.time.Instant;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What comparing with Zoom, Zoho and Google found, and the order to compare now. */
@RestController
class SourceSweepsController {
    private static final int MOST = 60;

    private final SourceSweeps sweeps;
    private final Calendars calendars;
    private final List<SourceSchedule> schedules;
    private final Schedules scheduler;
    private final Acts acts;
    private final PracticeClock clock;
    private final String zone;

    SourceSweepsController(
            SourceSweeps sweeps,
            Calendars calendars,
            List<SourceSchedule> schedules,
            Schedules scheduler,
            Acts acts,
            PracticeClock clock,
            @Value("${HOTLEADS_PRACTICE_ZONE:America/New_York}") String zone) {
        this.sweeps = sweeps;
        this.calendars = calendars;
        this.schedules = schedules;
        this.scheduler = scheduler;
        this.acts = acts;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * The newest reports, the newest first.
     *
     * @param asOf the practice's time
     * @param zone the practice's IANA zone, in which staff read times
     */
    record SourceSweepsShown(Instant asOf, String zone, List<SourceSweepShown> items) {}

    /**
     * One report; times are the practice's.
     *
     * @param source {@code zoom}, {@code zoho} or {@code google}
     * @param practitioner whose calendar was compared, where each is compared by itself
     * @param state {@code running}, {@code whole} or {@code stopped}
     * @param causeKey why it stopped
     * @param from of the compared records' own times; null with {@code to} when all were
     * @param skipped how many could not be read and were set aside
     * @param missing at the provider, unknown to us until then
     * @param extra ours, no longer at the provider
     */
    record SourceSweepShown(
            UUID id,
            String source,
            @Nullable String practitioner,
            String state,
            @Nullable String causeKey,
            Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable Instant from,
            @Nullable Instant to,
            int skipped,
            @Nullable Integer same,
            @Nullable Integer missing,
            @Nullable Integer different,
            @Nullable Integer extra) {}

    @GetMapping(path = "/api/connections/sweeps", produces = MediaType.APPLICATION_JSON_VALUE)
    @Transactional
    public SourceSweepsShown list(Caller caller) {
        List<SourceSweepShown> items =
                sweeps.newest(MOST).stream().map(this::shown).toList();
        acts.byPerson(
                caller,
                "sweeps.viewed",
                "sweep",
                items.stream().map(item -> item.id().toString()).collect(Collectors.joining(",")));
        return new SourceSweepsShown(clock.instant(), zone, items);
    }

    @PostMapping("/api/connections/{source}/sweep")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void ask(@PathVariable String source, Caller caller) {
        SourceSchedule which = schedules.stream()
                .filter(one -> one.source().word().equals(source))
                .findFirst()
                .orElseThrow(() -> new Problem(
                        HttpStatus.NOT_FOUND,
                        "no-such-source",
                        "There is no such connection: zoom, zoho and google are"));
        acts.byPerson(caller, "connection.sweep-asked", "provider", source);
        scheduler.runNow(which.sweep());
    }

    private SourceSweepShown shown(SourceSweep sweep) {
        var compared = sweep.compared();
        return new SourceSweepShown(
                sweep.id(),
                sweep.source(),
                practitioner(sweep),
                state(sweep),
                sweep.cause() == null ? null : sweep.source() + '.' + sweep.cause(),
                clock.at(sweep.startedAt()),
                sweep.finishedAt() == null ? null : clock.at(sweep.finishedAt()),
                compared == null ? null : compared.from(),
                compared == null ? null : compared.to(),
                sweep.skipped(),
                compared == null ? null : compared.same(),
                compared == null ? null : compared.missing(),
                compared == null ? null : compared.different(),
                compared == null ? null : compared.extra());
    }

    private static String state(SourceSweep sweep) {
        if (sweep.finishedAt() == null) {
            return "running";
        }
        return sweep.compared() == null ? "stopped" : "whole";
    }

    private @Nullable String practitioner(SourceSweep sweep) {
        return sweep.account().equals(Source.MAIN)
                ? null
                : calendars.practitioner(Long.parseLong(sweep.account())).orElse(null);
    }
}
