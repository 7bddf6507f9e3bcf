package hotleads.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.contracts.Delivery;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Zoho's notifications, known by their channel's token alone. */
class ZohoHookTest {
    private static final Program PROGRAM = new Program("hotleads.reports.every=1h");
    private static final CoreStandIn CORE = PROGRAM.core();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String CHANNEL = "7250001";

    @AfterAll
    static void stop() {
        PROGRAM.close();
    }

    @BeforeEach
    void aCoreThatStores() {
        CORE.forget();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"7250001\"", "7250001"})
    void isTakenWithItsChannelAsTextOrNumber(String channel) throws Exception {
        String body = body(channel, '"' + token(Program.ZOHO_SECRET) + '"');

        assertThat(send(body)).isEqualTo(200);

        Delivery delivery = CORE.batch().getFirst();
        assertThat(delivery.provider()).isEqualTo("zoho");
        assertThat(delivery.action()).isEqualTo("update");
        assertThat(delivery.recordId()).isNull();
        assertThat(new String(Base64.getDecoder().decode(delivery.body()), StandardCharsets.UTF_8))
                .isEqualTo(body);
    }

    @Test
    void isRefusedWithAnotherTokenOrNone() throws Exception {
        assertThat(send(body("\"7250001\"", '"' + token("a guess") + '"'))).isEqualTo(401);
        assertThat(send(body("\"7250002\"", '"' + token(Program.ZOHO_SECRET) + '"')))
                .isEqualTo(401);
        assertThat(send(body("\"7250001\"", "null"))).isEqualTo(401);
        assertThat(send(body("null", '"' + token(Program.ZOHO_SECRET) + '"'))).isEqualTo(401);
        assertThat(CORE.batchesWaiting()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"channel_id\":", "not json", "{\"channel_id\":{},\"token\":[]}"})
    void isRefusedWhenItIsNoNotification(String body) throws Exception {
        assertThat(send(body)).isEqualTo(401);
    }

    @Test
    void isRefusedWhenItIsTooLong() throws Exception {
        assertThat(send(body("7250001", '"' + "x".repeat(9_000) + '"'))).isEqualTo(413);
    }

    private static String body(String channel, String token) {
        return "{\"server_time\":1795266000000,\"module\":\"Leads\",\"ids\":[\"6493490000001504003\"],"
                + "\"operation\":\"update\",\"channel_id\":" + channel + ",\"token\":" + token + "}";
    }

    private static String token(String secret) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(mac.doFinal(CHANNEL.getBytes(StandardCharsets.UTF_8)));
    }

    private static int send(String body) throws Exception {
        HttpResponse<Void> answer = CLIENT.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + PROGRAM.port() + "/webhooks/zoho"))
                        .header("Authorization", "Bearer " + Program.AUTH.serviceToken("webhooks", "hook.relay"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        return answer.statusCode();
    }
}
