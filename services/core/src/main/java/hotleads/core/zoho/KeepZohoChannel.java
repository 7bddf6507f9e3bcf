package hotleads.core.zoho;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ProviderOutcome;
import hotleads.contracts.ZohoChannelOrder;
import hotleads.core.acts.Acts;
import hotleads.core.time.PracticeClock;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Has Zoho tell us at once that something changed, where we have an address and a secret for it; a channel lives a week
 * at most. Without it, or without the right to it, the schedule goes on as ever.
 */
@Component
class KeepZohoChannel {
    private static final Logger log = LoggerFactory.getLogger(KeepZohoChannel.class);
    private static final String JOB = "keep-zoho-channel";
    private static final long CHANNEL = 7_250_001;
    private static final Duration LIVES = Duration.ofDays(6);
    private static final List<String> EVENTS = List.of("Leads.all", "Contacts.all", "Tasks.all");

    private final ZohoCalls calls;
    private final Acts acts;
    private final PracticeClock clock;
    private final TransactionTemplate transaction;
    private final String publicUrl;
    private final String secret;

    KeepZohoChannel(
            ZohoCalls calls,
            Acts acts,
            PracticeClock clock,
            TransactionTemplate transaction,
            @Value("${HOTLEADS_PUBLIC_URL:}") String publicUrl,
            @Value("${HOTLEADS_ZOHO_WEBHOOK_SECRET:}") String secret) {
        this.calls = calls;
        this.acts = acts;
        this.clock = clock;
        this.transaction = transaction;
        this.publicUrl = publicUrl;
        this.secret = secret;
    }

    /** In the database's schedule, so that of several cores one keeps it. */
    @Configuration(proxyBeanMethods = false)
    static class Schedule {
        @Bean
        RecurringTask<Void> keepTheZohoChannel(KeepZohoChannel keep) {
            return Tasks.recurring(JOB, FixedDelay.of(Duration.ofHours(6))).execute((instance, context) -> keep.run());
        }
    }

    void run() {
        target().filter(address -> !secret.isBlank()).ifPresent(this::keep);
    }

    private Optional<URI> target() {
        return publicUrl.isBlank()
                ? Optional.empty()
                : Optional.of(URI.create(publicUrl.strip()))
                        .filter(url -> "https".equals(url.getScheme()))
                        .map(url -> url.resolve("/webhooks/zoho"));
    }

    private void keep(URI address) {
        String channel = Long.toString(CHANNEL);
        acts.beforehand(JOB, "channel.asking", "channel", channel);
        ProviderAnswer<Boolean> answer = calls.channel(new ZohoChannelOrder(
                CHANNEL, address, token(channel), EVENTS, clock.instant().plus(LIVES)));
        boolean made = answer.outcome() == ProviderOutcome.OK;
        transaction.executeWithoutResult(
                status -> acts.byJob(JOB, made ? "channel.kept" : "channel.not-kept", "channel", channel));
        if (!made) {
            log.info("Zoho keeps no channel for us: {} {}", answer.outcome(), answer.cause());
        }
    }

    /** Whoever has the secret can tell our channels without asking anybody; 43 characters, of the 50 Zoho takes. */
    private String token(String channel) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(channel.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("This Java has no HMAC", impossible);
        }
    }
}
