package hotleads.gateway.routing;

import hotleads.platform.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The one address people open, and whether a request was made for it and by a page of it. */
@Component
class PublicOrigin {
    private static final int HTTPS = 443;
    private static final Set<String> CHANGES_NOTHING = Set.of("GET", "HEAD");

    private final String host;
    private final int port;
    private final String origin;

    PublicOrigin(@Value("${gateway.public-url}") URI url) {
        this.host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
        this.port = url.getPort() < 0 ? HTTPS : url.getPort();
        this.origin = "https://" + host + (port == HTTPS ? "" : ":" + port);
    }

    /** Refuses other names: a foreign name that leads here by DNS would be another origin to the browser. */
    void requireHost(HttpServletRequest request) {
        if (!host.equalsIgnoreCase(request.getServerName()) || port != request.getServerPort()) {
            throw new Problem(HttpStatus.MISDIRECTED_REQUEST, "wrong-host", "This address is served elsewhere");
        }
    }

    /** Refuses what a page of another site has a browser send, beside SameSite=Strict and never trusting it alone. */
    void requireOwnPage(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        String from = request.getHeader("Origin");
        boolean foreign = (from != null && !from.equals(origin))
                || (site != null && !site.equals("same-origin") && !site.equals("none"));
        boolean vouched = origin.equals(from) || "same-origin".equals(site);
        if (foreign || (!vouched && !CHANGES_NOTHING.contains(request.getMethod()))) {
            throw new Problem(HttpStatus.FORBIDDEN, "cross-site", "This may only be asked by our own pages");
        }
    }

    /** Whether an address leads to this origin, so that no answer sends a browser elsewhere. */
    boolean holds(String location) {
        boolean path = location.startsWith("/") && !location.startsWith("//") && location.indexOf('\\') < 0;
        return path || location.startsWith(origin + "/");
    }
}
