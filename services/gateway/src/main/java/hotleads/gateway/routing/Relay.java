package hotleads.gateway.routing;

import hotleads.gateway.answer.EveryAnswer;
import hotleads.gateway.throttle.OpenStreams;
import hotleads.gateway.throttle.Throttle;
import hotleads.gateway.throttle.Waits;
import hotleads.gateway.upstream.Answer;
import hotleads.gateway.upstream.Upstream;
import hotleads.gateway.upstream.Upstreams;
import hotleads.platform.request.RequestId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Passes a request to the program behind and its answer back. */
@Component
class Relay {
    private final Upstreams upstreams;
    private final Proofs proofs;
    private final RequestBody bodies;
    private final OpenStreams streams;
    private final Delivery delivery;
    private final Waits waits;
    private volatile boolean closing;

    Relay(Upstreams upstreams, Proofs proofs, RequestBody bodies, OpenStreams streams, Delivery delivery, Waits waits) {
        this.upstreams = upstreams;
        this.proofs = proofs;
        this.bodies = bodies;
        this.streams = streams;
        this.delivery = delivery;
        this.waits = waits;
    }

    void relay(Route route, Upstream upstream, Target target, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        byte[] body = bodies.read(request, route.limits());
        HttpUriRequestBase call = upstreams.request(upstream, methodOf(request), target.onTheWire());
        Headers.toUpstream(route, request, call);
        call.setHeader(RequestId.HEADER, String.valueOf(RequestId.current()));
        call.setHeader("X-Client-Address", request.getRemoteAddr());
        proofs.attach(route, upstream, request, call);
        if (route == Route.LIVE) {
            stream(upstream, call, request, response);
        } else {
            if (body.length > 0) {
                call.setEntity(new ByteArrayEntity(body, null));
            }
            try (Answer answer = deliverable(upstream, call, waits.answer(), request, response)) {
                delivery.whole(answer, response);
            }
        }
    }

    private void stream(
            Upstream upstream, HttpUriRequestBase call, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String session = proofs.sessionOf(request);
        try (Throttle.Seat _ = streams.open(session);
                Answer answer = deliverable(upstream, call, waits.silence(), request, response)) {
            delivery.events(answer, response, () -> !closing && proofs.stillStands(session, upstream));
        }
    }

    /** A stream never ends by itself, and a shutdown would wait for it until it is killed. */
    @EventListener(ContextClosedEvent.class)
    void endStreams() {
        closing = true;
    }

    /** Calls, puts status and headers on the response, and returns the answer whose body is still to be passed on. */
    private Answer deliverable(
            Upstream upstream,
            HttpUriRequestBase call,
            Duration wait,
            HttpServletRequest request,
            HttpServletResponse response) {
        Answer answer = upstreams.send(upstream, call, wait);
        if (refusesUs(answer)) {
            answer.close();
            throw Upstreams.away(upstream);
        }
        if (answer.status() == HttpStatus.FORBIDDEN.value()) {
            // The program behind looked at the role alone and did nothing; that someone tried is told from here.
            EveryAnswer.refused(request, "not-allowed");
        }
        delivery.head(upstream, answer, response);
        return answer;
    }

    /** A 401 with a challenge speaks of our token; to the browser it would mean that the person is signed out. */
    private static boolean refusesUs(Answer answer) {
        return answer.status() == HttpStatus.UNAUTHORIZED.value()
                && answer.header("WWW-Authenticate").isPresent();
    }

    private static String methodOf(HttpServletRequest request) {
        // The programs behind list their endpoints by method; Tomcat drops the body of an answer to HEAD.
        return request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
    }
}
