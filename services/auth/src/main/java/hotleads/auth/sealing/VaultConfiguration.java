package hotleads.auth.sealing;

import hotleads.vault.KeyPlace;
import hotleads.vault.inuse.KeysInUse;
import hotleads.vault.kms.ChooseKeyPlace;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** Opens auth's own keys at start; without them the program does not start. */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {
    @Bean
    KeyPlace keyPlace(
            @Value("${HOTLEADS_KEY_FILE:}") String file,
            @Value("${HOTLEADS_KMS_KEY_ARN:}") String kmsKey,
            @Value("${HOTLEADS_MOVE_KEY_FILE:}") String moveFile,
            @Value("${HOTLEADS_AWS_ENDPOINT:}") String endpoint,
            JdbcTemplate jdbc) {
        return ChooseKeyPlace.of(file, kmsKey, moveFile, endpoint, "auth", jdbc);
    }

    @Bean
    KeysInUse keysInUse(KeyPlace place, JdbcTemplate jdbc, PlatformTransactionManager transactions, Clock clock) {
        KeysInUse keys = new KeysInUse(place, jdbc, transactions, clock);
        keys.openAtStart();
        return keys;
    }
}
