package hotleads.webhooks.google;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether a push comes through a channel of ours: its token is the HMAC of its id, so nothing has to be remembered. */
@Component
class ChannelToken {
    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern CHANNEL = Pattern.compile("hl-([0-9]{1,18})-[0-9a-f]{32}");

    private final Mac mac;

    ChannelToken(GoogleProperties properties) {
        // Without a secret a random one stands in: every token is wrong then, and costs the same.
        this.mac = macWith(
                properties.secret().isBlank()
                        ? new SecureRandom().generateSeed(32)
                        : properties.secret().revealBytes());
    }

    /** The calendar the channel is about, when the token is right. */
    Optional<String> calendarOf(@Nullable String channel, @Nullable String token) {
        String id = channel == null ? "" : channel;
        byte[] right = HexFormat.of()
                .formatHex(copy().doFinal(id.getBytes(StandardCharsets.UTF_8)))
                .getBytes(StandardCharsets.US_ASCII);
        byte[] offered = (token == null ? "" : token).getBytes(StandardCharsets.UTF_8);
        Matcher ours = CHANNEL.matcher(id);
        // Both are always looked at, so that the time tells nothing of what was wrong.
        return MessageDigest.isEqual(right, offered) & ours.matches() ? Optional.of(ours.group(1)) : Optional.empty();
    }

    private Mac copy() {
        try {
            return (Mac) mac.clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException(ALGORITHM + " of this Java cannot be copied", impossible);
        }
    }

    private static Mac macWith(byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("This Java has no " + ALGORITHM, impossible);
        }
    }
}
