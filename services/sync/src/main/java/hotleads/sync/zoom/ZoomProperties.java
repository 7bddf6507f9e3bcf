package hotleads.sync.zoom;

import hotleads.platform.settings.Secret;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where Zoom is, the credentials to begin with, and the bounds of reading there.
 *
 * @param accountId empty when Zoom is connected on the page, or not at all
 * @param baseUrl replaces origin and prefix; Zoom's own path {@code /v2} stays
 * @param total how long one order of core may take
 */
@ConfigurationProperties("sync.zoom")
record ZoomProperties(
        @Nullable String accountId,
        @Nullable String clientId,
        @Nullable Secret clientSecret,
        URI baseUrl,
        URI tokenUrl,
        @DefaultValue("3s") Duration connect,
        @DefaultValue("20s") Duration silence,
        @DefaultValue("50s") Duration total,
        @DefaultValue("1MB") DataSize mostBytes) {}
