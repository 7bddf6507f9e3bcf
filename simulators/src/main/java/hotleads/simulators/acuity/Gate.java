package hotleads.simulators.acuity;

import hotleads.simulators.faults.Fault;
import hotleads.simulators.faults.Faults;
import hotleads.simulators.web.Answer;
import hotleads.simulators.web.Request;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** What a request passes before Acuity looks at it: troubles at the edge, limits, and the key. */
public final class Gate {

    private static final String EDGE_PAGE = "<html>\r\n"
            + "<head><title>502 Bad Gateway</title></head>\r\n"
            + "<body>\r\n"
            + "<center><h1>502 Bad Gateway</h1></center>\r\n"
            + "</body>\r\n"
            + "</html>\r\n";

    private final Credentials credentials;
    private final Faults faults;
    private final RateLimit limit;
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong refusedForRate = new AtomicLong();

    public Gate(Credentials credentials, Faults faults, InstantSource time) {
        this.credentials = credentials;
        this.faults = faults;
        limit = new RateLimit(time);
    }

    public long requests() {
        return requests.get();
    }

    public long refusedForRate() {
        return refusedForRate.get();
    }

    Answer pass(Request request, Supplier<Answer> inside) {
        requests.incrementAndGet();
        if (faults.on(Fault.HTML_502)) {
            return Answer.html(502, EDGE_PAGE);
        }
        if (faults.on(Fault.SERVER_ERROR)) {
            return ApiError.SERVER_ERROR.answer();
        }
        Optional<Answer> switched = switchedRefusal();
        if (switched.isPresent()) {
            return switched.get();
        }
        if (faults.on(Fault.NO_RATE_LIMIT)) {
            return broken(known(request, inside));
        }
        if (!limit.enter()) {
            return tooMany(faults.on(Fault.NO_RETRY_AFTER) ? "" : "1");
        }
        try {
            return broken(known(request, inside)).then(limit::leave);
        } catch (RuntimeException failed) {
            limit.leave();
            throw failed;
        }
    }

    private Optional<Answer> switchedRefusal() {
        if (faults.on(Fault.TOO_MANY_REQUESTS)) {
            return Optional.of(tooMany("2"));
        }
        return faults.on(Fault.TOO_MANY_REQUESTS_SILENT) ? Optional.of(tooMany("")) : Optional.empty();
    }

    private Answer known(Request request, Supplier<Answer> inside) {
        return isKnown(request) ? inside.get() : ApiError.UNAUTHORIZED.answer();
    }

    private boolean isKnown(Request request) {
        String pair = credentials.userId() + ":" + credentials.keyNow(faults);
        String expected = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        return request.header("Authorization").filter(expected::equals).isPresent();
    }

    private Answer tooMany(String retryAfter) {
        refusedForRate.incrementAndGet();
        Answer answer = ApiError.TOO_MANY.answer();
        return retryAfter.isEmpty() ? answer : answer.withHeader("Retry-After", retryAfter);
    }

    private Answer broken(Answer answer) {
        if (faults.on(Fault.ANSWER_LOST)) {
            return Answer.LOST.then(answer.whenWritten());
        }
        Answer whole = answer;
        if (faults.on(Fault.TRUNCATED_JSON)) {
            whole = whole.withBody(Arrays.copyOf(whole.body(), whole.body().length / 2));
        }
        return faults.on(Fault.SLOW) ? whole.slowly(faults.settings().slow()) : whole;
    }
}
