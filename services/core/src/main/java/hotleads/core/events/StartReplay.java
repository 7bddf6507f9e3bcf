package hotleads.core.events;

import hotleads.core.Ids;
import hotleads.core.time.PracticeClock;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.problem.Problem;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins a replay with its dry run; it runs in earnest only once someone has seen what that found. */
@Component
class StartReplay {
    private final Replays replays;
    private final EventViews views;
    private final Ids ids;
    private final PracticeClock clock;

    StartReplay(Replays replays, EventViews views, Ids ids, PracticeClock clock) {
        this.replays = replays;
        this.views = views;
        this.ids = ids;
        this.clock = clock;
    }

    /** What to replay: one event, or all that have failed since a moment. */
    record NewReplay(@Nullable UUID eventId, @Nullable Instant since) {}

    @Transactional
    public Replay dryRun(NewReplay wanted, Caller caller) {
        UUID event = wanted.eventId();
        Instant since = wanted.since();
        if ((event == null) == (since == null) || since != null && since.isAfter(clock.instant())) {
            throw new Problem(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "replay-what",
                    "Name one event, or a past moment since when events failed");
        }
        UUID id = ids.next();
        if (event != null) {
            one(id, event, caller);
        } else if (since != null) {
            replays.add(id, caller.accountId(), null, since);
            replays.chooseFailed(id, since);
        }
        views.act(caller, "replay.asked", "replay", id.toString());
        return get(id);
    }

    @Transactional
    public Replay run(UUID id, Caller caller) {
        get(id);
        if (!replays.move(id, "tried", "running")) {
            throw new Problem(
                    HttpStatus.CONFLICT, "replay-not-tried", "A replay runs once, after its dry run has ended");
        }
        views.act(caller, "replay.run", "replay", id.toString());
        return get(id);
    }

    public Replay get(UUID id) {
        return replays.find(id)
                .orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "no-such-replay", "There is no such replay"));
    }

    private void one(UUID id, UUID event, Caller caller) {
        if (!replays.knows(event)) {
            throw new Problem(HttpStatus.NOT_FOUND, "no-such-event", "There is no such event");
        }
        replays.add(id, caller.accountId(), event, null);
        if (!replays.chooseOne(id, event)) {
            throw new Problem(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "nothing-to-look-at",
                    "This event names no booking, so there is nothing to look at");
        }
    }
}
