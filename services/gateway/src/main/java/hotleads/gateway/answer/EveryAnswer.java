package hotleads.gateway.answer;

import hotleads.platform.report.CountedActs;
import hotleads.platform.request.RequestId;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import org.apache.catalina.AccessLog;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.event.Level;

/**
 * Stands before everything else in Tomcat, so that its own refusals have headers, an id and a log line as well.
 *
 * <p>The line holds no path, query, address or agent: any of them could tell who someone is.
 */
public class EveryAnswer extends ValveBase implements AccessLog {
    /** The request attribute under which the kind of request is left for the log. */
    public static final String KIND = "hotleads.kind";

    /** The request attribute under which a refusal leaves its code, for the trail. */
    private static final String REFUSED = "hotleads.refused";

    private static final String SEEN = "hotleads.seen";

    private static final Logger log = LoggerFactory.getLogger("hotleads.gateway.access");

    private final CountedActs acts;
    private final Clock clock;

    EveryAnswer(CountedActs acts, Clock clock) {
        super(true);
        this.acts = acts;
        this.clock = clock;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        long from = clock.millis();
        // What a stranger sent as an id is ignored: it could point at someone else's log lines.
        String id = UUID.randomUUID().toString();
        response.setHeader(RequestId.HEADER, id);
        SecurityHeaders.putOn(response);
        MDC.put("requestId", id);
        try {
            getNext().invoke(request, response);
        } finally {
            record(request);
            write(request, response, clock.millis() - from);
            MDC.remove("requestId");
        }
    }

    /** Tomcat calls this for every request, also for the few it answers before any valve, such as {@code OPTIONS *}. */
    @Override
    public void log(Request request, Response response, long nanos) {
        if (!response.isCommitted() && response.getHeader(RequestId.HEADER) == null) {
            response.setHeader(RequestId.HEADER, UUID.randomUUID().toString());
            SecurityHeaders.putOn(response);
        }
        if (request.getAttribute(SEEN) == null && response.getStatus() >= 400) {
            refused(request, ProblemAnswer.of(response.getStatus()).code());
            record(request);
        }
    }

    /**
     * Says that a request was refused; core's trail then has it, counted by the minute.
     *
     * @param code a word of ours
     */
    public static void refused(ServletRequest request, String code) {
        request.setAttribute(REFUSED, code);
    }

    private void record(Request request) {
        request.setAttribute(SEEN, true);
        if (request.getAttribute(REFUSED) instanceof String code) {
            acts.count("request.refused", "reason", code, "refused", request.getRemoteAddr());
        }
    }

    @Override
    public void setRequestAttributesEnabled(boolean enabled) {
        // Attributes under which a proxy valve leaves the client's address; this log has no addresses.
    }

    @Override
    public boolean getRequestAttributesEnabled() {
        return false;
    }

    private static void write(Request request, Response response, long ms) {
        String kind = request.getAttribute(KIND) instanceof Kind known ? known.word() : "none";
        boolean quiet =
                request.getAttribute(KIND) instanceof Kind known && known.isQuiet() && response.getStatus() < 400;
        // Thousands of accepted hooks a second would cost more to log than to pass on; core's trail has each.
        log.atLevel(quiet ? Level.DEBUG : Level.INFO)
                .addKeyValue("method", methodOf(request))
                .addKeyValue("kind", kind)
                .addKeyValue("status", response.getStatus())
                .addKeyValue("ms", ms)
                .addKeyValue("bytes", response.getBytesWritten(false))
                .log("request");
    }

    private static String methodOf(Request request) {
        String method = request.getMethod();
        return switch (method == null ? "" : method) {
            case "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS" -> method;
            default -> "other";
        };
    }

    /** What the log says of a request's purpose. */
    public interface Kind {
        String word();

        /** Whether it is left out of the usual log when it went well. */
        boolean isQuiet();
    }
}
