package hotleads.gateway.routing;

import hotleads.gateway.browsersession.HostCookie;
import hotleads.gateway.throttle.Waits;
import hotleads.gateway.upstream.Upstream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Passes a program's answer on to the browser, never more of it in memory than one buffer. */
@Component
class Delivery {
    private static final int BUFFER = 16 * 1024;

    private final PublicOrigin origin;
    private final Waits waits;
    private final Clock clock;

    Delivery(PublicOrigin origin, Waits waits, Clock clock) {
        this.origin = origin;
        this.waits = waits;
        this.clock = clock;
    }

    void head(Upstream upstream, HttpResponse<?> answer, HttpServletResponse response) {
        HttpHeaders headers = answer.headers();
        response.setStatus(answer.statusCode());
        Headers.toBrowser(headers, response);
        headers.firstValueAsLong("Content-Length").ifPresent(response::setContentLengthLong);
        headers.firstValue("Location").filter(origin::holds).ifPresent(to -> response.setHeader("Location", to));
        if (upstream == Upstream.AUTH) {
            headers.firstValue("X-Set-Session")
                    .flatMap(HostCookie.SESSION::setTo)
                    .ifPresent(cookie -> response.addHeader("Set-Cookie", cookie));
            headers.firstValue("X-Set-Browser")
                    .flatMap(HostCookie.BROWSER::setTo)
                    .ifPresent(cookie -> response.addHeader("Set-Cookie", cookie));
        }
    }

    /** An answer with an end; when it breaks off, so does ours, instead of looking complete. */
    void whole(InputStream body, HttpServletResponse response) throws IOException {
        OutputStream out = response.getOutputStream();
        if (body instanceof ByteArrayInputStream arrived) {
            arrived.transferTo(out);
            return;
        }
        try (StreamGuard guard = StreamGuard.over(body, () -> true, waits, clock)) {
            byte[] buffer = new byte[BUFFER];
            for (int got = body.read(buffer); got >= 0; got = body.read(buffer)) {
                guard.heard();
                out.write(buffer, 0, got);
            }
            guard.requireUnbroken();
        }
    }

    /** Events without an end, each passed on at once; the browser comes back by itself when they stop. */
    void events(InputStream body, HttpServletResponse response, BooleanSupplier mayGoOn) throws IOException {
        if (body instanceof ByteArrayInputStream) {
            whole(body, response);
            return;
        }
        OutputStream out = response.getOutputStream();
        response.flushBuffer();
        try (StreamGuard guard = StreamGuard.over(body, mayGoOn, waits, clock)) {
            byte[] buffer = new byte[BUFFER];
            for (int got = read(body, buffer); got >= 0; got = read(body, buffer)) {
                guard.heard();
                out.write(buffer, 0, got);
                out.flush();
            }
        }
    }

    private static int read(InputStream events, byte[] buffer) {
        try {
            return events.read(buffer);
        } catch (IOException ended) {
            // The program behind went away or the guard closed its answer.
            return -1;
        }
    }
}
