package hotleads.auth.passwords;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Argon2id with the memory and passes OWASP's password storage sheet asks for at least. */
@Configuration(proxyBeanMethods = false)
class PasswordConfiguration {
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int WAITING_PER_CORE = 50;

    @Bean
    PasswordEncoder passwordEncoder() {
        return new Argon2Encoder(MEMORY_KIB, PASSES);
    }

    @Bean
    PasswordHashing passwordHashing(PasswordEncoder encoder) {
        int cores = Runtime.getRuntime().availableProcessors();
        return new PasswordHashing(encoder, cores, cores * WAITING_PER_CORE);
    }
}
