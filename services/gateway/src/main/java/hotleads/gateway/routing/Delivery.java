package hotleads.gateway.routing;

import hotleads.gateway.browsersession.HostCookie;
import hotleads.gateway.throttle.Waits;
import hotleads.gateway.upstream.Answer;
import hotleads.gateway.upstream.Upstream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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

    void head(Upstream upstream, Answer answer, HttpServletResponse response) {
        response.setStatus(answer.status());
        Headers.toBrowser(answer, response);
        answer.length().ifPresent(response::setContentLengthLong);
        answer.header("Location").filter(origin::holds).ifPresent(to -> response.setHeader("Location", to));
        if (upstream == Upstream.AUTH) {
            answer.header("X-Set-Session")
                    .flatMap(HostCookie.SESSION::setTo)
                    .ifPresent(cookie -> response.addHeader("Set-Cookie", cookie));
            answer.header("X-Set-Browser")
                    .flatMap(HostCookie.BROWSER::setTo)
                    .ifPresent(cookie -> response.addHeader("Set-Cookie", cookie));
        }
    }

    /** An answer with an end; when it breaks off, so does ours, instead of looking complete. */
    void whole(Answer answer, HttpServletResponse response) throws IOException {
        answer.body().transferTo(response.getOutputStream());
    }

    /** Events without an end, each passed on at once; the browser comes back by itself when they stop. */
    void events(Answer answer, HttpServletResponse response, BooleanSupplier mayGoOn) throws IOException {
        if (answer.isWhole()) {
            whole(answer, response);
            return;
        }
        OutputStream out = response.getOutputStream();
        response.flushBuffer();
        try (StreamGuard guard = StreamGuard.over(answer, mayGoOn, waits, clock)) {
            byte[] buffer = new byte[BUFFER];
            for (int got = read(answer.body(), buffer); got >= 0; got = read(answer.body(), buffer)) {
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
