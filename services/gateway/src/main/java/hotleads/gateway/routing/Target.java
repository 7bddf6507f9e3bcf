package hotleads.gateway.routing;

import hotleads.gateway.throttle.Limits;
import hotleads.platform.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Path and query of a request, in the one spelling that every program reads alike.
 *
 * <p>Escapes, empty segments, dots and path parameters are refused instead of decoded: where two programs could read a
 * path differently, a stranger could have it routed as one and served as the other.
 */
record Target(String path, @Nullable String query) {
    private static final Pattern PLAIN = Pattern.compile("/|(/[A-Za-z0-9_~.-]++)++/?");
    private static final Pattern DOTS = Pattern.compile("/\\.\\.?(/|$)");

    static Target of(HttpServletRequest request) {
        return of(request.getRequestURI(), request.getQueryString());
    }

    static Target of(String path, @Nullable String query) {
        int length = path.length() + (query == null ? 0 : query.length());
        if (length > Limits.ADDRESS_CHARACTERS) {
            throw new Problem(HttpStatus.URI_TOO_LONG, "address-too-long", "This address is too long");
        }
        if (!PLAIN.matcher(path).matches() || DOTS.matcher(path).find()) {
            throw new Problem(HttpStatus.BAD_REQUEST, "bad-address", "This address is malformed");
        }
        return new Target(path, query);
    }

    String onTheWire() {
        return query == null ? path : path + '?' + query;
    }
}
