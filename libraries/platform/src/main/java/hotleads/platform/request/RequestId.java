package hotleads.platform.request;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The id one request keeps on its way through the programs; it stands in logs, problems and audit entries. */
public final class RequestId {
    /** The header that carries it from program to program and back to the browser. */
    public static final String HEADER = "X-Request-Id";

    private static final String KEY = "requestId";
    private static final Pattern OURS = Pattern.compile("[0-9a-f-]{36}");

    private RequestId() {}

    /** The id of the request this thread works for, or null outside of one. */
    public static @Nullable String current() {
        return MDC.get(KEY);
    }

    static String take(@Nullable String offered) {
        // Anything that is not our own shape could forge log lines, so it is replaced.
        return offered != null && OURS.matcher(offered).matches()
                ? offered
                : UUID.randomUUID().toString();
    }

    static void begin(String id) {
        MDC.put(KEY, id);
    }

    static void end() {
        MDC.remove(KEY);
    }
}
