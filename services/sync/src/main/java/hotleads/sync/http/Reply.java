package hotleads.sync.http;

import java.net.http.HttpHeaders;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What came back from a provider, or why nothing did. */
public sealed interface Reply {
    /** A whole answer, of whatever status. */
    record Answered(int status, HttpHeaders headers, byte[] body) implements Reply {
        /** Edges send HTML with any status, so this is asked before anything is parsed. */
        public boolean isJson() {
            @Nullable String type = headers.firstValue("Content-Type").orElse(null);
            String media = type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
            return media.equals("application/json") || media.endsWith("+json");
        }
    }

    /** The answer was longer than we read. */
    record TooLong() implements Reply {}

    /** No whole answer came in time. */
    record TimedOut() implements Reply {}

    /** The provider could not be reached, or the connection broke. */
    record Unreachable() implements Reply {}
}
