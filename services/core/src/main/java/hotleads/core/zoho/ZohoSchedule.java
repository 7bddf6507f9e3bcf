package hotleads.core.zoho;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import hotleads.core.connections.Schedules;
import hotleads.core.sources.Source;
import hotleads.core.sources.SourceSchedule;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** When Zoho is read by itself: what changed every quarter of an hour and at each start, all of it at night. */
@Configuration(proxyBeanMethods = false)
class ZohoSchedule {
    static final String FETCH = "fetch-zoho";
    static final String SWEEP = "sweep-zoho-nightly";
    private static final LocalTime AT_NIGHT = LocalTime.of(3, 40);

    @Bean
    RecurringTask<Void> fetchZohoRegularly(FetchZoho fetch) {
        return Tasks.recurring(FETCH, FixedDelay.of(Source.ZOHO.period())).execute((instance, context) -> fetch.run());
    }

    @Bean
    RecurringTask<Void> sweepZohoNightly(
            SweepZoho sweep, @Value("${HOTLEADS_PRACTICE_ZONE:America/New_York}") ZoneId zone) {
        return Tasks.recurring(SWEEP, new Daily(zone, AT_NIGHT)).execute((instance, context) -> sweep.run());
    }

    @Bean
    SourceSchedule zohoIsFetchedBy() {
        return new SourceSchedule(Source.ZOHO, FETCH, SWEEP);
    }

    /** At start we do not know what happened while we were away. */
    @Bean
    AtStart fetchZohoAtStart(Schedules schedules) {
        return new AtStart(schedules);
    }

    /** Runs the first fetch. */
    record AtStart(Schedules schedules) {
        @EventListener(ApplicationReadyEvent.class)
        public void fetch() {
            schedules.runNow(FETCH);
        }
    }
}
