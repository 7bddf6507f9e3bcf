package hotleads.core.time;

import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The only place where clocks are made. */
@Configuration(proxyBeanMethods = false)
class Clocks {
    /** Real time, for audit entries and leases. */
    @Bean
    @ConditionalOnMissingBean
    Clock realClock() {
        return Clock.systemUTC();
    }

    @Bean
    PracticeClock practiceClock(Clock realClock, @Value("${HOTLEADS_PRACTICE_CLOCK_FILE:}") String file) {
        return new PracticeClock(realClock, file.isBlank() ? null : Path.of(file));
    }
}
