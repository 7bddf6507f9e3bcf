package hotleads.platform.health;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Alive and ready; what exactly is not ready is said to the same machine only. */
@RestController
class HealthController {
    private final List<ReadyCheck> checks;

    HealthController(List<ReadyCheck> checks) {
        this.checks = checks;
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
        }
        return ResponseEntity.status(problems.isEmpty() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .body(answer);
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException notAnAddress) {
            return false;
        }
    }
}
