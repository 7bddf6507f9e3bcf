package hotleads.simulators.acuity.hooks;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Sends one webhook and tells how it was answered. */
@FunctionalInterface
public interface HookPost {

    /** A null signature sends none. */
    HookAnswer post(URI target, String body, @Nullable String signature) throws InterruptedException;
}
