package hotleads.gateway.routing;

import hotleads.gateway.answer.EveryAnswer;
import hotleads.gateway.answer.ProblemAnswer;
import hotleads.gateway.frontend.Frontend;
import hotleads.gateway.health.Readiness;
import hotleads.gateway.throttle.Throttle;
import hotleads.gateway.upstream.Upstream;
import hotleads.platform.problem.Problem;
import hotleads.platform.traces.TracedRequests;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/** The one servlet: every request that Tomcat could read comes here. */
class Edge extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger log = LoggerFactory.getLogger(Edge.class);

    private final transient PublicOrigin origin;
    private final transient Throttle throttle;
    private final transient Relay relay;
    private final transient Frontend frontend;
    private final transient Readiness readiness;

    Edge(PublicOrigin origin, Throttle throttle, Relay relay, Frontend frontend, Readiness readiness) {
        this.origin = origin;
        this.throttle = throttle;
        this.relay = relay;
        this.frontend = frontend;
        this.readiness = readiness;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            Target target = Target.of(request);
            Route route = Route.of(request.getMethod(), target.path());
            request.setAttribute(EveryAnswer.KIND, route);
            request.setAttribute(TracedRequests.ROUTE, route.word());
            admit(route, request, response);
            try (Throttle.Seat _ = throttle.admit(route.limits(), request.getRemoteAddr())) {
                answer(route, target, request, response);
            }
        } catch (Problem problem) {
            refuse(request, response, problem);
        } catch (RuntimeException ours) {
            // The kind only: a message may quote what was sent.
            log.error("Unexpected failure {} at {}", ours.getClass().getName(), ours.getStackTrace()[0]);
            refuse(
                    request,
                    response,
                    new Problem(HttpStatus.INTERNAL_SERVER_ERROR, "unexpected", "Something failed on our side"));
        }
    }

    private void admit(Route route, HttpServletRequest request, HttpServletResponse response) {
        // A load balancer asks after our health by address, not by name.
        if (route != Route.ALIVE && route != Route.READY) {
            origin.requireHost(request);
        }
        if (!route.takes(request.getMethod())) {
            response.setHeader("Allow", String.join(", ", route.methods()));
            throw new Problem(HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed", "This cannot be done here");
        }
        if (route.isBrowsersOwn()) {
            origin.requireOwnPage(request);
        }
    }

    private void answer(Route route, Target target, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Upstream upstream = route.upstream();
        if (upstream != null) {
            relay.relay(route, upstream, target, request, response);
            return;
        }
        switch (route) {
            case ALIVE -> readiness.alive(response);
            case READY -> readiness.ready(request, response);
            default -> frontend.serve(target.path(), request, response);
        }
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, Problem problem)
            throws IOException {
        EveryAnswer.refused(request, problem.code());
        if (!response.isCommitted()) {
            response.resetBuffer();
            ProblemAnswer.write(response, problem);
        } else if (response.getStatus() < HttpStatus.BAD_REQUEST.value()) {
            throw new IOException("Failed after the answer had begun");
        }
        // Else Tomcat refused the request on its own as we read it, and answers for itself.
    }
}
