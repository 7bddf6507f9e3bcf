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
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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
        Map<String, Said> said = ask();
        Map<String, Object> problems = of(said, Said::problem);
        Map<String, Object> answer = new TreeMap<>(Map.of("status", problems.isEmpty() ? "ready" : "not ready"));
        if (InetAddress.ofLiteral(request.getRemoteAddr()).isLoopbackAddress()) {
            answer.put("problems", problems);
            Map<String, Object> figures = of(said, Said::figures);
            if (!figures.isEmpty()) {
                answer.put("figures", figures);
            }
        }
        write(response, problems.isEmpty() ? 200 : 503, answer);
    }

    /**
     * What one program says of itself.
     *
     * @param problem null when it is ready
     * @param figures null when it has none
     */
    private record Said(@Nullable Object problem, @Nullable Object figures) {}

    private static Map<String, Object> of(Map<String, Said> said, Function<Said, @Nullable Object> part) {
        Map<String, Object> parts = new TreeMap<>();
        said.forEach((program, one) -> {
            Object wanted = part.apply(one);
            if (wanted != null) {
                parts.put(program, wanted);
            }
        });
        return parts;
    }

    private Map<String, Said> ask() {
        Map<String, Said> said = new ConcurrentSkipListMap<>();
        // Closing waits for all; each is done within its own time.
        try (ExecutorService asking = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Upstream upstream : upstreams.known()) {
                asking.execute(() -> said.put(upstream.word(), ask(upstream)));
            }
        }
        return said;
    }

    private Said ask(Upstream upstream) {
        try {
            try (Answer answer =
                    upstreams.send(upstream, upstreams.request(upstream, "GET", "/readyz"), waits.ready())) {
                Map<?, ?> members = membersIn(answer.body());
                boolean isReady = answer.status() == 200;
                return new Said(
                        isReady ? null : Objects.requireNonNullElse(members.get("problems"), "not ready"),
                        members.get("figures") instanceof Map<?, ?> figures && !figures.isEmpty() ? figures : null);
            }
        } catch (Problem | IOException away) {
            return new Said("away", null);
        }
    }

    private static Map<?, ?> membersIn(InputStream body) throws IOException {
        try {
            return JSON.readValue(body.readNBytes(LONGEST_ANSWER), Map.class);
        } catch (JacksonException notJson) {
            return Map.of();
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
