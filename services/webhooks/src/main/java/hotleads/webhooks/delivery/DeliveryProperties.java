package hotleads.webhooks.delivery;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The bounds of handing over.
 *
 * @param coreUrl where core's inbox is
 * @param patience how long a provider is kept waiting before it is asked to come again
 * @param answerWithin how long core may take for one batch
 * @param waiting how many deliveries may wait; further ones are turned away at once, so that memory stays bounded
 */
@ConfigurationProperties("webhooks.delivery")
record DeliveryProperties(
        URI coreUrl,
        @DefaultValue("8s") Duration patience,
        @DefaultValue("5s") Duration answerWithin,
        @DefaultValue("2048") int waiting) {}
