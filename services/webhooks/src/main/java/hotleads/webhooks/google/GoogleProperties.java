package hotleads.webhooks.google;

import hotleads.platform.settings.Secret;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param secret what the tokens of our channels are made with; blank when Google does not push to us */
@ConfigurationProperties("webhooks.google")
record GoogleProperties(Secret secret) {}
