package hotleads.platform.figures;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.web.filter.OncePerRequestFilter;

/** Counts requests by how they ended, and how long they took; not which they were. */
class RequestFigures extends OncePerRequestFilter {
    private static final int REFUSED = 400;
    private static final int FAILED = 500;
    private static final long NANOS_A_MILLISECOND = 1_000_000;

    private long all;
    private long refused;
    private long failed;
    private long millis;
    private long slowest;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long from = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } finally {
            count(response.getStatus(), (System.nanoTime() - from) / NANOS_A_MILLISECOND);
        }
    }

    synchronized void count(int status, long took) {
        all++;
        refused += status >= REFUSED && status < FAILED ? 1 : 0;
        failed += status >= FAILED ? 1 : 0;
        millis += took;
        slowest = Math.max(slowest, took);
    }

    /** What came since it was last asked. */
    synchronized Map<String, Object> take() {
        Map<String, Object> taken = new HashMap<>(Map.of("all", all, "refused", refused, "failed", failed));
        if (all > 0) {
            taken.put("milliseconds", millis / all);
            taken.put("slowest", slowest);
        }
        all = 0;
        refused = 0;
        failed = 0;
        millis = 0;
        slowest = 0;
        return taken;
    }
}
