package hotleads.core.zoom;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import hotleads.core.sources.Source;
import hotleads.core.sources.SourceSchedule;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When attendance is fetched by itself, and compared at night; a hook that a meeting ended brings it forward. */
@Configuration(proxyBeanMethods = false)
class ZoomSchedule {
    static final String TASK = "fetch-zoom";
    private static final String SWEEP = "sweep-zoom-nightly";
    private static final LocalTime AT_NIGHT = LocalTime.of(4, 10);
    private static final Duration EVERY = Duration.ofMinutes(5);

    @Bean
    RecurringTask<Void> fetchZoom(FetchAttendance fetch) {
        return Tasks.recurring(TASK, FixedDelay.of(EVERY)).execute((instance, context) -> fetch.run());
    }

    @Bean
    RecurringTask<Void> sweepZoomNightly(
            SweepZoom sweep, @Value("${HOTLEADS_PRACTICE_ZONE:America/New_York}") ZoneId zone) {
        return Tasks.recurring(SWEEP, new Daily(zone, AT_NIGHT)).execute((instance, context) -> sweep.run());
    }

    @Bean
    SourceSchedule regularlyFetched() {
        return new SourceSchedule(Source.ZOOM, TASK, SWEEP);
    }
}
