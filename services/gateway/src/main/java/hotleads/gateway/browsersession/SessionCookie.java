package hotleads.gateway.browsersession;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The one cookie a browser holds: opaque, for this host only, out of reach of scripts and of other sites (RFC 6265bis).
 */
public final class SessionCookie {
    private static final String NAME = "__Host-hotleads";
    private static final String SCOPE = "; Path=/; Secure; HttpOnly; SameSite=Strict";
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9_-]{20,128}");

    private SessionCookie() {}

    /** Its value; empty as well when it is of another shape or there twice, which no browser of ours sends. */
    public static Optional<String> in(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        String found = null;
        for (Cookie cookie : cookies == null ? new Cookie[0] : cookies) {
            if (cookie.getName().equals(NAME)) {
                if (found != null) {
                    return Optional.empty();
                }
                found = cookie.getValue();
            }
        }
        return Optional.ofNullable(found).filter(SessionCookie::isOurs);
    }

    /** The Set-Cookie line for what auth said: a new value, or an empty one that clears it; empty for anything else. */
    public static Optional<String> setTo(String value) {
        if (value.isEmpty()) {
            return Optional.of(NAME + "=" + SCOPE + "; Max-Age=0");
        }
        return isOurs(value) ? Optional.of(NAME + "=" + value + SCOPE) : Optional.empty();
    }

    private static boolean isOurs(String value) {
        return VALUE.matcher(value).matches();
    }
}
