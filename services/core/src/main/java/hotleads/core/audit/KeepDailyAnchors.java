package hotleads.core.audit;

import hotleads.audit.stored.AnchorBucket;
import hotleads.audit.stored.DailyAnchor;
import hotleads.core.RunUntilShutdown;
import hotleads.platform.health.Measure;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps an anchor a day in a bucket that lets nothing go, where one is named. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("HOTLEADS_AUDIT_ANCHORS")
class KeepDailyAnchors {
    @Bean
    AnchorBucket anchorBucket(
            @Value("${HOTLEADS_AUDIT_ANCHORS}") String place, @Value("${HOTLEADS_AWS_ENDPOINT:}") String endpoint) {
        return new AnchorBucket(place, endpoint, AuditConfiguration.CHAIN);
    }

    @Bean
    DailyAnchor dailyAnchor(JdbcTemplate jdbc, AnchorBucket bucket, Clock clock) {
        return new DailyAnchor(jdbc, bucket, clock);
    }

    @Bean
    Keeping keepingDailyAnchors(DailyAnchor daily) {
        return new Keeping(daily);
    }

    @Bean
    Measure auditAnchors(DailyAnchor daily) {
        return new Measure("audit-anchors", daily::lag);
    }

    /** By itself: nothing waits for a bucket. */
    static final class Keeping extends RunUntilShutdown {
        private static final Duration PACE = Duration.ofMinutes(1);

        private final DailyAnchor daily;

        Keeping(DailyAnchor daily) {
            super("keep-daily-anchors");
            this.daily = daily;
        }

        @Override
        protected void round() throws InterruptedException {
            daily.round();
            Thread.sleep(PACE);
        }
    }
}
