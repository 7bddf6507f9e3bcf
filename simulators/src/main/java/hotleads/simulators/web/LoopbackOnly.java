package hotleads.simulators.web;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps other web pages out.
 *
 * <p>A page on the internet can point its own name at 127.0.0.1 (DNS rebinding) or post a form to us; the Host and
 * Origin headers tell it from our own pages.
 */
final class LoopbackOnly {

    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private LoopbackOnly() {}

    static Optional<Answer> refusal(Request request) {
        String host = request.header("Host").orElse("");
        if (!NAMES.contains(withoutPort(host))) {
            return Optional.of(forbidden("This server answers to localhost only."));
        }
        if (!READING.contains(request.method()) && isFromElsewhere(request, host)) {
            return Optional.of(forbidden("Requests from other sites are refused."));
        }
        return Optional.empty();
    }

    private static boolean isFromElsewhere(Request request, String host) {
        boolean otherOrigin = request.header("Origin")
                .filter(origin -> !origin.equals("http://" + host))
                .isPresent();
        boolean otherSite =
                request.header("Sec-Fetch-Site").filter("cross-site"::equals).isPresent();
        return otherOrigin || otherSite;
    }

    private static String withoutPort(String host) {
        try {
            String name = URI.create("http://" + host).getHost();
            return name == null ? "" : name;
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }

    private static Answer forbidden(String why) {
        return Answer.json(403, new Refusal(403, "forbidden", why));
    }
}
