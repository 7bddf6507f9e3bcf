package hotleads.core.events;

import hotleads.core.events.StartReplay.NewReplay;
import hotleads.platform.endpoint.Caller;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Replays: begun, looked after, run. */
@RestController
class ReplaysController {
    private final StartReplay startReplay;
    private final EventViews views;

    ReplaysController(StartReplay startReplay, EventViews views) {
        this.startReplay = startReplay;
        this.views = views;
    }

    @PostMapping(path = "/api/replays", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Replay dryRun(Caller caller, @RequestBody NewReplay wanted) {
        return startReplay.dryRun(wanted, caller);
    }

    @GetMapping(path = "/api/replays/{replayId}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Transactional
    public Replay one(Caller caller, @PathVariable UUID replayId) {
        Replay replay = startReplay.get(replayId);
        views.act(caller, "replay.viewed", "replay", replayId.toString());
        return replay;
    }

    @PostMapping(path = "/api/replays/{replayId}/run", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Replay run(Caller caller, @PathVariable UUID replayId) {
        return startReplay.run(replayId, caller);
    }
}
