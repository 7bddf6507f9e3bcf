package hotleads.gateway.upstream;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the programs behind the edge are.
 *
 * @param sync never called for a visitor, only asked whether it is ready; absent when it runs out of reach
 */
@ConfigurationProperties("gateway.upstreams")
record UpstreamProperties(
        URI auth, URI core, URI webhooks, @Nullable URI sync) {
    @Nullable
    URI of(Upstream upstream) {
        return switch (upstream) {
            case AUTH -> auth;
            case CORE -> core;
            case WEBHOOKS -> webhooks;
            case SYNC -> sync;
        };
    }
}
