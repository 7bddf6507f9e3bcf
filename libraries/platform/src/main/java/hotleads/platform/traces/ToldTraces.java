package hotleads.platform.traces;

import hotleads.platform.request.RequestId;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Steps as OpenTelemetry's spans, told to a collector by a thread of their own. */
final class ToldTraces implements Traces {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final W3CTraceContextPropagator HEADERS = W3CTraceContextPropagator.getInstance();
    private static final int FAILED = 500;

    /** More than these wait for no collector: what does not fit is forgotten. */
    private static final int MOST_WAITING = 2048;

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(5);

    /** A program that ends waits no longer than this for a collector. */
    private static final Duration LAST_WORD = Duration.ofMillis(500);

    private final SdkTracerProvider provider;
    private final Tracer tracer;

    ToldTraces(String program, SpanProcessor told) {
        this.provider = SdkTracerProvider.builder()
                // In place of the usual one, which would tell of the machine and of the library too.
                .setResource(Resource.create(Attributes.of(Label.PROGRAM, program)))
                .addSpanProcessor(told)
                .build();
        this.tracer = provider.get("hotleads");
    }

    static Traces to(Collector collector, String program) {
        return new ToldTraces(
                program,
                BatchSpanProcessor.builder(OtlpHttpSpanExporter.builder()
                                .setEndpoint(collector.spans().toString())
                                .setConnectTimeout(CONNECT)
                                .setTimeout(ANSWER)
                                .setMeterProvider(MeterProvider.noop())
                                // What was lost is lost: repeats would keep what comes after them.
                                .setRetryPolicy(null)
                                .build())
                        .setMaxQueueSize(MOST_WAITING)
                        .setExporterTimeout(ANSWER)
                        .build());
    }

    @Override
    public Step serve(String method, @Nullable String parent) {
        Context from = parent == null ? Context.root() : HEADERS.extract(Context.root(), parent, JustThis.HEADER);
        return begin(known(method), SpanKind.SERVER, from, known(method));
    }

    @Override
    public Step call(String what, String method, BiConsumer<String, String> carry) {
        if (!Span.current().getSpanContext().isValid()) {
            return NONE.call(what, method, carry);
        }
        Step step = begin(what, SpanKind.CLIENT, Context.current(), known(method));
        HEADERS.inject(Context.current(), carry, (_, name, value) -> carry.accept(name, value));
        return step;
    }

    @Override
    public Step work(String job) {
        return begin(job, SpanKind.INTERNAL, Context.root(), null);
    }

    @SuppressWarnings("MustBeClosedChecker") // The step closes it.
    private Step begin(String name, SpanKind kind, Context parent, @Nullable String method) {
        SpanBuilder span = tracer.spanBuilder(name).setSpanKind(kind).setParent(parent);
        if (method != null) {
            span.setAttribute(Label.METHOD, method);
        }
        String request = RequestId.current();
        if (request != null) {
            span.setAttribute(Label.REQUEST, request);
        }
        Span begun = span.startSpan();
        return new Told(begun, parent.with(begun).makeCurrent(), method);
    }

    /** A stranger may call a method anything. */
    private static String known(String method) {
        return METHODS.contains(method) ? method : "other";
    }

    @Override
    @SuppressWarnings("MustBeClosedChecker") // Whoever enters closes it.
    public Place here() {
        Context here = Context.current();
        return () -> here.makeCurrent()::close;
    }

    @Override
    public void close() {
        var _ = provider.shutdown().join(LAST_WORD.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The one header that is read, so that nothing else a caller sends gets into a trace. */
    private enum JustThis implements TextMapGetter<String> {
        HEADER;

        @Override
        public Iterable<String> keys(String parent) {
            return List.of(Traces.HEADER);
        }

        @Override
        public @Nullable String get(@Nullable String parent, String key) {
            return key.equals(Traces.HEADER) ? parent : null;
        }
    }

    private static final class Told implements Step {
        private final Span span;
        private final Scope scope;
        private final @Nullable String method;

        Told(Span span, Scope scope, @Nullable String method) {
            this.span = span;
            this.scope = scope;
            this.method = method;
        }

        @Override
        public void route(String pattern) {
            span.setAttribute(Label.ROUTE, pattern);
            span.updateName(method + " " + pattern);
        }

        @Override
        public void answered(int status) {
            span.setAttribute(Label.STATUS, status);
            if (status >= FAILED) {
                span.setStatus(StatusCode.ERROR);
            }
        }

        @Override
        public void leave() {
            scope.close();
        }

        @Override
        public void close() {
            // Closed by another thread than the one that began it, the scope says so and changes nothing.
            scope.close();
            span.end();
        }
    }
}
