package hotleads.core.retention;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import hotleads.core.acts.Acts;
import hotleads.core.keeping.Keeping;
import hotleads.core.keeping.Kind;
import hotleads.core.leads.Evaluations;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Removes what is past its time, some at once, each step with its entry that names what went. Killed anywhere, the next
 * run goes on.
 */
@Component
class RemovePast {
    static final String NAME = "remove-what-is-past";
    private static final int AT_ONCE = 200;

    private final PastRecords past;
    private final Keeping keeping;
    private final Evaluations evaluations;
    private final Acts acts;
    private final TransactionTemplate transaction;

    RemovePast(PastRecords past, Keeping keeping, Evaluations evaluations, Acts acts, TransactionTemplate transaction) {
        this.past = past;
        this.keeping = keeping;
        this.evaluations = evaluations;
        this.acts = acts;
        this.transaction = transaction;
    }

    /** When it runs by itself. */
    @Configuration(proxyBeanMethods = false)
    static class Schedule {
        private static final LocalTime AT_NIGHT = LocalTime.of(4, 20);

        @Bean
        RecurringTask<Void> removePastDaily(
                RemovePast remove, @Value("${HOTLEADS_PRACTICE_ZONE:America/New_York}") ZoneId zone) {
            return Tasks.recurring(NAME, new Daily(zone, AT_NIGHT)).execute((instance, context) -> remove.run());
        }
    }

    void run() {
        // Sessions first: deliveries that told of them are past their time only with them.
        owned(Kind.SESSIONS, "booking", past::removeBookings);
        owned(Kind.SESSIONS, "act", past::removeSaidOfSessions);
        plain(Kind.SESSIONS, "meeting", past::removeMeetings);
        plain(Kind.SESSIONS, "calendar-event", past::removeCalendarEvents);
        plain(Kind.MOOD, "check-in", past::removeCheckIns);
        plain(Kind.MOOD, "care", past::removeCare);
        owned(Kind.CONTACTS, "outcome", past::removeOutcomes);
        owned(Kind.CONTACTS, "act", past::removeNotes);
        plain(Kind.CONTACTS, "outward", past::removeSent);
        plain(Kind.NEWS, "event", past::removeNews);
    }

    /** What somebody's place on the list follows from: they are evaluated in the same transaction. */
    private void owned(Kind kind, String what, BiFunction<Instant, Integer, ? extends Map<?, UUID>> step) {
        repeat(kind, what, (before, most) -> {
            Map<?, UUID> gone = step.apply(before, most);
            evaluations.evaluate(Set.copyOf(gone.values()));
            return gone.keySet();
        });
    }

    private void plain(Kind kind, String what, BiFunction<Instant, Integer, ? extends Collection<?>> step) {
        repeat(kind, what, step);
    }

    private void repeat(Kind kind, String what, BiFunction<Instant, Integer, ? extends Collection<?>> step) {
        int gone;
        do {
            gone = Objects.requireNonNull(transaction.execute(status -> {
                // Read in the step's transaction: a decision that was just made holds for the next one.
                Collection<?> ids = step.apply(keeping.since(kind), AT_ONCE);
                if (!ids.isEmpty()) {
                    acts.byJob(
                            NAME,
                            "retention.removed",
                            "retention." + what,
                            ids.stream().map(Object::toString).collect(Collectors.joining(",")));
                }
                return ids.size();
            }));
        } while (gone == AT_ONCE);
    }
}
