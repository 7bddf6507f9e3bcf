package hotleads.core.vault;

import hotleads.audit.AuditLog;
import hotleads.platform.health.ReadyCheck;
import hotleads.vault.CannotOpen;
import hotleads.vault.KeyPlace;
import hotleads.vault.KeyUnusable;
import hotleads.vault.inuse.KeysInUse;
import hotleads.vault.kms.ChooseKeyPlace;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;

/** The practice's keys, the audit trail over our tables, and whether the database answers. */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {
    @Bean
    KeyPlace keyPlace(
            @Value("${HOTLEADS_KEY_FILE:}") String file,
            @Value("${HOTLEADS_KMS_KEY_ARN:}") String kmsKey,
            @Value("${HOTLEADS_MOVE_KEY_FILE:}") String moveFile,
            @Value("${HOTLEADS_AWS_ENDPOINT:}") String endpoint,
            JdbcTemplate jdbc) {
        return ChooseKeyPlace.of(file, kmsKey, moveFile, endpoint, "core", jdbc);
    }

    @Bean
    KeysInUse keysInUse(KeyPlace place, JdbcTemplate jdbc, PlatformTransactionManager transactions, Clock clock) {
        KeysInUse keys = new KeysInUse(place, jdbc, transactions, clock);
        keys.openAtStart();
        return keys;
    }

    @Bean
    AuditLog auditLog(JdbcTemplate jdbc) {
        return new AuditLog(jdbc);
    }

    @Bean
    ReadyCheck keysFitTheData(KeysInUse keys, PracticeVault practice) {
        return new ReadyCheck() {
            @Override
            public String name() {
                return "database and keys";
            }

            @Override
            public Optional<String> problem() {
                try {
                    Optional<String> problem = keys.problem();
                    if (problem.isEmpty()) {
                        practice.key();
                    }
                    return problem;
                } catch (KeyUnusable | CannotOpen foreign) {
                    return Optional.of(String.valueOf(foreign.getMessage()));
                } catch (DataAccessException | TransactionException away) {
                    return Optional.of("PostgreSQL does not answer");
                }
            }
        };
    }
}
