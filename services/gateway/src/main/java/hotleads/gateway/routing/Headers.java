package hotleads.gateway.routing;

import hotleads.gateway.upstream.Answer;
import hotleads.platform.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hc.core5.http.HttpRequest;
import org.springframework.http.HttpStatus;

/**
 * The headers that pass the edge; all others stay behind.
 *
 * <p>So no list of what is dangerous can be incomplete: hop-by-hop fields, framing, forwarding, tokens and cookies pass
 * in neither direction because nobody lets them.
 */
final class Headers {
    private static final List<String> ASKED =
            List.of("Accept", "Accept-Language", "Content-Type", "If-Match", "If-None-Match", "Last-Event-ID");
    // Auth keeps what device a session was opened on.
    private static final List<String> ASKED_OF_AUTH =
            List.of("Accept", "Accept-Language", "Content-Type", "User-Agent");
    // The providers' signatures and channel marks, as their documents name them.
    private static final List<String> HOOKED = List.of(
            "Content-Type",
            "X-Acuity-Signature",
            "x-zm-signature",
            "x-zm-request-timestamp",
            "X-Goog-Channel-ID",
            "X-Goog-Channel-Token",
            "X-Goog-Channel-Expiration",
            "X-Goog-Message-Number",
            "X-Goog-Resource-ID",
            "X-Goog-Resource-State",
            "X-Goog-Resource-URI");
    private static final List<String> ANSWERED =
            List.of("Content-Type", "Content-Disposition", "Content-Language", "ETag", "Retry-After", "Allow");

    private static final int DELETE = 127;

    private Headers() {}

    static void toUpstream(Route route, HttpServletRequest request, HttpRequest call) {
        Set<String> hop = namedInConnection(request);
        for (String name : passing(route)) {
            String value = request.getHeader(name);
            if (value != null && !hop.contains(name.toLowerCase(Locale.ROOT))) {
                set(call, name, value);
            }
        }
    }

    private static void set(HttpRequest call, String name, String value) {
        // Tomcat takes bytes that no field may hold (RFC 9110 §5.5); the client would send something else instead.
        if (!value.chars().allMatch(Headers::isOfAField)) {
            throw new Problem(HttpStatus.BAD_REQUEST, "bad-header", "A header of this request is malformed");
        }
        call.setHeader(name, value);
    }

    private static boolean isOfAField(int character) {
        return character == '\t' || (character >= ' ' && character != DELETE);
    }

    static void toBrowser(Answer answer, HttpServletResponse response) {
        for (String name : ANSWERED) {
            answer.header(name).ifPresent(value -> response.setHeader(name, value));
        }
    }

    private static List<String> passing(Route route) {
        return switch (route.proof()) {
            case HOOK_RELAY -> HOOKED;
            case SIGN_IN_RELAY -> ASKED_OF_AUTH;
            case USER, NONE -> ASKED;
        };
    }

    /** A sender may declare any field to be for this hop only (RFC 9110 §7.6.1). */
    private static Set<String> namedInConnection(HttpServletRequest request) {
        if (request.getHeader("Connection") == null) {
            return Set.of();
        }
        return Collections.list(request.getHeaders("Connection")).stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
