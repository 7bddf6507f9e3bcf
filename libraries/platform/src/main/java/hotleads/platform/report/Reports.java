package hotleads.platform.report;

import hotleads.platform.token.ServiceCalls;
import hotleads.platform.traces.Traces;
import java.net.URI;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * What a program without a database needs to report its acts: {@code hotleads.reports.core-url} says where core is, and
 * {@code hotleads.reports.every} how often it is told.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("hotleads.reports.core-url")
@EnableScheduling
public class Reports {
    @Bean
    TimeOrderedIds reportIds(Clock clock) {
        return new TimeOrderedIds(clock);
    }

    @Bean
    CountedActs countedActs(TimeOrderedIds ids, Clock clock) {
        return new CountedActs(ids, clock);
    }

    @Bean
    SendReports sendReports(
            CountedActs counted,
            TimeOrderedIds ids,
            Clock clock,
            ServiceCalls calls,
            Traces traces,
            @Value("${hotleads.reports.core-url}") URI core,
            @Value("${spring.application.name}") String program) {
        return new SendReports(counted, new ActBuffer(program, ids, clock), calls, traces, core);
    }
}
