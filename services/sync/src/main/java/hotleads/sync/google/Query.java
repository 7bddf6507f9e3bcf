package hotleads.sync.google;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A path's query, each value encoded: calendars and tokens hold letters that mean something in an address. */
final class Query {
    private final StringBuilder text;

    Query(String path) {
        text = new StringBuilder(path);
    }

    Query with(String name, String value) {
        text.append(text.indexOf("?") < 0 ? '?' : '&').append(name).append('=').append(encoded(value));
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
