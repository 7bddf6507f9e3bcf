package hotleads.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.contracts.Delivery;
import hotleads.platform.report.SendReports;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ZoomHookTest {
    private static final Program PROGRAM = new Program("hotleads.reports.every=1h");
    private static final CoreStandIn CORE = PROGRAM.core();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BODY = """
            {"event":"meeting.ended","event_ts":1795552921000,"payload":{"account_id":"AAAA","object":{"id":"93398114182",\
            "uuid":"4444AAAiAAAAAiAiAiiAii==","topic":"S\\u00e9ance"}}}""";

    @AfterAll
    static void stop() {
        PROGRAM.close();
    }

    @BeforeEach
    void aCoreThatStores() {
        CORE.forget();
    }

    @Test
    void isAcknowledgedOnceCoreHasStoredItByteForByte() throws Exception {
        HttpResponse<String> answer = send(BODY, now(), Program.ZOOM_SECRET);

        Delivery delivery = CORE.batch().getFirst();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(delivery.provider()).isEqualTo("zoom");
        assertThat(delivery.action()).isEqualTo("meeting.ended");
        assertThat(delivery.recordId()).isNull();
        assertThat(new String(Base64.getDecoder().decode(delivery.body()), StandardCharsets.UTF_8))
                .isEqualTo(BODY);
    }

    @Test
    void isRefusedUnderAStrangersSecret() throws Exception {
        assertThat(send(BODY, now(), "a guess").statusCode()).isEqualTo(401);
        assertThat(CORE.batchesWaiting()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, -86_400, 301})
    void isRefusedWhenItWasSignedAtAnotherTime(long seconds) throws Exception {
        assertThat(send(BODY, now() + seconds, Program.ZOOM_SECRET).statusCode())
                .isEqualTo(401);
    }

    @Test
    void isTakenWithinTheWindow() throws Exception {
        assertThat(send(BODY, now() - 240, Program.ZOOM_SECRET).statusCode()).isEqualTo(200);
    }

    @Test
    void isRefusedUnsignedOrWithAnotherTimeThanTheSignedOne() throws Exception {
        assertThat(CLIENT.send(unsigned(BODY).build(), HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(401);
        HttpRequest.Builder moved = unsigned(BODY)
                .header("x-zm-request-timestamp", String.valueOf(now()))
                .header("x-zm-signature", signature(BODY, now() - 60, Program.ZOOM_SECRET));
        assertThat(CLIENT.send(moved.build(), HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void isRefusedWhenTooLarge() throws Exception {
        assertThat(send("x".repeat(9_000), now(), Program.ZOOM_SECRET).statusCode())
                .isEqualTo(413);
    }

    @Test
    void isAskedForAgainWhenCoreDoesNotStoreIt() throws Exception {
        CORE.usually(CoreStandIn.answersWith(500));

        assertThat(send(BODY, now(), Program.ZOOM_SECRET).statusCode()).isEqualTo(503);
    }

    @Test
    void aChallengeIsAnsweredWithItsProof() throws Exception {
        HttpResponse<String> answer = send(challenge("qgg8vlvZRS6UYooatFL8Aw"), now(), Program.ZOOM_SECRET);

        JsonNode proof = JSON.readTree(answer.body());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(proof.path("plainToken").asString()).isEqualTo("qgg8vlvZRS6UYooatFL8Aw");
        assertThat(proof.path("encryptedToken").asString())
                .isEqualTo(hex("qgg8vlvZRS6UYooatFL8Aw", Program.ZOOM_SECRET));
        assertThat(CORE.batchesWaiting()).isZero();
    }

    @Test
    void nobodyElseGetsAnythingSigned() throws Exception {
        assertThat(send(challenge("qgg8vlvZRS6UYooatFL8Aw"), now(), "a guess").statusCode())
                .isEqualTo(401);
    }

    @Test
    void whatIsNoTokenIsNotSigned() throws Exception {
        HttpResponse<String> answer = send(challenge("v0:1:" + "x".repeat(200)), now(), Program.ZOOM_SECRET);

        assertThat(answer.body()).isEmpty();
    }

    @Test
    void refusalsAreCounted() throws Exception {
        send(BODY, now(), "a guess");
        PROGRAM.part(SendReports.class).sendEverything();

        assertThat(CORE.acts())
                .anyMatch(
                        act -> act.act().equals("hook.refused") && act.subject().equals("zoom"));
    }

    private static String challenge(String token) {
        return "{\"event\":\"endpoint.url_validation\",\"payload\":{\"plainToken\":\"" + token + "\"},\"event_ts\":1}";
    }

    private static long now() {
        return Clock.systemUTC().instant().getEpochSecond();
    }

    private static HttpResponse<String> send(String body, long time, String secret) throws Exception {
        return CLIENT.send(
                unsigned(body)
                        .header("x-zm-request-timestamp", String.valueOf(time))
                        .header("x-zm-signature", signature(body, time, secret))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder unsigned(String body) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + PROGRAM.port() + "/webhooks/zoom"))
                .header("Authorization", "Bearer " + Program.AUTH.serviceToken("webhooks", "hook.relay"))
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private static String signature(String body, long time, String secret) {
        return "v0=" + hex("v0:" + time + ":" + body, secret);
    }

    private static String hex(String message, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
