package hotleads.webhooks.reports;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where acts are reported to, and how long core may take for them. */
@ConfigurationProperties("webhooks.reports")
record ReportProperties(URI coreUrl, @DefaultValue("5s") Duration answerWithin) {}
