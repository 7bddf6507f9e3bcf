package hotleads.core.leads;

import hotleads.core.RunUntilShutdown;
import hotleads.core.time.PracticeClock;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Evaluates people anew at the moment their own evaluation named as the next at which it changes by itself. When many
 * are due at once, as after another version of the rules, parts of them are evaluated side by side: one after the other
 * all but one processor would idle.
 */
@Component
class EvaluateWhatIsDue extends RunUntilShutdown {
    private static final Logger log = LoggerFactory.getLogger(EvaluateWhatIsDue.class);
    /** How many share a transaction at most. */
    private static final int AT_ONCE = 100;

    /** So many are worth a transaction of their own. */
    private static final int FEW = 4;

    /** Each takes a connection of the few there are. */
    private static final int SIDE_BY_SIDE = Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 4);

    private static final Duration PACE = Duration.ofSeconds(1);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Evaluations evaluations;
    private final PracticeClock clock;
    private final TransactionTemplate transaction;

    EvaluateWhatIsDue(JdbcClient jdbc, Evaluations evaluations, PracticeClock clock, TransactionTemplate transaction) {
        super("evaluate-what-is-due");
        this.jdbc = jdbc;
        this.evaluations = evaluations;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    protected void round() throws InterruptedException {
        List<UUID> due = due();
        if (due.size() > FEW) {
            evaluateSideBySide(due);
        } else if (!due.isEmpty()) {
            evaluate(due);
        }
        if (due.size() < AT_ONCE * SIDE_BY_SIDE) {
            Thread.sleep(PACE);
        }
    }

    private List<UUID> due() {
        return jdbc.sql("SELECT person_id FROM lead WHERE next_change_at <= ? ORDER BY next_change_at LIMIT ?")
                .params(Timestamp.from(clock.instant()), AT_ONCE * SIDE_BY_SIDE)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    private void evaluateSideBySide(List<UUID> due) throws InterruptedException {
        int part = Math.max(FEW, Math.ceilDiv(due.size(), SIDE_BY_SIDE));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Void>> parts = new ArrayList<>();
            for (int from = 0; from < due.size(); from += part) {
                List<UUID> some = due.subList(from, Math.min(from + part, due.size()));
                parts.add(() -> {
                    evaluate(some);
                    return null;
                });
            }
            for (Future<Void> each : threads.invokeAll(parts)) {
                rethrow(each);
            }
        }
    }

    /** The database may be away: that ends the round, as it does when nobody else is at work. */
    private static void rethrow(Future<Void> ended) {
        if (ended.state() == Future.State.FAILED && ended.exceptionNow() instanceof RuntimeException failure) {
            throw failure;
        }
    }

    private void evaluate(List<UUID> due) {
        try {
            transaction.executeWithoutResult(status -> evaluations.evaluateAgain(due));
        } catch (RuntimeException oneOfThem) {
            due.forEach(this::evaluateAlone);
        }
    }

    private void evaluateAlone(UUID person) {
        try {
            transaction.executeWithoutResult(status -> evaluations.evaluateAgain(List.of(person)));
        } catch (RuntimeException failure) {
            // One person who cannot be evaluated must not keep all others waiting.
            log.warn(
                    "Person {} could not be evaluated: {}",
                    person,
                    failure.getClass().getName());
            jdbc.sql("UPDATE lead SET next_change_at = ? WHERE person_id = ?")
                    .params(Timestamp.from(clock.instant().plus(AFTER_FAILURE)), person)
                    .update();
        }
    }
}
