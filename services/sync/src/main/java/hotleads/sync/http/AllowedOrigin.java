package hotleads.sync.http;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The one origin a provider's calls may go to: https, or http on this very machine for simulators. */
public record AllowedOrigin(URI base) {
    // Names but localhost are not looked up: what they resolve to can change after the check.
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[(?:0*:)*0*1]");

    /** @throws IllegalArgumentException naming the setting and what is wrong with it, never its value */
    public static AllowedOrigin of(String setting, URI base) {
        require(base.getHost() != null, setting, "needs a host, as in https://host/path");
        require(base.getRawUserInfo() == null, setting, "must not hold a user or password");
        require(base.getRawQuery() == null && base.getRawFragment() == null, setting, "must end with its path");
        require(isHttps(base) || isLoopbackHttp(base), setting, "needs https; plain http is for this machine only");
        return new AllowedOrigin(base);
    }

    /** An address below the base; the provider's own path stays as it is. */
    public URI resolve(String pathAndQuery) {
        String text = base.toString();
        URI address = URI.create((text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + pathAndQuery);
        if (!includes(address)) {
            throw new IllegalStateException("A provider's call would leave its origin");
        }
        return address;
    }

    boolean includes(URI address) {
        return base.getScheme().equalsIgnoreCase(address.getScheme())
                && base.getHost().equalsIgnoreCase(address.getHost())
                && base.getPort() == address.getPort()
                && address.getRawUserInfo() == null;
    }

    private static boolean isHttps(URI base) {
        return "https".equals(schemeOf(base));
    }

    private static boolean isLoopbackHttp(URI base) {
        return "http".equals(schemeOf(base))
                && LOOPBACK.matcher(base.getHost().toLowerCase(Locale.ROOT)).matches();
    }

    private static @Nullable String schemeOf(URI base) {
        return base.getScheme() == null ? null : base.getScheme().toLowerCase(Locale.ROOT);
    }

    private static void require(boolean condition, String setting, String sentence) {
        if (!condition) {
            throw new IllegalArgumentException(setting + " " + sentence);
        }
    }
}
