package hotleads.simulators.google;

import hotleads.simulators.web.Answer;
import hotleads.simulators.web.Request;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;

/** What a call passes before and after the calendar itself: troubles, quota, gzip and overridden methods. */
final class GoogleGate {

    private static final String EDGE_PAGE =
            "<!DOCTYPE html>\n<html lang=en>\n<title>Error 502 (Server Error)!!1</title>\n"
                    + "<p><b>502.</b> <ins>That's an error.</ins>\n";
    private static final int A_MINUTE_EACH = 600;
    private static final int LARGEST = 1 << 20;

    private final GoogleFaults faults;
    private final InstantSource time;
    private final BooleanSupplier unlimited;
    private final Map<String, Deque<Instant>> asked = new HashMap<>();
    private final AtomicLong calls = new AtomicLong();

    GoogleGate(GoogleFaults faults, InstantSource time, BooleanSupplier unlimited) {
        this.faults = faults;
        this.time = time;
        this.unlimited = unlimited;
    }

    long calls() {
        return calls.get();
    }

    Answer pass(Request request, Supplier<String> person, Supplier<Answer> inside) {
        calls.incrementAndGet();
        if (faults.on(GoogleFault.LOST_BEFORE)) {
            return Answer.LOST;
        }
        if (faults.on(GoogleFault.HTML_502)) {
            return Answer.html(502, EDGE_PAGE);
        }
        boolean writes = !request.method().equals("GET");
        Optional<GoogleError> trouble = trouble(writes);
        if (trouble.isPresent()) {
            Answer answer = trouble.get().answer();
            return faults.on(GoogleFault.RATE_429_WITH_A_TIME) ? answer.withHeader("Retry-After", "2") : answer;
        }
        if (!unlimited.getAsBoolean() && isTooMuch(person.get())) {
            return GoogleError.RATE_403.answer();
        }
        Answer answer = inside.get();
        if (writes && faults.on(GoogleFault.COMMITTED_503)) {
            return GoogleError.UNAVAILABLE.answer();
        }
        return broken(answer);
    }

    private Optional<GoogleError> trouble(boolean writes) {
        if (faults.on(GoogleFault.RATE_403)) {
            return Optional.of(GoogleError.RATE_403);
        }
        if (faults.on(GoogleFault.RATE_429) || faults.on(GoogleFault.RATE_429_WITH_A_TIME)) {
            return Optional.of(GoogleError.RATE_429);
        }
        if (writes && faults.on(GoogleFault.USAGE_LIMIT)) {
            return Optional.of(GoogleError.USAGE);
        }
        if (faults.on(GoogleFault.FORBIDDEN)) {
            return Optional.of(GoogleError.FORBIDDEN);
        }
        if (faults.on(GoogleFault.NOT_FOUND)) {
            return Optional.of(GoogleError.NOT_FOUND);
        }
        return faults.on(GoogleFault.BACKEND_500) ? Optional.of(GoogleError.BACKEND) : Optional.empty();
    }

    private synchronized boolean isTooMuch(String person) {
        Instant now = time.instant();
        Deque<Instant> mine = asked.computeIfAbsent(person, one -> new ArrayDeque<>());
        while (!mine.isEmpty() && mine.getFirst().isBefore(now.minus(Duration.ofMinutes(1)))) {
            mine.removeFirst();
        }
        if (mine.size() >= A_MINUTE_EACH) {
            return true;
        }
        mine.addLast(now);
        return false;
    }

    private Answer broken(Answer answer) {
        if (faults.on(GoogleFault.LOST_AFTER)) {
            return Answer.LOST;
        }
        if (faults.on(GoogleFault.TRUNCATED)) {
            return answer.withBody(Arrays.copyOf(answer.body(), answer.body().length / 2));
        }
        return faults.on(GoogleFault.WRONG_TYPE) ? answer.withHeader("Content-Type", "text/plain") : answer;
    }

    /** As Google's own clients send it: a POST that means PATCH, its body gzipped (sheet §4). */
    static Request plain(Request request) {
        String method = request.method().equals("POST")
                ? request.header("X-HTTP-Method-Override").orElse(request.method())
                : request.method();
        byte[] body = request.header("Content-Encoding").filter("gzip"::equals).isPresent()
                ? unzipped(request.body())
                : request.body();
        return new Request(method, request.path(), request.query(), request.headers(), body, request.variables());
    }

    private static byte[] unzipped(byte[] body) {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return in.readNBytes(LARGEST);
        } catch (IOException notGzip) {
            throw new GoogleError(400, "global", "parseError", "Parse Error").refused();
        }
    }
}
