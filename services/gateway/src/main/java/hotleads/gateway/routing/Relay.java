package hotleads.gateway.routing;

import hotleads.gateway.answer.EveryAnswer;
import hotleads.gateway.throttle.OpenStreams;
import hotleads.gateway.throttle.Throttle;
import hotleads.gateway.throttle.Waits;
import hotleads.gateway.upstream.Upstream;
import hotleads.gateway.upstream.Upstreams;
import hotleads.platform.request.RequestId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
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
        HttpRequest.Builder call = upstreams.request(upstream, target.onTheWire());
        Headers.toUpstream(route, request, call);
        call.setHeader(RequestId.HEADER, String.valueOf(RequestId.current()));
        call.setHeader("X-Client-Address", request.getRemoteAddr());
        proofs.attach(route, upstream, request, call);
        if (route == Route.LIVE) {
            stream(upstream, call.build(), request, response);
        } else {
            HttpRequest whole = call.method(methodOf(request), publisher(body)).build();
            try (InputStream answer = deliverable(upstream, whole, request, response)) {
                delivery.whole(answer, response);
            }
        }
    }

    private void stream(Upstream upstream, HttpRequest call, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String session = proofs.sessionOf(request);
        try (Throttle.Seat _ = streams.open(session);
                InputStream answer = deliverable(upstream, call, request, response)) {
            delivery.events(answer, response, () -> !closing && proofs.stillStands(session, upstream));
        }
    }

    /** A stream never ends by itself, and a shutdown would wait for it until it is killed. */
    @EventListener(ContextClosedEvent.class)
    void endStreams() {
        closing = true;
    }

    /** Calls, puts status and headers on the response, and returns the body that is still to be passed on. */
    private InputStream deliverable(
            Upstream upstream, HttpRequest call, HttpServletRequest request, HttpServletResponse response) {
        HttpResponse<InputStream> answer = upstreams.send(upstream, call, waits.answer());
        if (refusesUs(answer)) {
            throw Upstreams.away(upstream);
        }
        if (answer.statusCode() == HttpStatus.FORBIDDEN.value()) {
            // The program behind looked at the role alone and did nothing; that someone tried is told from here.
            EveryAnswer.refused(request, "not-allowed");
        }
        delivery.head(upstream, answer, response);
        return answer.body();
    }

    /** A 401 with a challenge speaks of our token; to the browser it would mean that the person is signed out. */
    private static boolean refusesUs(HttpResponse<?> answer) {
        return answer.statusCode() == HttpStatus.UNAUTHORIZED.value()
                && answer.headers().firstValue("WWW-Authenticate").isPresent();
    }

    private static String methodOf(HttpServletRequest request) {
        // The programs behind list their endpoints by method; Tomcat drops the body of an answer to HEAD.
        return request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
    }

    private static HttpRequest.BodyPublisher publisher(byte[] body) {
        return body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
    }
}
