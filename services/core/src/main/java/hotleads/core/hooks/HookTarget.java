package hotleads.core.hooks;

import java.net.URI;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where Acuity is to deliver, when hooks are ours to make. */
@Component
class HookTarget {
    private static final int HTTPS = 443;

    private final HookMaking making;
    private final String publicUrl;

    HookTarget(
            @Value("${HOTLEADS_ACUITY_HOOKS:made-here}") HookMaking making,
            @Value("${HOTLEADS_PUBLIC_URL:}") String publicUrl) {
        this.making = making;
        this.publicUrl = publicUrl;
    }

    /** Who makes the hooks at Acuity. */
    enum HookMaking {
        MADE_HERE,
        BY_HAND
    }

    /**
     * Empty when a person makes them, or when Acuity would not take our address: it delivers to port 443 or 80 only.
     */
    Optional<URI> ours() {
        if (making == HookMaking.BY_HAND || publicUrl.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(URI.create(publicUrl.strip()))
                .filter(HookTarget::isTaken)
                .map(url -> url.resolve("/webhooks/acuity"));
    }

    private static boolean isTaken(URI url) {
        return "https".equals(url.getScheme()) && (url.getPort() == HTTPS || url.getPort() == -1);
    }
}
