package hotleads.auth;

import hotleads.platform.Platform;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Who someone is, and the tokens that say so. */
@SpringBootApplication
@EnableScheduling
@Import(Platform.class)
public class AuthService {
    public static void main(String[] args) {
        SpringApplication.run(AuthService.class, args);
    }

    /** Real time: sessions, codes and tokens do not follow the practice's clock. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    SecureRandom random() {
        return new SecureRandom();
    }
}
