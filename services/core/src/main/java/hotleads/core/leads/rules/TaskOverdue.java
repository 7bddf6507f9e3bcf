package hotleads.core.leads.rules;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * P2: a task about them in Zoho was to be done by a day that is over. However many there are, the one that came due
 * last speaks: the older ones were seen before.
 */
final class TaskOverdue implements Finder {
    private static final Duration BUILDS = Duration.ofDays(2);
    private static final Duration HOLDS = Duration.ofDays(14);

    @Override
    public List<Finding> find(Situation situation) {
        List<TaskFact> overdue = situation.facts().crm().tasks().stream()
                .filter(task -> situation.moment().hasReached(task.overdueFrom()))
                .toList();
        return overdue.isEmpty() ? List.of() : List.of(finding(overdue.getLast(), overdue.size()));
    }

    private static Finding finding(TaskFact task, long tasks) {
        return new Finding(
                null,
                Course.buildingAndHolding(
                        task.overdueFrom(),
                        task.overdueFrom().plus(BUILDS),
                        task.overdueFrom().plus(BUILDS).plus(HOLDS)),
                Map.of("dueAt", task.dueAt(), "tasks", tasks),
                List.of(task.asEvidence()));
    }
}
