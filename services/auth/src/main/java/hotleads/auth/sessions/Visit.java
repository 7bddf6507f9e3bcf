package hotleads.auth.sessions;

import hotleads.auth.knownbrowsers.BrowserSecret;
import hotleads.auth.trail.ClientAddress;
import org.jspecify.annotations.Nullable;

/** What the gateway says of the browser behind a request; a controller takes it as a parameter. */
public record Visit(
        @Nullable SessionSecret secret, @Nullable BrowserSecret browser, ClientAddress address, Device device) {}
