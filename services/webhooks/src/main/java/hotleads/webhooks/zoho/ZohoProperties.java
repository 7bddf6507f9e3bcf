package hotleads.webhooks.zoho;

import hotleads.platform.settings.Secret;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the tokens of our channels are made with.
 *
 * @param secret blank where Zoho's notifications are not used: then none is taken
 */
@ConfigurationProperties("webhooks.zoho")
record ZohoProperties(Secret secret) {}
