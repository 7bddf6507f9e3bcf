package hotleads.webhooks.zoom;

import hotleads.platform.settings.Secret;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What Zoom signs with.
 *
 * @param secret blank where Zoom's hooks are not used: then none is taken
 * @param window how far the time of signing may lie from ours; a recorded hook is of no use afterwards
 */
@ConfigurationProperties("webhooks.zoom")
record ZoomProperties(Secret secret, @DefaultValue("5m") Duration window) {}
