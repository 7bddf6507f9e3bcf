package hotleads.auth.passkeys;

import java.net.URI;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Who passkeys are for: the one address people open. A passkey made for any other is worth nothing here. */
@Component
class RelyingParty {
    private static final int HTTPS = 443;

    private final String host;
    private final String origin;

    RelyingParty(@Value("${HOTLEADS_PUBLIC_URL}") URI url) {
        this.host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
        boolean plain = url.getPort() < 0 || url.getPort() == HTTPS;
        this.origin = "https://" + host + (plain ? "" : ":" + url.getPort());
    }

    String id() {
        return host;
    }

    String origin() {
        return origin;
    }
}
