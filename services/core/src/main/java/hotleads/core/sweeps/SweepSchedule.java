package hotleads.core.sweeps;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When sweeps run by themselves: a near window every quarter of an hour, a wide one at night. */
@Configuration(proxyBeanMethods = false)
class SweepSchedule {
    static final String REGULAR = "sweep-acuity";
    private static final LocalTime AT_NIGHT = LocalTime.of(3, 10);

    @Bean
    RecurringTask<Void> sweepRegularly(SweepUntilWhole sweep) {
        return task(REGULAR, FixedDelay.of(SweepUntilWhole.REGULARLY), sweep::regularly);
    }

    @Bean
    RecurringTask<Void> sweepNightly(
            SweepUntilWhole sweep, @Value("${HOTLEADS_PRACTICE_ZONE:America/New_York}") ZoneId zone) {
        return task("sweep-acuity-nightly", new Daily(zone, AT_NIGHT), sweep::nightly);
    }

    private static RecurringTask<Void> task(String name, Schedule schedule, Job job) {
        return Tasks.recurring(name, schedule).execute((instance, context) -> {
            try {
                job.run();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private interface Job {
        void run() throws InterruptedException;
    }
}
