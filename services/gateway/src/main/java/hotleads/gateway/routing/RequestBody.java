package hotleads.gateway.routing;

import hotleads.gateway.throttle.Limits;
import hotleads.gateway.throttle.Waits;
import hotleads.platform.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Reads a request's body as a whole, within its size and its time, before anything behind the edge hears of it. */
@Component
class RequestBody {
    private static final byte[] NONE = {};
    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD");

    private final Waits waits;
    private final Clock clock;

    RequestBody(Waits waits, Clock clock) {
        this.waits = waits;
        this.clock = clock;
    }

    byte[] read(HttpServletRequest request, Limits limits) {
        int most = WITHOUT_BODY.contains(request.getMethod()) ? 0 : limits.bodyBytes();
        long length = announced(request);
        if (length == 0 || (length < 0 && request.getHeader("Transfer-Encoding") == null && !isHttp2(request))) {
            return NONE;
        }
        try {
            return length > most ? tooLarge(request) : read(request, most, (int) length);
        } catch (SocketTimeoutException silent) {
            throw tooSlow();
        } catch (IOException broken) {
            throw new Problem(HttpStatus.BAD_REQUEST, "broken-body", "The request ended before it was complete");
        }
    }

    private static long announced(HttpServletRequest request) {
        try {
            return request.getContentLengthLong();
        } catch (NumberFormatException unreadable) {
            // Over HTTP/2 nobody has looked at it before.
            throw new Problem(HttpStatus.BAD_REQUEST, "bad-header", "The length that was announced is no number");
        }
    }

    private byte[] read(HttpServletRequest request, int most, int length) throws IOException {
        long until = clock.millis() + waits.body().toMillis();
        InputStream in = request.getInputStream();
        // One byte more than allowed shows that there is more.
        byte[] bytes = new byte[length >= 0 ? length : most + 1];
        int have = 0;
        while (have < bytes.length) {
            int got = in.read(bytes, have, bytes.length - have);
            if (got < 0) {
                break;
            }
            have += got;
            if (clock.millis() > until) {
                throw tooSlow();
            }
        }
        if (have > most) {
            return tooLarge(request);
        }
        // HTTP/2 ends a body apart from its length, and the two can contradict each other (RFC 9113 §8.1.1).
        if (have < length) {
            throw new EOFException("Less than announced");
        }
        return have == bytes.length ? bytes : Arrays.copyOf(bytes, have);
    }

    private byte[] tooLarge(HttpServletRequest request) throws IOException {
        // Who asks before sending is told at once and sends nothing.
        if (request.getHeader("Expect") == null) {
            throwAway(request);
        }
        throw new Problem(HttpStatus.CONTENT_TOO_LARGE, "too-large", "This is larger than allowed");
    }

    /** Reads on a little: a connection closed on a sender who still sends loses the answer with it. */
    private void throwAway(HttpServletRequest request) throws IOException {
        long until = clock.millis() + waits.gap().toMillis();
        InputStream in = request.getInputStream();
        byte[] thrownAway = new byte[8 * 1024];
        int total = 0;
        int got = 0;
        while (got >= 0 && total < Limits.DISCARDED_BYTES && clock.millis() < until) {
            got = in.read(thrownAway);
            total += got;
        }
    }

    private static boolean isHttp2(HttpServletRequest request) {
        return "HTTP/2.0".equals(request.getProtocol());
    }

    private static Problem tooSlow() {
        return new Problem(HttpStatus.REQUEST_TIMEOUT, "request-timeout", "The request took too long to arrive");
    }
}
