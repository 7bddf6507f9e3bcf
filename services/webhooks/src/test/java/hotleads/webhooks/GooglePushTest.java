package hotleads.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.contracts.Delivery;
import hotleads.platform.report.SendReports;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GooglePushTest {
    private static final String SECRET = "some-google-secret";
    private static final String CHANNEL = "hl-4038201-00112233445566778899aabbccddeeff";
    private static final Program PROGRAM =
            new Program("HOTLEADS_GOOGLE_WEBHOOK_SECRET=" + SECRET, "hotleads.reports.every=1h");
    private static final CoreStandIn CORE = PROGRAM.core();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @AfterAll
    static void stop() {
        PROGRAM.close();
    }

    @BeforeEach
    void aCoreThatStores() {
        CORE.forget();
    }

    @Test
    void aPushThroughAChannelOfOursReachesCoreAsAHintAboutItsCalendar() throws Exception {
        HttpResponse<String> answer = push(CHANNEL, token(SECRET, CHANNEL), "exists");

        assertThat(answer.statusCode()).isEqualTo(200);
        Delivery delivery = CORE.batch().getFirst();
        assertThat(delivery.provider()).isEqualTo("google");
        assertThat(delivery.recordId()).isEqualTo("4038201");
        assertThat(delivery.body()).isEmpty();
    }

    @Test
    void theFirstMessageOfAChannelIsNothingToStore() throws Exception {
        assertThat(push(CHANNEL, token(SECRET, CHANNEL), "sync").statusCode()).isEqualTo(200);

        assertThat(CORE.batchesWaiting()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "hl-4038201-00112233445566778899aabbccddeeff, nobody-gave-this",
                "hl-4038201-00112233445566778899aabbccddeeff, -",
                "-, -",
                "hl-9999999-00112233445566778899aabbccddeeff, of-another"
            })
    void aStrangersPushIsRefusedCountedAndNotStored(@Nullable String channel, @Nullable String token) throws Exception {
        String offered = "of-another".equals(token) ? token(SECRET, CHANNEL) : token;

        HttpResponse<String> answer = push(channel, offered, "exists");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("wrong-token").doesNotContain("4038201");
        assertThat(CORE.batchesWaiting()).isZero();
        PROGRAM.part(SendReports.class).sendEverything();
        assertThat(CORE.acts())
                .anyMatch(
                        act -> act.act().equals("hook.refused") && act.subject().equals("google"));
    }

    @Test
    void aChannelThatIsNotNamedAsOursIsRefusedWhateverItsToken() throws Exception {
        assertThat(push("somebody-elses", token(SECRET, "somebody-elses"), "exists")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void isAskedForAgainWhenCoreDoesNotStoreIt() throws Exception {
        CORE.usually(CoreStandIn.answersWith(503));

        assertThat(push(CHANNEL, token(SECRET, CHANNEL), "exists").statusCode()).isEqualTo(503);
    }

    private static HttpResponse<String> push(@Nullable String channel, @Nullable String token, String state)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + PROGRAM.port() + "/webhooks/google"))
                .header("Authorization", "Bearer " + Program.AUTH.serviceToken("webhooks", "hook.relay"))
                .header("X-Goog-Resource-State", state)
                .POST(HttpRequest.BodyPublishers.noBody());
        if (channel != null) {
            request.header("X-Goog-Channel-ID", channel);
        }
        if (token != null) {
            request.header("X-Goog-Channel-Token", token);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String token(String secret, String channel) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(channel.getBytes(StandardCharsets.US_ASCII)));
    }
}
