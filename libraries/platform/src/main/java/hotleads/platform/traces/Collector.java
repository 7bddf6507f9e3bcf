package hotleads.platform.traces;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Where traces are told: over https, or within this machine or the inside network. */
record Collector(URI base) {
    // Names are not looked up: what they resolve to can change after the check.
    private static final Pattern WITHIN = Pattern.compile("localhost|[a-z0-9-]+|.+\\.internal|.+\\.local"
            + "|127\\.\\d+\\.\\d+\\.\\d+|10\\.\\d+\\.\\d+\\.\\d+|192\\.168\\.\\d+\\.\\d+|172\\.(1[6-9]|2\\d|3[01])\\.\\d+\\.\\d+"
            + "|\\[(0*:)*0*1]|\\[f[cd][0-9a-f:]+]");

    /** @throws CollectorUnusable naming the setting and what is wrong with it, never its value */
    static Collector of(String address) {
        URI base = parsed(address);
        String scheme = base.getScheme() == null ? "" : base.getScheme().toLowerCase(Locale.ROOT);
        require(base.getHost() != null, "needs a host, as in http://127.0.0.1:4318");
        require(base.getRawUserInfo() == null, "must not hold a user or password");
        require(base.getRawQuery() == null && base.getRawFragment() == null, "must end with its path");
        require(
                scheme.equals("https") || scheme.equals("http") && isWithin(base.getHost()),
                "needs https; plain http is for this machine and the network inside");
        return new Collector(base);
    }

    private static URI parsed(String address) {
        try {
            return new URI(address.strip());
        } catch (URISyntaxException malformed) {
            throw new CollectorUnusable("is no address");
        }
    }

    private static boolean isWithin(String host) {
        return WITHIN.matcher(host.toLowerCase(Locale.ROOT)).matches();
    }

    private static void require(boolean condition, String sentence) {
        if (!condition) {
            throw new CollectorUnusable(sentence);
        }
    }

    /** As OTLP over HTTP has it. */
    URI spans() {
        String text = base.toString();
        return URI.create((text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + "/v1/traces");
    }
}
