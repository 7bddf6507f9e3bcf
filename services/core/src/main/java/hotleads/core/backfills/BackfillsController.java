package hotleads.core.backfills;

import hotleads.core.acts.Acts;
import hotleads.core.time.PracticeClock;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Backfills: what one would bring, starting, pausing, resuming, and how far they have come. */
@RestController
class BackfillsController {
    private static final int NEWEST = 20;

    private final StartBackfill start;
    private final Backfills backfills;
    private final Acts acts;
    private final PracticeClock clock;

    BackfillsController(StartBackfill start, Backfills backfills, Acts acts, PracticeClock clock) {
        this.start = start;
        this.backfills = backfills;
        this.acts = acts;
        this.clock = clock;
    }

    /** @param from the first appointment date to read */
    record NewBackfill(@Nullable LocalDate from) {}

    /** The backfill that runs now. */
    record BackfillStarted(UUID id) {}

    /**
     * What a backfill would bring.
     *
     * @param estimated not all windows were looked at
     */
    record BackfillPreview(
            LocalDate from, LocalDate to, int windows, int windowsLooked, boolean estimated, long rows, long newRows) {}

    /** The newest backfills. */
    record BackfillList(List<BackfillShown> items) {}

    /**
     * How far a backfill has come; times are the practice's.
     *
     * @param state {@code running}, {@code paused} or {@code done}
     * @param causeCode why the last window could not be read
     * @param leftOut windows that were passed over because something in them cannot be taken in
     * @param expectedAt when it will end at this pace; null unless it runs
     */
    record BackfillShown(
            UUID id,
            String state,
            LocalDate from,
            LocalDate to,
            Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable String causeCode,
            int windows,
            int windowsDone,
            int leftOut,
            long rows,
            long newRows,
            double rowsPerSecond,
            @Nullable Instant expectedAt) {}

    @PostMapping(path = "/api/backfills/dry-run", produces = MediaType.APPLICATION_JSON_VALUE)
    BackfillPreview preview(Caller caller, @RequestBody NewBackfill wanted) throws InterruptedException {
        StartBackfill.Preview preview = start.preview(wanted.from(), caller);
        return new BackfillPreview(
                preview.window().from(),
                preview.window().to(),
                preview.windows(),
                preview.windowsLooked(),
                preview.windowsLooked() < preview.windows(),
                preview.rows(),
                preview.newRows());
    }

    @PostMapping(path = "/api/backfills", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    BackfillStarted start(Caller caller, @RequestBody NewBackfill wanted) {
        return new BackfillStarted(start.from(wanted.from(), caller));
    }

    @PostMapping("/api/backfills/{backfillId}/pause")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void pause(Caller caller, @PathVariable UUID backfillId) {
        move(backfillId, "running", "paused");
        acts.byPerson(caller, "backfill.paused", "backfill", backfillId.toString());
    }

    @PostMapping("/api/backfills/{backfillId}/resume")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void resume(Caller caller, @PathVariable UUID backfillId) {
        move(backfillId, "paused", "running");
        acts.byPerson(caller, "backfill.resumed", "backfill", backfillId.toString());
    }

    private void move(UUID backfill, String from, String to) {
        if (!backfills.move(backfill, from, to)) {
            throw new Problem(HttpStatus.CONFLICT, "backfill-not-" + from, "There is no such backfill that is " + from);
        }
    }

    @GetMapping(path = "/api/backfills", produces = MediaType.APPLICATION_JSON_VALUE)
    @Transactional
    public BackfillList list(Caller caller) {
        List<BackfillShown> items =
                backfills.newest(NEWEST).stream().map(this::shown).toList();
        acts.byPerson(
                caller,
                "backfills.viewed",
                "backfill",
                items.stream().map(item -> item.id().toString()).collect(Collectors.joining(",")));
        return new BackfillList(items);
    }

    private BackfillShown shown(Backfill backfill) {
        Instant finished = backfill.finishedAt();
        Duration remaining = backfill.remaining();
        return new BackfillShown(
                backfill.id(),
                backfill.state(),
                backfill.from(),
                backfill.to(),
                clock.at(backfill.askedAt()),
                finished == null ? null : clock.at(finished),
                backfill.cause(),
                backfill.windows(),
                backfill.windowsDone(),
                backfill.leftOut(),
                // Of the window under way what is new is counted already, and the rest when it has been read.
                Math.max(backfill.rows(), backfill.newRows()),
                backfill.newRows(),
                backfill.rowsPerSecond(),
                backfill.state().equals("running") && remaining != null
                        ? clock.instant().plus(remaining)
                        : null);
    }
}
