package hotleads.core.zoom;

import hotleads.core.RunUntilShutdown;
import hotleads.core.attendance.DeriveAttendance;
import hotleads.core.leads.Evaluations;
import hotleads.core.people.KnownAnew;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Judges again who came where people are known by other details than before. A guest whom nobody knew may be a client
 * whose other record tells that address; parted, it is a stranger's again.
 */
@Component
class JudgeKnownAnew extends RunUntilShutdown {
    private static final Duration PACE = Duration.ofSeconds(1);
    private static final int AT_ONCE = 20;

    private final KnownAnew knownAnew;
    private final DeriveAttendance derive;
    private final Evaluations evaluations;
    private final TransactionTemplate transaction;

    JudgeKnownAnew(
            KnownAnew knownAnew, DeriveAttendance derive, Evaluations evaluations, TransactionTemplate transaction) {
        super("judge-known-anew");
        this.knownAnew = knownAnew;
        this.derive = derive;
        this.evaluations = evaluations;
        this.transaction = transaction;
    }

    @Override
    protected void round() throws InterruptedException {
        Integer taken = transaction.execute(status -> take());
        if (taken == null || taken < AT_ONCE) {
            Thread.sleep(PACE);
        }
    }

    private int take() {
        List<UUID> people = knownAnew.take(AT_ONCE);
        evaluations.evaluate(derive.ofPeople(people));
        return people.size();
    }
}
