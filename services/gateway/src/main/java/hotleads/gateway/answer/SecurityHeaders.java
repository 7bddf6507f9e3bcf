package hotleads.gateway.answer;

import jakarta.servlet.http.HttpServletResponse;

/** The headers that tell a browser what an answer may do; each answer has them, whoever made it. */
public final class SecurityHeaders {
    private static final String POLICY = "Content-Security-Policy";

    // Nothing inline, nothing from elsewhere; data: for the small images a page draws itself.
    private static final String PAGE_POLICY =
            "default-src 'none'; script-src 'self'%1$s; style-src 'self'%1$s; img-src 'self' data:; font-src 'self'; "
                    + "connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; "
                    + "form-action 'self'; frame-ancestors 'none'";
    private static final String FILE_POLICY = PAGE_POLICY.formatted("");
    private static final String DATA_POLICY =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    // Off is everything a page could be tricked into, but passkeys, and Copy for set-up keys and recovery codes.
    /** What browsers know today: a name they do not know is a complaint in their console on each page. */
    private static final String PERMISSIONS = "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), "
            + "clipboard-read=(), clipboard-write=(self), display-capture=(), encrypted-media=(), fullscreen=(), "
            + "gamepad=(), geolocation=(), gyroscope=(), hid=(), identity-credentials-get=(), idle-detection=(), "
            + "keyboard-map=(), local-fonts=(), magnetometer=(), microphone=(), midi=(), otp-credentials=(), "
            + "payment=(), picture-in-picture=(), publickey-credentials-create=(self), "
            + "publickey-credentials-get=(self), screen-wake-lock=(), serial=(), storage-access=(), sync-xhr=(), "
            + "usb=(), window-management=(), xr-spatial-tracking=()";

    private SecurityHeaders() {}

    /** For an answer without headers as yet: adding looks for no earlier one, which counts with thousands a second. */
    static void putOn(HttpServletResponse response) {
        response.addHeader(POLICY, DATA_POLICY);
        response.addHeader("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
        response.addHeader("X-Content-Type-Options", "nosniff");
        response.addHeader("X-Frame-Options", "DENY");
        response.addHeader("Referrer-Policy", "no-referrer");
        response.addHeader("Permissions-Policy", PERMISSIONS);
        response.addHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.addHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.addHeader("Cross-Origin-Embedder-Policy", "require-corp");
        response.addHeader("Cache-Control", "no-store");
    }

    /** Lets a page run the scripts and styles that carry its nonce. */
    public static void allowPage(HttpServletResponse response, String nonce) {
        response.setHeader(POLICY, PAGE_POLICY.formatted(" 'nonce-" + nonce + "'"));
    }

    /** Lets a file of the frontend do what its page may: a worker's own policy is the one of its file. */
    public static void allowFile(HttpServletResponse response) {
        response.setHeader(POLICY, FILE_POLICY);
    }
}
