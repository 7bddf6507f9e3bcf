package hotleads.app.bench;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Deliveries as Acuity makes them, signed with the account's key.
 *
 * @param host the name and port people open, which the gateway insists on
 */
record SignedHooks(String host, String key) {
    private static final String ALGORITHM = "HmacSHA256";

    /** A whole request, to be written as it is. */
    byte[] request(long appointment) {
        String body = "action=changed&id=" + appointment + "&calendarID=4038206&appointmentTypeID=14792299";
        String request = "POST /webhooks/acuity HTTP/1.1\r\nHost: " + host
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length()
                + "\r\nX-Acuity-Signature: " + signature(body) + "\r\n\r\n" + body;
        return request.getBytes(StandardCharsets.US_ASCII);
    }

    String signature(String body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
