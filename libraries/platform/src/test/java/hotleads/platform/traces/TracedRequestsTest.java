package hotleads.platform.traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import jakarta.servlet.FilterChain;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockAsyncContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class TracedRequestsTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String PARENT = "b7ad6b7169203331";
    private static final String HEADER = "00-" + TRACE + "-" + PARENT + "-01";

    private final List<SpanData> told = new CopyOnWriteArrayList<>();
    private final ToldTraces traces = new ToldTraces("core", SimpleSpanProcessor.create(new Remembering()));
    private final TracedRequests inside = TracedRequests.goingOn(traces);
    private final MockHttpServletRequest request =
            new MockHttpServletRequest("GET", "/api/people/0190e8a2-7a3c-4c00-8000-000000000001");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @AfterEach
    void end() {
        traces.close();
    }

    @Test
    void aStepGoesOnWhereItsCallersIs() throws Exception {
        request.addHeader("traceparent", HEADER);

        inside.doFilter(request, response, answering(200));

        assertThat(told).singleElement().satisfies(span -> {
            assertThat(span.getTraceId()).isEqualTo(TRACE);
            assertThat(span.getParentSpanId()).isEqualTo(PARENT);
        });
    }

    @Test
    void atTheEdgeATraceBeginsWhateverASenderSays() throws Exception {
        request.addHeader("traceparent", HEADER);
        request.addHeader("tracestate", "planted=one");
        request.addHeader("baggage", "planted=two");

        TracedRequests.beginning(traces).doFilter(request, response, answering(200));

        assertThat(told).singleElement().satisfies(span -> {
            assertThat(span.getTraceId()).isNotEqualTo(TRACE);
            assertThat(span.getParentSpanContext().isValid()).isFalse();
            assertThat(span.toString()).doesNotContain("planted");
        });
    }

    @Test
    void saysWhatIsOnTheListAndNoAddressQueryOrHeader() throws Exception {
        request.setQueryString("q=planted");
        request.addHeader("User-Agent", "planted");
        request.addHeader("tracestate", "planted=one");
        request.addHeader("traceparent", HEADER);

        inside.doFilter(request, response, answering(503));

        assertThat(told).singleElement().satisfies(span -> {
            assertThat(span.getName()).isEqualTo("GET /api/people/{id}");
            assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
            assertThat(span.getAttributes().asMap())
                    .isEqualTo(Map.of(Label.METHOD, "GET", Label.ROUTE, "/api/people/{id}", Label.STATUS, 503L));
            assertThat(span.getResource().getAttributes().asMap()).isEqualTo(Map.of(Label.PROGRAM, "core"));
            assertThat(span.getEvents()).isEmpty();
            assertThat(span.toString()).doesNotContain("planted", "0190e8a2");
        });
    }

    @Test
    void aMethodThatSomebodyMadeUpIsNotRepeated() throws Exception {
        request.setMethod("PLANTED");

        inside.doFilter(request, response, (asked, answer) -> {});

        assertThat(told)
                .singleElement()
                .satisfies(span -> assertThat(span.toString()).doesNotContain("PLANTED"));
    }

    @Test
    void aFailureThatNobodyAnsweredIsOneOfOurs() {
        FilterChain failing = (asked, answer) -> {
            throw new IllegalStateException("planted");
        };

        assertThatThrownBy(() -> inside.doFilter(request, response, failing)).hasMessage("planted");

        assertThat(told).singleElement().satisfies(span -> {
            assertThat(span.getAttributes().get(Label.STATUS)).isEqualTo(500);
            assertThat(span.toString()).doesNotContain("planted");
        });
    }

    @Test
    void anAnswerThatGoesOnEndsWithItsLastByte() throws Exception {
        request.setAsyncSupported(true);
        inside.doFilter(request, response, (asked, answer) -> asked.startAsync());
        assertThat(told).isEmpty();

        ((MockAsyncContext) Objects.requireNonNull(request.getAsyncContext())).complete();

        assertThat(told).hasSize(1);
    }

    @Test
    void healthIsNoStep() throws Exception {
        inside.doFilter(new MockHttpServletRequest("GET", "/readyz"), response, answering(200));

        assertThat(told).isEmpty();
    }

    @Test
    void aCallBearsTheStepItBelongsToAndNoneOutsideOfOne() throws Exception {
        Map<String, String> carried = new HashMap<>();
        call(carried);
        assertThat(carried).isEmpty();

        inside.doFilter(request, response, (asked, answer) -> call(carried));

        SpanData call = told.getFirst();
        SpanData asked = told.getLast();
        assertThat(call.getParentSpanId()).isEqualTo(asked.getSpanId());
        assertThat(call.getName()).isEqualTo("sync provider.read");
        assertThat(carried).containsOnlyKeys("traceparent");
        assertThat(carried.get("traceparent")).startsWith("00-" + asked.getTraceId() + "-" + call.getSpanId() + "-");
    }

    private void call(Map<String, String> carried) {
        try (Traces.Step step = traces.call("sync provider.read", "POST", carried::put)) {
            step.answered(200);
        }
    }

    @Test
    void anotherThreadGoesOnWhereItsRequestStands() throws Exception {
        inside.doFilter(request, response, (asked, answer) -> {
            Traces.Place here = traces.here();
            Thread other = Thread.ofVirtual().start(() -> {
                try (Traces.Stay _ = here.enter()) {
                    call(new HashMap<>());
                }
            });
            try {
                other.join();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });

        assertThat(told.getFirst().getParentSpanId()).isEqualTo(told.getLast().getSpanId());
    }

    @Test
    void aJobBeginsATraceAndLeavesItsThreadAsItWas() {
        traces.work("read-appointment").close();
        call(new HashMap<>());

        assertThat(told).singleElement().satisfies(span -> {
            assertThat(span.getName()).isEqualTo("read-appointment");
            assertThat(span.getAttributes().isEmpty()).isTrue();
        });
    }

    private static FilterChain answering(int status) {
        return (asked, answer) -> {
            asked.setAttribute(
                    "org.springframework.web.servlet.HandlerMapping.bestMatchingPattern", "/api/people/{id}");
            ((MockHttpServletResponse) answer).setStatus(status);
        };
    }

    private final class Remembering implements SpanExporter {
        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            told.addAll(spans);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }
}
