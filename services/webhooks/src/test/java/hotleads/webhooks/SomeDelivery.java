package hotleads.webhooks;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Deliveries as Acuity signs them and the gateway passes them on. */
public final class SomeDelivery {
    public static final String BODY = "action=appointment.canceled&id=399682887&calendarID=4038206&new=a%2Cb+c";

    private SomeDelivery() {}

    /** A well-signed one. */
    public static HttpRequest.Builder to(int port) {
        return signed(port, BODY, Program.KEY);
    }

    public static HttpRequest.Builder signed(int port, String body, String key) {
        return unsigned(port, body).header("X-Acuity-Signature", signature(body, key));
    }

    public static HttpRequest.Builder unsigned(int port, String body) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/webhooks/acuity"))
                .header("Authorization", "Bearer " + Program.AUTH.serviceToken("webhooks", "hook.relay"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Client-Address", "203.0.113.7")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    public static String signature(String body, String key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
