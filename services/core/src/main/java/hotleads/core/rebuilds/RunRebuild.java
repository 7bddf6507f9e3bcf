package hotleads.core.rebuilds;

import hotleads.core.RunUntilShutdown;
import hotleads.core.acts.Acts;
import hotleads.core.rebuilds.Rebuilds.Rebuild;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Walks all that is derived, a batch a transaction; one that was interrupted goes on where it was. */
@Component
class RunRebuild extends RunUntilShutdown {
    private static final String JOB = "rebuild";
    private static final Duration PACE = Duration.ofSeconds(1);

    private final Rebuilds rebuilds;
    private final List<Derived> derived;
    private final Acts acts;
    private final TransactionTemplate transaction;

    RunRebuild(Rebuilds rebuilds, List<Derived> derived, Acts acts, TransactionTemplate transaction) {
        super("run-rebuild");
        this.rebuilds = rebuilds;
        this.derived = derived;
        this.acts = acts;
        this.transaction = transaction;
    }

    @Override
    protected void round() throws InterruptedException {
        Optional<Rebuild> claimed = rebuilds.claim();
        if (claimed.isEmpty()) {
            Thread.sleep(PACE);
            return;
        }
        Rebuild rebuild = claimed.get();
        while (isRunning() && rebuild.stage() < derived.size()) {
            Rebuild from = rebuild;
            rebuild = transaction.execute(status -> batch(from));
        }
        if (rebuild.stage() == derived.size()) {
            Rebuild done = rebuild;
            transaction.executeWithoutResult(status -> finish(done));
        }
    }

    private Rebuild batch(Rebuild from) {
        Derived.Batch batch = derived.get(from.stage()).rebuildAfter(from.mark());
        return rebuilds.cameTo(
                from, batch.next() == null ? from.stage() + 1 : from.stage(), batch.next(), batch.rows());
    }

    private void finish(Rebuild done) {
        rebuilds.finish(done.id());
        acts.byJob(JOB, "rebuild.finished", "rebuild", done.id().toString());
    }
}
