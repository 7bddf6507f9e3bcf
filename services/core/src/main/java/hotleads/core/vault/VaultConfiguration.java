package hotleads.core.vault;

import hotleads.audit.AuditLog;
import hotleads.platform.health.ReadyCheck;
import hotleads.vault.KeyFile;
import hotleads.vault.PracticeKeys;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** The practice's keys, the audit trail over our tables, and whether the database answers. */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {
    @Bean
    PracticeKeys practiceKeys(@Value("${HOTLEADS_KEY_FILE}") Path file) {
        return KeyFile.read(file);
    }

    @Bean
    AuditLog auditLog(JdbcTemplate jdbc) {
        return new AuditLog(jdbc);
    }

    @Bean
    ReadyCheck keysFitTheData(PracticeVault practice) {
        return new ReadyCheck() {
            @Override
            public String name() {
                return "database and keys";
            }

            @Override
            public Optional<String> problem() {
                try {
                    practice.key();
                    return Optional.empty();
                } catch (hotleads.vault.CannotOpen foreign) {
                    return Optional.of("The key file is not the one this database was sealed with: put that one back");
                } catch (DataAccessException away) {
                    return Optional.of("PostgreSQL does not answer");
                }
            }
        };
    }
}
