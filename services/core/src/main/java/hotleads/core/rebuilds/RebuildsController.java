package hotleads.core.rebuilds;

import hotleads.core.acts.Acts;
import hotleads.core.time.PracticeClock;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The order to make what is derived anew, and how far it has come. */
@RestController
class RebuildsController {
    private static final int NEWEST = 20;

    private final Rebuilds rebuilds;
    private final Acts acts;
    private final PracticeClock clock;

    RebuildsController(Rebuilds rebuilds, Acts acts, PracticeClock clock) {
        this.rebuilds = rebuilds;
        this.acts = acts;
        this.clock = clock;
    }

    /** The rebuild that runs now. */
    record RebuildStarted(UUID id) {}

    /** The newest rebuilds. */
    record RebuildList(List<RebuildShown> items) {}

    /** @param rows made anew so far */
    record RebuildShown(
            UUID id, Instant startedAt, @Nullable Instant finishedAt, long rows) {}

    @PostMapping(path = "/api/rebuilds", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Transactional
    public RebuildStarted start(Caller caller) {
        UUID started = rebuilds.add()
                .orElseThrow(() -> new Problem(
                        HttpStatus.CONFLICT,
                        "rebuild-running",
                        "A rebuild is running already: wait until it has ended"));
        acts.byPerson(caller, "rebuild.started", "rebuild", started.toString());
        return new RebuildStarted(started);
    }

    @GetMapping(path = "/api/rebuilds", produces = MediaType.APPLICATION_JSON_VALUE)
    @Transactional
    public RebuildList list(Caller caller) {
        List<RebuildShown> items = rebuilds.newest(NEWEST).stream()
                .map(rebuild -> new RebuildShown(
                        rebuild.id(), clock.at(rebuild.askedAt()), at(rebuild.finishedAt()), rebuild.rows()))
                .toList();
        acts.byPerson(
                caller,
                "rebuilds.viewed",
                "rebuild",
                items.stream().map(item -> item.id().toString()).collect(Collectors.joining(",")));
        return new RebuildList(items);
    }

    private @Nullable Instant at(@Nullable Instant real) {
        return real == null ? null : clock.at(real);
    }
}
