package hotleads.gateway.traces;

import hotleads.platform.traces.TracedRequests;
import hotleads.platform.traces.Traces;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Each request from outside begins a trace of ours, whatever its sender says. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("HOTLEADS_TRACES")
class BeginTraces {
    @Bean
    TracedRequests tracedRequests(Traces traces) {
        return TracedRequests.beginning(traces);
    }
}
