package hotleads.auth.sealing;

import hotleads.vault.Digests;
import hotleads.vault.KeyFile;
import hotleads.vault.PracticeKeys;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens auth's own keys at start; without them the program does not start. */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {
    @Bean
    PracticeKeys practiceKeys(@Value("${HOTLEADS_KEY_FILE}") Path file) {
        return KeyFile.read(file);
    }

    @Bean
    Digests digests(PracticeKeys keys) {
        return keys.digests();
    }
}
