package hotleads.core.calendars;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import hotleads.core.sources.Source;
import hotleads.core.sources.SourceSchedule;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * When calendars are read by themselves: every five minutes, a little apart, so that not all installations ask at once,
 * and all of them anew at night.
 */
@Configuration(proxyBeanMethods = false)
class CalendarSchedule {
    static final String TASK = "read-google";

    private static final String SWEEP = "sweep-google-nightly";
    private static final LocalTime AT_NIGHT = LocalTime.of(3, 20);
    private static final int JITTER_SECONDS = 20;

    @Bean
    SourceSchedule googleSchedule() {
        return new SourceSchedule(Source.GOOGLE, TASK, SWEEP);
    }

    @Bean
    RecurringTask<Void> readGoogle(ReadCalendars read) {
        return Tasks.recurring(TASK, FixedDelay.of(every())).execute((instance, context) -> read.all());
    }

    @Bean
    RecurringTask<Void> sweepGoogleNightly(
            ReadCalendars read, @Value("${HOTLEADS_PRACTICE_ZONE:America/New_York}") ZoneId zone) {
        return Tasks.recurring(SWEEP, new Daily(zone, AT_NIGHT)).execute((instance, context) -> read.compare());
    }

    private static Duration every() {
        return Source.GOOGLE.period().minusSeconds(ThreadLocalRandom.current().nextInt(1, JITTER_SECONDS));
    }
}
