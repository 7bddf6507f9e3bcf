package hotleads.core.leads;

import hotleads.core.RunUntilShutdown;
import hotleads.core.time.PracticeClock;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Evaluates people anew at the moment their own evaluation named as the next at which it changes by itself. */
@Component
class EvaluateWhatIsDue extends RunUntilShutdown {
    private static final Logger log = LoggerFactory.getLogger(EvaluateWhatIsDue.class);
    private static final int AT_ONCE = 100;
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
        if (!due.isEmpty()) {
            evaluate(due);
        }
        if (due.size() < AT_ONCE) {
            Thread.sleep(PACE);
        }
    }

    private List<UUID> due() {
        return jdbc.sql("SELECT person_id FROM lead WHERE next_change_at <= ? ORDER BY next_change_at LIMIT ?")
                .params(Timestamp.from(clock.instant()), AT_ONCE)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
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
