package hotleads.webhooks.acuity;

import hotleads.platform.settings.Secret;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The keys Acuity signs with. Its API key is its hook secret too, so nothing else of the account may be known here.
 *
 * @param apiKeyPrevious blank when there is none; kept a while after a change, because Acuity never repeats a delivery
 *     that got a 401
 */
@ConfigurationProperties("webhooks.acuity")
record AcuityProperties(Secret apiKey, Secret apiKeyPrevious) {}
