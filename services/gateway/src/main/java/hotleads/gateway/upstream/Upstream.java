package hotleads.gateway.upstream;

import java.util.Locale;

/** A program behind the edge. */
public enum Upstream {
    AUTH,
    CORE,
    WEBHOOKS,
    SYNC;

    /** Its name, as audience of tokens and in problem codes. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
