package hotleads.app.system;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Acuity's deliveries about one appointment, written anew here: the product's own code must not vouch for itself. */
record SignedHook(String body, String key) {
    private static final String DEMO_KEY = "demo-acuity-key";
    private static final Duration LONGEST = Duration.ofSeconds(20);

    static SignedHook changed(long appointment) {
        return new SignedHook(
                "action=changed&id=" + appointment + "&calendarID=1&appointmentTypeID=1&planted=" + marker(appointment),
                DEMO_KEY);
    }

    /** Stands in the body, and nowhere else. */
    static String marker(long appointment) {
        return "hook-body-" + appointment;
    }

    /** The same delivery from someone who does not know the key. */
    SignedHook forged() {
        return new SignedHook(body, "a-strangers-key");
    }

    HttpRequest to(URI gateway) {
        return HttpRequest.newBuilder(gateway.resolve("/webhooks/acuity"))
                .timeout(LONGEST)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Acuity-Signature", signature())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private String signature() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
