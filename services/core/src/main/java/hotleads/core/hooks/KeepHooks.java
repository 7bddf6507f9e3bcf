package hotleads.core.hooks;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import hotleads.contracts.AcuityHook;
import hotleads.contracts.HookRemoval;
import hotleads.contracts.NewAcuityHook;
import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ProviderOutcome;
import hotleads.core.acts.Acts;
import hotleads.core.connections.AcuityAccess;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sees to it that Acuity tells us everything once: compares the hooks there with those we need, and mends the
 * difference. Hooks made by hand cannot be seen there; while they deliver, none is added.
 */
@Component
class KeepHooks {
    private static final String JOB = "keep-acuity-hooks";

    private final HookTarget target;
    private final OurHooks ours;
    private final Silence silence;
    private final AcuityAccess acuity;
    private final Acts acts;
    private final TransactionTemplate transaction;

    KeepHooks(
            HookTarget target,
            OurHooks ours,
            Silence silence,
            AcuityAccess acuity,
            Acts acts,
            TransactionTemplate transaction) {
        this.target = target;
        this.ours = ours;
        this.silence = silence;
        this.acuity = acuity;
        this.acts = acts;
        this.transaction = transaction;
    }

    /** In the database's schedule, so that of several cores one makes them. */
    @Configuration(proxyBeanMethods = false)
    static class Schedule {
        @Bean
        RecurringTask<Void> keepAcuityHooks(KeepHooks keepHooks) {
            return Tasks.recurring(JOB, FixedDelay.of(Duration.ofMinutes(15)))
                    .execute((instance, context) -> keepHooks.run());
        }
    }

    void run() {
        target.ours().ifPresentOrElse(this::keep, () -> ours.remember(null));
    }

    private void keep(URI address) {
        Set<Long> made = ours.ids();
        if (made.isEmpty() && silence.hooksCome()) {
            ours.remember(null);
            return;
        }
        ProviderAnswer<List<AcuityHook>> there = acuity.hooks();
        ours.remember(
                there.outcome() == ProviderOutcome.OK
                        ? mend(Objects.requireNonNull(there.content()), made, address)
                        : causeOf(there));
    }

    /** @return what kept it from being mended, or null */
    private @Nullable String mend(List<AcuityHook> there, Set<Long> made, URI address) {
        ours.forgetAllBut(there.stream().map(AcuityHook::id).toList());
        HookPlan plan = HookPlan.of(there, made, address);
        for (long id : plan.remove()) {
            ProviderAnswer<Boolean> removed = remove(id);
            if (removed.outcome() != ProviderOutcome.OK) {
                return causeOf(removed);
            }
        }
        for (String event : plan.make()) {
            ProviderAnswer<AcuityHook> answer = make(event, address);
            if (answer.content() == null) {
                // Unclear whether it was made: the next comparison sees it.
                return causeOf(answer);
            }
        }
        return plan.fits() ? null : "hooks-full";
    }

    private ProviderAnswer<Boolean> remove(long id) {
        String hook = Long.toString(id);
        acts.beforehand(JOB, "hook.removing", "hook", hook);
        ProviderAnswer<Boolean> removed = acuity.removeHook(new HookRemoval(id));
        transaction.executeWithoutResult(status -> {
            if (removed.outcome() == ProviderOutcome.OK) {
                ours.forget(id);
                acts.byJob(JOB, "hook.removed", "hook", hook);
            } else {
                acts.byJob(JOB, "hook.not-removed", "hook", hook);
            }
        });
        return removed;
    }

    private ProviderAnswer<AcuityHook> make(String event, URI address) {
        acts.beforehand(JOB, "hook.making", "hook-event", event);
        ProviderAnswer<AcuityHook> answer = acuity.makeHook(new NewAcuityHook(event, address));
        AcuityHook hook = answer.content();
        transaction.executeWithoutResult(status -> {
            if (hook == null) {
                acts.byJob(JOB, "hook.not-made", "hook-event", event);
            } else {
                ours.add(hook);
                acts.byJob(JOB, "hook.made", "hook", Long.toString(hook.id()));
            }
        });
        return answer;
    }

    private static String causeOf(ProviderAnswer<?> answer) {
        return answer.outcome() == ProviderOutcome.BAD_REQUEST
                ? "hook-refused"
                : Objects.requireNonNullElse(answer.cause(), "unclear");
    }
}
