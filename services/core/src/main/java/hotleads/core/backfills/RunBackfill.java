package hotleads.core.backfills;

import hotleads.core.RunUntilShutdown;
import hotleads.core.acts.Acts;
import hotleads.core.connections.AcuityPace;
import hotleads.core.connections.DateWindow;
import hotleads.core.connections.ReadWindow;
import hotleads.core.sources.Turn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads a backfill's windows one after the other. The cursor moves in the transaction that says its window was read: a
 * core that is killed before that reads it again, which changes nothing.
 */
@Component
class RunBackfill extends RunUntilShutdown {
    private static final String JOB = "backfill-acuity";
    private static final Duration PACE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final int TRIES = 3;
    /** These lie in the window's own records, and another try may well end alike. */
    private static final Set<String> MAY_NEVER_END = Set.of("unreadable-record", "not-taken-in");

    private final Backfills backfills;
    private final ReadWindow readWindow;
    private final AcuityPace pace;
    private final Acts acts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RunBackfill(
            Backfills backfills,
            ReadWindow readWindow,
            AcuityPace pace,
            Acts acts,
            TransactionTemplate transaction,
            Clock clock) {
        super("run-backfill");
        this.backfills = backfills;
        this.readWindow = readWindow;
        this.pace = pace;
        this.acts = acts;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    protected void round() throws InterruptedException {
        Optional<Backfill> claimed = backfills.claim();
        if (claimed.isEmpty()) {
            Thread.sleep(PACE);
            return;
        }
        Backfill backfill = claimed.get();
        if (!backfill.isRead()) {
            readNext(backfill);
        }
        transaction.executeWithoutResult(status -> finishIfDone(backfill));
    }

    private void readNext(Backfill backfill) throws InterruptedException {
        Instant began = clock.instant();
        if (!pace.awaitTurn(Turn.BACKFILL)) {
            backfills.tryLater(backfill, "no-turn", pauseAfter(backfill.failures()));
            return;
        }
        DateWindow window = backfill.next();
        ReadWindow.Read read = readWindow.read(window.from(), window.to(), counting(backfill, began));
        String cause = read.cause();
        if (cause != null) {
            failed(backfill, read.present().size(), cause);
        }
    }

    private ReadWindow.Alongside counting(Backfill backfill, Instant began) {
        return new ReadWindow.Alongside() {
            @Override
            public void takenIn(int brought) {
                backfills.brought(backfill, brought);
            }

            @Override
            public void readWhole(ReadWindow.Read read) {
                backfills.windowDone(backfill, read.present().size(), Duration.between(began, clock.instant()));
            }
        };
    }

    private void failed(Backfill backfill, int rows, String cause) {
        if (MAY_NEVER_END.contains(cause) && backfill.failures() + 1 >= TRIES) {
            // What could be taken in is; the rest must not keep out all that lies before it.
            backfills.leaveOut(backfill, rows);
        } else {
            backfills.tryLater(backfill, cause, pauseAfter(backfill.failures()));
        }
    }

    private static Duration pauseAfter(int failures) {
        Duration pause = Duration.ofSeconds(1L << Math.min(failures, 6));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private void finishIfDone(Backfill backfill) {
        if (backfills.finishIfDone(backfill.id())) {
            acts.byJob(JOB, "backfill.finished", "backfill", backfill.id().toString());
        }
    }
}
