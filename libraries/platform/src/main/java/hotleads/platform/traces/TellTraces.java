package hotleads.platform.traces;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Traces, told where {@code HOTLEADS_TRACES} names a collector; elsewhere no class of OpenTelemetry is loaded. */
@Configuration(proxyBeanMethods = false)
public class TellTraces {
    @Bean
    Traces traces(@Value("${HOTLEADS_TRACES:}") String collector, @Value("${spring.application.name}") String program) {
        return collector.isBlank() ? Traces.NONE : ToldTraces.to(Collector.of(collector), program);
    }
}
