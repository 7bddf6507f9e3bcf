package hotleads.webhooks.zoom;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether a hook was signed with the account's secret, and lately (sheet §6). */
@Component
class ZoomSignature {
    static final String HEADER = "x-zm-signature";
    static final String TIME_HEADER = "x-zm-request-timestamp";

    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

    private final Mac key;
    private final Duration window;
    private final Clock clock;

    ZoomSignature(ZoomProperties properties, Clock clock) {
        // Without a secret a random one stands in: every hook is refused, and takes as long.
        this.key = macWith(
                properties.secret().isBlank()
                        ? new SecureRandom().generateSeed(32)
                        : properties.secret().revealBytes());
        this.window = properties.window();
        this.clock = clock;
    }

    boolean isValid(byte[] body, @Nullable String timestamp, @Nullable String signature) {
        String time = timestamp == null ? "" : timestamp;
        String offered = signature == null ? "" : signature;
        // The signature is worked out for old ones too, so that the time taken tells nothing.
        String expected = "v0=" + hex(("v0:" + time + ":").getBytes(StandardCharsets.UTF_8), body);
        boolean fits = MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), offered.getBytes(StandardCharsets.UTF_8));
        return fits & isRecent(time);
    }

    /** The answer to Zoom's challenge; only ever for a token that came well signed, or we would sign for anybody. */
    String of(String plainToken) {
        return hex(plainToken.getBytes(StandardCharsets.UTF_8), new byte[0]);
    }

    private boolean isRecent(String time) {
        return SECONDS.matcher(time).matches()
                && Duration.between(Instant.ofEpochSecond(Long.parseLong(time)), clock.instant())
                                .abs()
                                .compareTo(window)
                        <= 0;
    }

    private String hex(byte[] first, byte[] rest) {
        try {
            Mac mac = (Mac) key.clone();
            mac.update(first);
            return HexFormat.of().formatHex(mac.doFinal(rest));
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
