package hotleads.platform.figures;

import hotleads.platform.health.Measure;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import net.logstash.logback.marker.Markers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;

/**
 * Writes what every {@link Measure} says into the log, in CloudWatch's embedded metric format: the log's own record
 * bears the figures, with the program as their only dimension.
 */
class TellFigures implements InitializingBean, DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(TellFigures.class);

    private final List<Measure> measures;
    private final Clock clock;
    private final String namespace;
    private final Duration every;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("tell-figures").daemon().factory());

    TellFigures(List<Measure> measures, Clock clock, String namespace, Duration every) {
        this.measures = measures;
        this.clock = clock;
        this.namespace = namespace;
        this.every = every;
    }

    @Override
    public void afterPropertiesSet() {
        timer.scheduleWithFixedDelay(this::tell, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    void tell() {
        try {
            Map<String, Object> record = record();
            log.info(Markers.appendEntries(record), "figures");
        } catch (RuntimeException unknown) {
            // They accompany the work, and a timer ends at its first failure.
            log.warn("No figures: {}", unknown.getClass().getName());
        }
    }

    /** Numbers alone: whatever else a measure says is left out. */
    Map<String, Object> record() {
        Map<String, Object> figures = new TreeMap<>();
        for (Measure measure : measures) {
            measure.figures().get().forEach((name, value) -> {
                if (value instanceof Number) {
                    figures.put(measure.name() + "." + name, value);
                }
            });
        }
        List<Map<String, String>> named =
                figures.keySet().stream().map(name -> Map.of("Name", name)).toList();
        Map<String, Object> record = new TreeMap<>(figures);
        record.put(
                "_aws",
                Map.of(
                        "Timestamp",
                        clock.millis(),
                        "CloudWatchMetrics",
                        List.of(Map.of(
                                "Namespace", namespace, "Dimensions", List.of(List.of("program")), "Metrics", named))));
        return record;
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }
}
