package hotleads.platform.health;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Alive and ready; what exactly is not ready is said to the same machine only. */
@RestController
class HealthController {
    private static final Logger log = LoggerFactory.getLogger(HealthController.class);

    private final List<ReadyCheck> checks;
    private final List<Measure> measures;

    HealthController(List<ReadyCheck> checks, ObjectProvider<Measure> measures) {
        this.checks = checks;
        this.measures = measures.stream().toList();
    }

    @GetMapping("/healthz")
    Map<String, String> alive() {
        return Map.of("status", "up");
    }

    @GetMapping("/readyz")
    ResponseEntity<Map<String, Object>> ready(HttpServletRequest request) {
        Map<String, Object> problems = new TreeMap<>();
        checks.forEach(check -> check.problem().ifPresent(problem -> problems.put(check.name(), problem)));
        Map<String, Object> answer = new TreeMap<>(Map.of("status", problems.isEmpty() ? "ready" : "not ready"));
        if (isLoopback(request.getRemoteAddr())) {
            answer.put("problems", problems);
            Map<String, Object> figures = figures();
            if (!figures.isEmpty()) {
                answer.put("figures", figures);
            }
        }
        return ResponseEntity.status(problems.isEmpty() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .body(answer);
    }

    private Map<String, Object> figures() {
        Map<String, Object> figures = new TreeMap<>();
        for (Measure measure : measures) {
            try {
                figures.put(measure.name(), measure.figures().get());
            } catch (RuntimeException unknown) {
                // Whatever keeps a figure from being taken has its own check; the other figures are shown.
                log.debug(
                        "No figures of {}: {}",
                        measure.name(),
                        unknown.getClass().getName());
            }
        }
        return figures;
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException notAnAddress) {
            return false;
        }
    }
}
