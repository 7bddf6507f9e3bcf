package hotleads.auth.passkeys;

import hotleads.auth.knownbrowsers.BrowserSecret;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Who a challenge was handed to; from anybody else its answer counts for nothing.
 *
 * @param holder the browser before signing in, the session afterwards
 */
public record Binding(Purpose purpose, byte[] holder) {
    public static Binding ofBrowser(BrowserSecret browser) {
        return new Binding(Purpose.SIGN_IN, browser.hash());
    }

    public static Binding ofSession(Purpose purpose, UUID sid) {
        return new Binding(purpose, sid.toString().getBytes(StandardCharsets.US_ASCII));
    }
}
