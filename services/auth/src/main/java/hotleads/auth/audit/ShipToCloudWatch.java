package hotleads.auth.audit;

import hotleads.audit.shipping.CloudWatch;
import hotleads.audit.shipping.ShipTrail;
import hotleads.audit.stored.StoredChain;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sends the trail to CloudWatch Logs, where a log group is named. */
@Component
@ConditionalOnProperty("HOTLEADS_CLOUDWATCH_LOG_GROUP")
class ShipToCloudWatch implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ShipToCloudWatch.class);

    private final CloudWatch cloudWatch;
    private final ShipTrail ship;

    ShipToCloudWatch(
            JdbcTemplate jdbc,
            StoredChain chain,
            Clock clock,
            @Value("${HOTLEADS_CLOUDWATCH_LOG_GROUP}") String group,
            @Value("${HOTLEADS_AWS_ENDPOINT:}") String endpoint) {
        this.cloudWatch = new CloudWatch(group, endpoint.isBlank() ? null : URI.create(endpoint));
        this.ship = new ShipTrail(jdbc, chain, cloudWatch, clock);
    }

    /**
     * At a rate and not after a pause: each run has a thread of its own then, and a slow CloudWatch holds up no other
     * job.
     */
    @Scheduled(fixedRate = 1, initialDelay = 1, timeUnit = TimeUnit.SECONDS)
    void run() {
        try {
            while (ship.round() > 0) {
                // Until CloudWatch has all there is.
            }
        } catch (RuntimeException failure) {
            // It is tried again a second later, from where it stood. The kind only: a message may quote what was sent.
            log.warn(
                    "The audit trail waits to be shipped: {}",
                    failure.getClass().getName());
        }
    }

    @Override
    public void close() {
        cloudWatch.close();
    }
}
