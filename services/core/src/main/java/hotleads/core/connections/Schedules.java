package hotleads.core.connections;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import hotleads.core.Ids;
import hotleads.platform.traces.Traces;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Runs what features schedule; the schedule lies in the database, so of several cores one runs it. */
@Component
public class Schedules implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Schedules.class);
    private final Scheduler scheduler;
    private final List<RecurringTask<Void>> tasks;
    private final JdbcClient jdbc;
    private final Clock clock;

    Schedules(
            DataSource dataSource,
            List<RecurringTask<Void>> tasks,
            JdbcClient jdbc,
            Ids ids,
            Traces traces,
            Clock clock) {
        this.tasks = tasks;
        this.jdbc = jdbc;
        this.clock = clock;
        this.scheduler = Scheduler.create(dataSource)
                .clock(clock::instant)
                .startTasks(tasks)
                .addExecutionInterceptor((task, context, chain) -> {
                    try (Traces.Step _ = traces.work(task.getTaskName())) {
                        return chain.proceed(task, context);
                    }
                })
                // The usual one is the machine's, which may be called after a person.
                .schedulerName(new SchedulerName.Fixed(ids.next().toString()))
                .pollingInterval(Duration.ofSeconds(1))
                // A core that was killed is missed after a minute, and another runs what it ran.
                .heartbeatInterval(Duration.ofSeconds(10))
                .missedHeartbeatsLimit(6)
                // One a task: whichever waits long for a provider, or all of a provider's do, keeps no other waiting.
                .threads(tasks.size())
                .shutdownMaxWait(Duration.ofSeconds(2))
                .build();
    }

    /** Runs a task at once instead of at its next time; one that is running already is left alone. */
    public void runNow(String task) {
        try {
            scheduler.reschedule(TaskInstanceId.of(task, RecurringTask.INSTANCE), clock.instant());
        } catch (DataAccessException | TaskInstanceException runningOrAway) {
            log.info("The task {} is running already, or will be on schedule", task);
        }
    }

    /**
     * The clock was put back: each task's next time is reckoned from now, as at a start, and the scheduler, which would
     * look again only when the clock is where it was, looks at once.
     */
    public void reckonAnew() {
        // Whoever was killed before would be missed as much later.
        jdbc.sql("UPDATE scheduled_tasks SET last_heartbeat = :now WHERE picked AND last_heartbeat > :now")
                .param("now", Timestamp.from(clock.instant()))
                .update();
        for (RecurringTask<Void> task : tasks) {
            try {
                task.onStartup(scheduler, clock::instant);
            } catch (TaskInstanceException running) {
                log.info("The task {} is running, and goes on by its schedule", task.getName());
            }
        }
        scheduler.triggerCheckForDueExecutions();
    }

    @Override
    public void start() {
        scheduler.start();
    }

    @Override
    public void stop() {
        scheduler.stop();
    }

    @Override
    public boolean isRunning() {
        return scheduler.getSchedulerState().isStarted()
                && !scheduler.getSchedulerState().isShuttingDown();
    }
}
