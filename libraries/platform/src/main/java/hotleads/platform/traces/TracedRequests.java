package hotleads.platform.traces;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/** Each request is a step: the first of a trace at the edge, one of its caller's everywhere else. */
public final class TracedRequests extends OncePerRequestFilter implements Ordered {
    /** The request attribute under which a program without Spring MVC leaves what the request is for. */
    public static final String ROUTE = "hotleads.route";

    // Spring MVC's own name for it; not all of our programs have its class.
    private static final String PATTERN = "org.springframework.web.servlet.HandlerMapping.bestMatchingPattern";

    /** They are asked every few seconds, and tell nothing. */
    private static final Set<String> LEFT_OUT = Set.of("/healthz", "/readyz");

    private static final int FAILED = 500;

    private final Traces traces;
    private final boolean begins;

    private TracedRequests(Traces traces, boolean begins) {
        this.traces = traces;
        this.begins = begins;
    }

    /** Where strangers call: whatever they say of a trace is not read. */
    public static TracedRequests beginning(Traces traces) {
        return new TracedRequests(traces, true);
    }

    static TracedRequests goingOn(Traces traces) {
        return new TracedRequests(traces, false);
    }

    /** After the request has its id. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 1;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return LEFT_OUT.contains(request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Traces.Step step = traces.serve(request.getMethod(), begins ? null : request.getHeader(Traces.HEADER));
        boolean returned = false;
        try {
            chain.doFilter(request, response);
            returned = true;
        } finally {
            step.leave();
            if (request.isAsyncStarted()) {
                request.getAsyncContext().addListener(new AtTheEnd(step, request, response));
            } else {
                end(step, request, returned ? response.getStatus() : FAILED);
            }
        }
    }

    private static void end(Traces.Step step, HttpServletRequest request, int status) {
        String route = route(request);
        if (route != null) {
            step.route(route);
        }
        step.answered(status);
        step.close();
    }

    private static @Nullable String route(HttpServletRequest request) {
        Object route =
                request.getAttribute(ROUTE) == null ? request.getAttribute(PATTERN) : request.getAttribute(ROUTE);
        return route instanceof String pattern ? pattern : null;
    }

    /** An answer that goes on after its thread has left ends by itself, whichever way. */
    private record AtTheEnd(Traces.Step step, HttpServletRequest request, HttpServletResponse response)
            implements AsyncListener {
        @Override
        public void onComplete(AsyncEvent event) {
            end(step, request, response.getStatus());
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            // It completes after this.
        }

        @Override
        public void onError(AsyncEvent event) {
            // It completes after this.
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this);
        }
    }
}
