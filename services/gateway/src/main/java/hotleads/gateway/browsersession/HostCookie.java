package hotleads.gateway.browsersession;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a browser holds of ours: opaque, for this host only, out of reach of scripts and of other sites (RFC 6265bis).
 */
public enum HostCookie {
    /** Who is signed in; gone with the browser's session. */
    SESSION("__Host-hotleads", ""),
    /**
     * What the browser is recognised by, signed in or not; kept for 400 days, which is as long as browsers keep any.
     */
    BROWSER("__Host-hotleads-browser", "; Max-Age=34560000");

    private static final String SCOPE = "; Path=/; Secure; HttpOnly; SameSite=Strict";
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9_-]{20,128}");

    private final String name;
    private final String life;

    HostCookie(String name, String life) {
        this.name = name;
        this.life = life;
    }

    /** Its value; empty as well when it is of another shape or there twice, which no browser of ours sends. */
    public Optional<String> in(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        String found = null;
        for (Cookie cookie : cookies == null ? new Cookie[0] : cookies) {
            if (cookie.getName().equals(name)) {
                if (found != null) {
                    return Optional.empty();
                }
                found = cookie.getValue();
            }
        }
        return Optional.ofNullable(found).filter(HostCookie::isOurs);
    }

    /** The Set-Cookie line for what auth said: a new value, or an empty one that clears it; empty for anything else. */
    public Optional<String> setTo(String value) {
        if (value.isEmpty()) {
            return Optional.of(name + "=" + SCOPE + "; Max-Age=0");
        }
        return isOurs(value) ? Optional.of(name + "=" + value + SCOPE + life) : Optional.empty();
    }

    private static boolean isOurs(String value) {
        return VALUE.matcher(value).matches();
    }
}
