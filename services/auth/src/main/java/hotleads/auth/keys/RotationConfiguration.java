package hotleads.auth.keys;

import hotleads.audit.Actor;
import hotleads.auth.trail.Act;
import hotleads.auth.trail.ClientAddress;
import hotleads.auth.trail.Trail;
import hotleads.vault.inuse.KeysInUse;
import hotleads.vault.inuse.Renewal;
import hotleads.vault.inuse.RewrapKeys;
import hotleads.vault.inuse.Rotations;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** The parts of a rotation over auth's tables. */
@Configuration(proxyBeanMethods = false)
class RotationConfiguration {
    private static final Actor JOB = Actor.job("rotate-keys");

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
            Trail trail) {
        return new Rotations(
                keys,
                renewals,
                jdbc,
                transactions,
                clock,
                ended -> trail.done(
                        JOB,
                        Act.KEY_ROTATED,
                        new Trail.Subject("key", ended.purpose().word() + "." + ended.key()),
                        ClientAddress.NONE));
    }
}
