package hotleads.platform.traces;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** For the programs that only ours call: a step goes on where its caller's is. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("HOTLEADS_TRACES")
class RequestsFromInside {
    @Bean
    TracedRequests tracedRequests(Traces traces) {
        return TracedRequests.goingOn(traces);
    }
}
