package hotleads.auth.audit;

import hotleads.audit.stored.AnchorBucket;
import hotleads.audit.stored.DailyAnchor;
import hotleads.platform.health.Measure;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;

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

    /** At a rate, and so on a thread of its own: a slow bucket holds up no other job. */
    static final class Keeping {
        private static final Logger log = LoggerFactory.getLogger(Keeping.class);

        private final DailyAnchor daily;

        Keeping(DailyAnchor daily) {
            this.daily = daily;
        }

        @Scheduled(fixedRate = 1, timeUnit = TimeUnit.MINUTES)
        void run() {
            try {
                daily.round();
            } catch (RuntimeException failure) {
                // The database may be away for hours. The kind only: a message may quote data.
                log.warn(
                        "No anchor of today is kept yet: {}", failure.getClass().getName());
            }
        }
    }
}
