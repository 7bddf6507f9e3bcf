package hotleads.gateway.routing;

import hotleads.gateway.answer.EveryAnswer;
import hotleads.gateway.throttle.Limits;
import hotleads.gateway.upstream.Upstream;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a request is for: who answers it, within which limits, and what proves to the program behind who asks. */
enum Route implements EveryAnswer.Kind {
    HOOK(Upstream.WEBHOOKS, Limits.HOOKS, Proof.HOOK_RELAY, Methods.POST),
    SIGN_IN(Upstream.AUTH, Limits.SIGN_IN, Proof.SIGN_IN_RELAY, Methods.CHANGING),
    SESSION(Upstream.AUTH, Limits.SESSION, Proof.SIGN_IN_RELAY, Methods.READING),
    AUTH_ACCOUNTS(Upstream.AUTH, Limits.API, Proof.USER, Methods.ALL),
    AUTH_DOCUMENT(Upstream.AUTH, Limits.PAGES, Proof.NONE, Methods.READING),
    API(Upstream.CORE, Limits.API, Proof.USER, Methods.ALL),
    LIVE(Upstream.CORE, Limits.LIVE, Proof.USER, Methods.GET),
    API_DOCUMENT(Upstream.CORE, Limits.PAGES, Proof.NONE, Methods.READING),
    /** Which help numbers to show: nobody must sign in first. */
    HELP(Upstream.CORE, Limits.PAGES, Proof.NONE, Methods.READING),
    ALIVE(null, Limits.HEALTH, Proof.NONE, Methods.READING),
    READY(null, Limits.HEALTH, Proof.NONE, Methods.READING),
    PAGE(null, Limits.PAGES, Proof.NONE, Methods.READING);

    /** What goes along to the program behind. */
    enum Proof {
        NONE,
        HOOK_RELAY,
        /**
         * Our own token, with the session and what the browser is recognised by beside it: before signing in there is
         * no person to speak for.
         */
        SIGN_IN_RELAY,
        USER
    }

    private enum Methods {
        GET("GET"),
        POST("POST"),
        READING("GET", "HEAD"),
        CHANGING("POST", "PUT", "PATCH", "DELETE"),
        ALL("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

        private final List<String> words;

        Methods(String... words) {
            this.words = List.of(words);
        }
    }

    private final @Nullable Upstream upstream;
    private final Limits limits;
    private final Proof proof;
    private final Methods methods;

    Route(@Nullable Upstream upstream, Limits limits, Proof proof, Methods methods) {
        this.upstream = upstream;
        this.limits = limits;
        this.proof = proof;
        this.methods = methods;
    }

    static Route of(String method, String path) {
        return switch (path) {
            case "/healthz" -> ALIVE;
            case "/readyz" -> READY;
            case "/api/live" -> LIVE;
            case "/api/openapi.json" -> API_DOCUMENT;
            case "/api/help" -> HELP;
            case "/auth/openapi.json" -> AUTH_DOCUMENT;
            default -> byPrefix(method, path);
        };
    }

    private static Route byPrefix(String method, String path) {
        if (path.startsWith("/webhooks/")) {
            return HOOK;
        }
        if (path.startsWith("/api/")) {
            return API;
        }
        if (path.startsWith("/auth/admin/") || path.startsWith("/auth/me/")) {
            return AUTH_ACCOUNTS;
        }
        if (path.startsWith("/auth/")) {
            return Methods.READING.words.contains(method) ? SESSION : SIGN_IN;
        }
        return PAGE;
    }

    boolean takes(String method) {
        return methods.words.contains(method);
    }

    List<String> methods() {
        return methods.words;
    }

    /** The program behind, or null when the edge answers itself. */
    @Nullable
    Upstream upstream() {
        return upstream;
    }

    Limits limits() {
        return limits;
    }

    Proof proof() {
        return proof;
    }

    /** Whether a browser calls it with a person's session, so that other sites could try to make it do so. */
    boolean isBrowsersOwn() {
        return proof == Proof.USER || proof == Proof.SIGN_IN_RELAY;
    }

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public boolean isQuiet() {
        return this == HOOK || this == ALIVE || this == READY;
    }
}
