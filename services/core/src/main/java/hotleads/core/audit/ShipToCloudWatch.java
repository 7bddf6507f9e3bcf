package hotleads.core.audit;

import hotleads.audit.shipping.CloudWatch;
import hotleads.audit.shipping.ShipTrail;
import hotleads.audit.stored.StoredChain;
import hotleads.core.RunUntilShutdown;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Sends the trail to CloudWatch Logs, where a log group is named. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("HOTLEADS_CLOUDWATCH_LOG_GROUP")
class ShipToCloudWatch {
    @Bean
    CloudWatch cloudWatch(
            @Value("${HOTLEADS_CLOUDWATCH_LOG_GROUP}") String group,
            @Value("${HOTLEADS_AWS_ENDPOINT:}") String endpoint) {
        return new CloudWatch(group, endpoint.isBlank() ? null : URI.create(endpoint));
    }

    @Bean
    Shipping shipping(JdbcTemplate jdbc, StoredChain chain, CloudWatch cloudWatch, Clock clock) {
        return new Shipping(new ShipTrail(jdbc, chain, cloudWatch, clock));
    }

    /** Runs beside everything else: acts are recorded in the database, and wait for nobody here. */
    static final class Shipping extends RunUntilShutdown {
        private static final Duration PACE = Duration.ofSeconds(1);

        private final ShipTrail ship;

        Shipping(ShipTrail ship) {
            super("ship-audit-trail");
            this.ship = ship;
        }

        @Override
        protected void round() throws InterruptedException {
            if (ship.round() == 0) {
                Thread.sleep(PACE);
            }
        }
    }
}
