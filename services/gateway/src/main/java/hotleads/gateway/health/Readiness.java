package hotleads.gateway.health;

import hotleads.gateway.throttle.Waits;
import hotleads.gateway.upstream.Answer;
import hotleads.gateway.upstream.Upstream;
import hotleads.gateway.upstream.Upstreams;
import hotleads.platform.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whether the edge is alive, and whether everything behind it is ready; what is not is said to the same machine only.
 */
@Component
public class Readiness {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST_ANSWER = 16 * 1024;

    private final Upstreams upstreams;
    private final Waits waits;

    Readiness(Upstreams upstreams, Waits waits) {
        this.upstreams = upstreams;
        this.waits = waits;
    }

    /** Answers that the program runs. */
    public void alive(HttpServletResponse response) throws IOException {
        write(response, 200, Map.of("status", "up"));
    }

    /** Answers 200 when everything behind is ready, else 503. */
    public void ready(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Map<String, Object> problems = ask();
        Map<String, Object> answer = new TreeMap<>(Map.of("status", problems.isEmpty() ? "ready" : "not ready"));
        if (InetAddress.ofLiteral(request.getRemoteAddr()).isLoopbackAddress()) {
            answer.put("problems", problems);
        }
        write(response, problems.isEmpty() ? 200 : 503, answer);
    }

    private Map<String, Object> ask() {
        Map<String, Object> problems = new ConcurrentSkipListMap<>();
        // Closing waits for all; each is done within its own time.
        try (ExecutorService asking = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Upstream upstream : upstreams.known()) {
                asking.execute(() -> problemOf(upstream).ifPresent(problem -> problems.put(upstream.word(), problem)));
            }
        }
        return problems;
    }

    private Optional<Object> problemOf(Upstream upstream) {
        try {
            return problemIn(upstreams.send(upstream, upstreams.request(upstream, "GET", "/readyz"), waits.ready()));
        } catch (Problem | IOException away) {
            return Optional.of("away");
        }
    }

    private static Optional<Object> problemIn(Answer answer) throws IOException {
        try (answer) {
            return answer.status() == 200 ? Optional.empty() : Optional.of(reasonIn(answer.body()));
        }
    }

    private static Object reasonIn(InputStream body) throws IOException {
        try {
            Object reason =
                    JSON.readValue(body.readNBytes(LONGEST_ANSWER), Map.class).get("problems");
            return reason == null ? "not ready" : reason;
        } catch (JacksonException notJson) {
            return "not ready";
        }
    }

    private static void write(HttpServletResponse response, int status, Map<String, Object> answer) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        byte[] body = JSON.writeValueAsBytes(answer);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
