package hotleads.gateway.traces;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.gateway.SomeEdge;
import hotleads.platform.traces.SomeCollector;
import hotleads.platform.traces.ToldSpan;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class BeginTracesTest {
    private static final String STRANGERS = "0af7651916cd43dd8448eb211c80319c";
    private static final SomeCollector COLLECTOR = new SomeCollector();
    private static final SomeEdge EDGE = SomeEdge.with("--HOTLEADS_TRACES=" + COLLECTOR.address());

    @AfterAll
    static void end() {
        EDGE.close();
        COLLECTOR.close();
    }

    @Test
    void aStrangersTraceIsNotBelievedAndOursGoesOnBehind() throws InterruptedException {
        EDGE.get(
                "/api/people?q=planted",
                "Cookie",
                SomeEdge.COOKIE,
                "Origin",
                EDGE.url(),
                "traceparent",
                "00-" + STRANGERS + "-b7ad6b7169203331-01",
                "tracestate",
                "planted=1",
                "baggage",
                "planted=2");

        List<String> carried = Stream.of(EDGE.core.lastAsked("/api/people"), EDGE.auth.lastAsked("/oauth/token"))
                .map(asked ->
                        Objects.requireNonNull(asked.header("traceparent")).split("-", -1)[1])
                .toList();
        String trace = carried.getFirst();
        assertThat(carried).containsOnly(trace).doesNotContain(STRANGERS);
        assertThat(EDGE.core.lastAsked("/api/people").headers()).doesNotContainKeys("tracestate", "baggage");
        COLLECTOR.await(told -> told.stream()
                .anyMatch(span -> span.trace().equals(trace) && span.parent().isEmpty()));
        assertThat(COLLECTOR.told()).extracting(ToldSpan::trace).doesNotContain(STRANGERS);
        assertThat(COLLECTOR.told(span -> span.trace().equals(trace)))
                .extracting(ToldSpan::name)
                .contains("GET api", "core", "auth");
        assertThat(COLLECTOR.told()).allSatisfy(span -> {
            assertThat(SomeCollector.LABELS).containsAll(span.labels().keySet());
            assertThat(span.toString()).doesNotContain("planted", "people", SomeEdge.SESSION);
        });
    }
}
