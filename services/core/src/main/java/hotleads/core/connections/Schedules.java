package hotleads.core.connections;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** What runs on a schedule; the schedule lies in the database, so of several cores one runs it. */
@Component
class Schedules implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Schedules.class);

    private static final Duration READ_EVERY = Duration.ofMinutes(15);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);

    private final Scheduler scheduler;
    private final Clock clock;

    Schedules(DataSource dataSource, List<RecurringTask<Void>> tasks, ReadAllWindows readAllWindows, Clock clock) {
        this.clock = clock;
        RecurringTask<Void> readWindows = Tasks.recurring(AcuityConnection.REGULAR_READ, FixedDelay.of(READ_EVERY))
                .execute((instance, context) -> {
                    try {
                        readUntilWhole(readAllWindows);
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                    }
                });
        this.scheduler = Scheduler.create(dataSource)
                .startTasks(
                        Stream.concat(Stream.of(readWindows), tasks.stream()).toList())
                .pollingInterval(Duration.ofSeconds(1))
                .threads(3)
                .shutdownMaxWait(Duration.ofSeconds(2))
                .build();
    }

    /** A window that Acuity could not serve is asked for again soon: until then nobody is listed, or marked as late. */
    private static void readUntilWhole(ReadAllWindows readAllWindows) throws InterruptedException {
        Duration pause = FIRST_PAUSE;
        while (!readAllWindows.run() && pause.compareTo(READ_EVERY) < 0) {
            Thread.sleep(pause);
            pause = pause.multipliedBy(2);
        }
    }

    /** At start we do not know what happened while we were away. */
    @EventListener(ApplicationReadyEvent.class)
    void readAtOnce() {
        runNow(AcuityConnection.REGULAR_READ);
    }

    /** Runs a task at once instead of at its next time; one that is running already is left alone. */
    void runNow(String task) {
        try {
            scheduler.reschedule(TaskInstanceId.of(task, RecurringTask.INSTANCE), clock.instant());
        } catch (DataAccessException
                | com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException runningOrAway) {
            log.info("The task {} is running already, or will be on schedule", task);
        }
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
