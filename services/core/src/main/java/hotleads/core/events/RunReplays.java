package hotleads.core.events;

import hotleads.core.RunUntilShutdown;
import hotleads.core.connections.LookAgain;
import hotleads.core.events.Replays.Item;
import hotleads.core.events.TakeInAgain.Difference;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works through replays, one appointment at a time. All progress lies in the database, so another core, or the next
 * start, goes on where this one stopped.
 */
@Component
class RunReplays extends RunUntilShutdown {
    static final String NAME = "replay";

    private static final Logger log = LoggerFactory.getLogger(RunReplays.class);
    private static final Duration PACE = Duration.ofMillis(500);

    private final Replays replays;
    private final LookAgain lookAgain;
    private final TakeInAgain takeInAgain;
    private final EventViews views;
    private final TransactionTemplate transaction;

    RunReplays(
            Replays replays,
            LookAgain lookAgain,
            TakeInAgain takeInAgain,
            EventViews views,
            TransactionTemplate transaction) {
        super("run-replays");
        this.replays = replays;
        this.lookAgain = lookAgain;
        this.takeInAgain = takeInAgain;
        this.views = views;
        this.transaction = transaction;
    }

    @Override
    protected void round() throws InterruptedException {
        Optional<Item> toTry = replays.claimToTry();
        if (toTry.isPresent()) {
            tryOne(toTry.get());
        }
        boolean ranOne = Boolean.TRUE.equals(transaction.execute(this::runOne));
        finish();
        if (toTry.isEmpty() && !ranOne) {
            Thread.sleep(PACE);
        }
    }

    private void tryOne(Item item) throws InterruptedException {
        Optional<LookAgain.Read> read = lookAgain.readOnly(item.appointment(), NAME);
        if (read.isEmpty()) {
            replays.tried(item, "unclear", 0, 0);
            return;
        }
        try {
            Difference difference = takeInAgain.dryRun(item.appointment(), read.get());
            replays.tried(item, "known", difference.bookings(), difference.scores());
        } catch (RuntimeException poison) {
            // What cannot be taken in cannot be foretold either; the others of the replay can.
            warn(item, poison);
            replays.tried(item, "unclear", 0, 0);
        }
    }

    private boolean runOne(TransactionStatus status) {
        Optional<Item> next = replays.lockToRun();
        next.ifPresent(item -> {
            if (hasWorked(item)) {
                replays.skipped(item);
            } else {
                takeInAgain(item, status);
                replays.asked(item, lookAgain.ask(item.appointment()));
                views.job("event.replayed", "appointment", Long.toString(item.appointment()));
            }
        });
        return next.isPresent();
    }

    /** Before it asks, as a read takes its locks in this order. */
    private void takeInAgain(Item item, TransactionStatus status) {
        Object here = status.createSavepoint();
        try {
            takeInAgain.fromWhatIsHeld(item.appointment());
        } catch (RuntimeException poison) {
            // What is held may be the very trouble; Acuity is asked all the same.
            status.rollbackToSavepoint(here);
            warn(item, poison);
        }
    }

    private boolean hasWorked(Item item) {
        return item.openTo() == null ? !item.wouldChange() : replays.workedMeanwhile(item);
    }

    private void finish() {
        transaction.executeWithoutResult(status -> {
            replays.finishTrying().forEach(replay -> views.job("replay.tried", "replay", replay.toString()));
            replays.finishRunning().forEach(replay -> views.job("replay.done", "replay", replay.toString()));
        });
    }

    private static void warn(Item item, RuntimeException poison) {
        log.warn(
                "Appointment {} could not be replayed: {}",
                item.appointment(),
                poison.getClass().getName());
    }
}
