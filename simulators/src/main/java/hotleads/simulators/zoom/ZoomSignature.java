package hotleads.simulators.zoom;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** {@code v0=} and the hex of HMAC-SHA256 over version, time and raw body. */
final class ZoomSignature {

    private static final String ALGORITHM = "HmacSHA256";

    private ZoomSignature() {}

    static String of(String secret, long timestamp, String body) {
        return "v0=" + hex(secret, "v0:" + timestamp + ":" + body);
    }

    static String hex(String secret, String message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has HmacSHA256", impossible);
        }
    }
}
