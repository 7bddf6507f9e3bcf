package hotleads.core.keys;

import hotleads.core.RunUntilShutdown;
import hotleads.core.acts.Acts;
import hotleads.vault.inuse.KeysInUse;
import hotleads.vault.inuse.Renewal;
import hotleads.vault.inuse.RewrapKeys;
import hotleads.vault.inuse.Rotations;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** The parts of a rotation over core's tables, and the job that does it. */
@Configuration(proxyBeanMethods = false)
class RotateKeys {
    static final String JOB = "rotate-keys";

    @Bean
    @Order(0)
    RewrapKeys rewrapKeys(KeysInUse keys, JdbcTemplate jdbc) {
        return new RewrapKeys(keys, jdbc);
    }

    @Bean
    Rotations rotations(
            KeysInUse keys,
            List<Renewal> renewals,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Clock clock,
            Acts acts) {
        return new Rotations(
                keys,
                renewals,
                jdbc,
                transactions,
                clock,
                ended -> acts.byJob(JOB, "key.rotated", "key", ended.purpose().word() + "." + ended.key()));
    }

    @Bean
    Rotating rotating(Rotations rotations) {
        return new Rotating(rotations);
    }

    /** Batch after batch, while everything else runs. */
    static final class Rotating extends RunUntilShutdown {
        private static final Duration PACE = Duration.ofSeconds(1);

        private final Rotations rotations;

        Rotating(Rotations rotations) {
            super(JOB);
            this.rotations = rotations;
        }

        @Override
        protected void round() throws InterruptedException {
            if (!rotations.round()) {
                Thread.sleep(PACE);
            }
        }
    }
}
