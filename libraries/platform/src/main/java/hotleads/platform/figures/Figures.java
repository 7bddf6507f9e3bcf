package hotleads.platform.figures;

import hotleads.platform.health.Measure;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where {@code HOTLEADS_METRICS_NAMESPACE} names where the figures belong; elsewhere nothing of this is there. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("HOTLEADS_METRICS_NAMESPACE")
public class Figures {
    @Bean
    RequestFigures requestFigures() {
        return new RequestFigures();
    }

    @Bean
    Measure requests(RequestFigures requests) {
        return new Measure("requests", requests::take);
    }

    @Bean
    Measure memory() {
        return new Measure("memory", () -> {
            Runtime runtime = Runtime.getRuntime();
            return Map.of("heap", runtime.totalMemory() - runtime.freeMemory(), "heap-most", runtime.maxMemory());
        });
    }

    @Bean
    TellFigures tellFigures(
            ObjectProvider<Measure> measures,
            Clock clock,
            @Value("${HOTLEADS_METRICS_NAMESPACE}") String namespace,
            @Value("${hotleads.figures.every:PT1M}") java.time.Duration every) {
        List<Measure> all = measures.stream().toList();
        return new TellFigures(all, clock, namespace, every);
    }
}
