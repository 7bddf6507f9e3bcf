package hotleads.core.calendars;

import hotleads.contracts.GoogleChannel;
import hotleads.contracts.GoogleChannelStop;
import hotleads.contracts.GoogleWatch;
import hotleads.contracts.ProviderAnswer;
import hotleads.core.acts.Acts;
import hotleads.core.time.PracticeClock;
import hotleads.platform.settings.Secret;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps one channel a calendar open, through which Google says that something changed. A new one is made before the old
 * ends, and only then is the old one stopped (sheet §5).
 */
@Component
class KeepChannels {
    private static final String JOB = "keep-channels";
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration RENEWED_BEFORE = Duration.ofDays(1);
    private static final int RANDOM_BYTES = 16;

    private final GoogleCalls google;
    private final Acts acts;
    private final JdbcClient jdbc;
    private final PracticeClock clock;
    private final Secret secret;
    private final String publicUrl;
    private final boolean wanted;
    private final SecureRandom random = new SecureRandom();

    KeepChannels(
            GoogleCalls google,
            Acts acts,
            JdbcClient jdbc,
            PracticeClock clock,
            @Value("${HOTLEADS_GOOGLE_WEBHOOK_SECRET:}") Secret secret,
            @Value("${HOTLEADS_PUBLIC_URL:}") String publicUrl,
            @Value("${HOTLEADS_GOOGLE_PUSH:auto}") String push) {
        this.google = google;
        this.acts = acts;
        this.jdbc = jdbc;
        this.clock = clock;
        this.secret = secret;
        this.publicUrl = publicUrl;
        this.wanted = !secret.isBlank() && (push.equals("on") || push.equals("auto") && isReachable(publicUrl));
    }

    void keep(long calendar) {
        if (!wanted) {
            return;
        }
        Instant now = clock.instant();
        if (liveUntil(calendar).isBefore(now.plus(RENEWED_BEFORE))) {
            open(calendar);
        }
        if (liveUntil(calendar).isAfter(now.plus(RENEWED_BEFORE))) {
            stopOld(calendar);
        }
    }

    private void open(long calendar) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        // It names the calendar, so that a push tells which one without anybody having to look it up.
        String channel = "hl-" + calendar + "-" + HexFormat.of().formatHex(bytes);
        acts.beforehand(JOB, "channel.opening", "calendar", Long.toString(calendar));
        ProviderAnswer<GoogleChannel> opened = google.watch(
                calendar,
                new GoogleWatch(channel, URI.create(publicUrl + "/webhooks/google"), token(channel), WEEK.toSeconds()));
        GoogleChannel made = opened.content();
        if (made != null) {
            jdbc.sql("INSERT INTO google_channel (id, calendar_id, resource, expires_at) VALUES (?, ?, ?, ?)")
                    .params(made.channel(), calendar, made.resource(), Timestamp.from(made.expiresAt()))
                    .update();
        }
    }

    /** All but the one that lives longest. What Google no longer knows needs no stopping. */
    private void stopOld(long calendar) {
        List<GoogleChannelStop> old = jdbc.sql("""
                        SELECT id, resource FROM google_channel WHERE calendar_id = ? AND expires_at <
                          (SELECT max(expires_at) FROM google_channel WHERE calendar_id = ?)
                        """)
                .params(calendar, calendar)
                .query((row, number) -> new GoogleChannelStop(row.getString("id"), row.getString("resource")))
                .list();
        for (GoogleChannelStop one : old) {
            if (google.stop(calendar, one).content() != null) {
                jdbc.sql("DELETE FROM google_channel WHERE id = ?")
                        .param(one.channel())
                        .update();
            }
        }
    }

    private Instant liveUntil(long calendar) {
        return jdbc.sql("SELECT coalesce(max(expires_at), 'epoch') FROM google_channel WHERE calendar_id = ?")
                .param(calendar)
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .single();
    }

    /** Whoever holds the secret checks it without asking anybody. */
    private String token(String channel) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.revealBytes(), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(channel.getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("This Java has no HmacSHA256", impossible);
        }
    }

    /** Google delivers to public names over https only; a name of this machine or of the house is none. */
    private static boolean isReachable(String address) {
        if (address.isBlank()) {
            return false;
        }
        URI uri = URI.create(address);
        return "https".equals(uri.getScheme())
                && uri.getHost() != null
                && uri.getHost().contains(".")
                && !uri.getHost().matches("[0-9.]+")
                && (uri.getPort() == -1 || uri.getPort() == 443);
    }
}
