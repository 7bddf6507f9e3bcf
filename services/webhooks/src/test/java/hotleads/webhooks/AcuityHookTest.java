package hotleads.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.contracts.Delivery;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcuityHookTest {
    private static final Program PROGRAM =
            new Program("webhooks.delivery.patience=2s", "webhooks.delivery.answer-within=1s");
    private static final CoreStandIn CORE = PROGRAM.core();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final int port = PROGRAM.port();

    @AfterAll
    static void stop() {
        PROGRAM.close();
    }

    @BeforeEach
    void aCoreThatStores() {
        CORE.forget();
    }

    @Test
    void isAcknowledgedOnceCoreHasStoredIt() throws Exception {
        HttpResponse<String> answer =
                send(SomeDelivery.to(port).header("X-Request-Id", "0190e8a2-7a3c-4c00-8000-000000000001"));

        Delivery delivery = CORE.batch().getFirst();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(delivery.provider()).isEqualTo("acuity");
        assertThat(delivery.action()).isEqualTo("appointment.canceled");
        assertThat(delivery.recordId()).isEqualTo("399682887");
        assertThat(delivery.requestId()).isEqualTo("0190e8a2-7a3c-4c00-8000-000000000001");
        assertThat(delivery.id().version()).isEqualTo(7);
    }

    @Test
    void reachesCoreByteForByte() throws Exception {
        String odd = "b=%2c&a=1+2%202&action=x&&id=%7E~&e=\u00e9";

        send(SomeDelivery.signed(port, odd, Program.KEY));

        assertThat(Base64.getDecoder().decode(CORE.batch().getFirst().body()))
                .isEqualTo(odd.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void isTakenUnderThePreviousKey() throws Exception {
        HttpResponse<String> answer = send(SomeDelivery.signed(port, SomeDelivery.BODY, Program.PREVIOUS_KEY));

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void isRefusedWithoutASignature() throws Exception {
        HttpResponse<String> answer = send(SomeDelivery.unsigned(port, SomeDelivery.BODY));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("\"code\":\"wrong-signature\"").doesNotContain("399682887");
        assertThat(CORE.batchesWaiting()).isZero();
    }

    @Test
    void isRefusedUnderAStrangersKey() throws Exception {
        HttpResponse<String> answer = send(SomeDelivery.signed(port, SomeDelivery.BODY, "a guess"));

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void mayHaveEightKibibytesAndNotOneByteMore() throws Exception {
        String most = SomeDelivery.BODY + "&x=" + "x".repeat(8 * 1024 - SomeDelivery.BODY.length() - 3);

        assertThat(send(SomeDelivery.signed(port, most, Program.KEY)).statusCode())
                .isEqualTo(200);
        assertThat(send(SomeDelivery.signed(port, most + "x", Program.KEY)).statusCode())
                .isEqualTo(413);
    }

    @Test
    void isMeasuredEvenWhenItDoesNotSayItsLength() throws Exception {
        byte[] tooMany = "x".repeat(9_000).getBytes(StandardCharsets.UTF_8);
        HttpRequest.Builder chunked =
                SomeDelivery.unsigned(port, "").POST(HttpRequest.BodyPublishers.ofByteArrays(List.of(tooMany)));

        assertThat(send(chunked).statusCode()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 302, 401, 403, 404, 429, 500, 502, 503})
    void isAskedForAgainWhenCoreDoesNotSayThatItStoredIt(int status) throws Exception {
        CORE.usually(CoreStandIn.answersWith(status));

        assertNotStored(send(SomeDelivery.to(port)));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 413, 422})
    void isAskedForAgainWhenCoreCannotTakeIt(int status) throws Exception {
        CORE.usually(CoreStandIn.answersWith(status));

        assertNotStored(send(SomeDelivery.to(port)));
    }

    @Test
    void isHandedOverAgainUnderTheSameIdWhenCoresAnswerWasLost() throws Exception {
        CORE.next(CoreStandIn.LOSES_THE_ANSWER);

        HttpResponse<String> answer = send(SomeDelivery.to(port));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(CORE.batch()).isEqualTo(CORE.batch());
    }

    @Test
    void isAskedForAgainWhenCoresAnswerIsLostTwice() throws Exception {
        CORE.usually(CoreStandIn.LOSES_THE_ANSWER);

        assertNotStored(send(SomeDelivery.to(port)));

        assertThat(CORE.batchesWaiting()).isEqualTo(2);
    }

    @Test
    void isAskedForAgainWhenCoreIsTooSlow() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        CORE.next((exchange, size) -> {
            release.await();
            exchange.close();
        });

        HttpResponse<String> answer = send(SomeDelivery.to(port));
        release.countDown();

        assertNotStored(answer);
    }

    @Test
    void isNotHeldUpByANeighbourThatCoreCannotTake() throws Exception {
        String poison = "action=poison&id=1";
        CORE.poison("poison");

        List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, 30)
                .mapToObj(number -> sendLater(
                        number == 15 ? SomeDelivery.signed(port, poison, Program.KEY) : SomeDelivery.to(port)))
                .toList();

        assertThat(answers.stream().map(CompletableFuture::join).map(HttpResponse::statusCode))
                .containsOnlyOnce(503)
                .filteredOn(status -> status == 200)
                .hasSize(29);
    }

    private static void assertNotStored(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"not-stored\"");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static CompletableFuture<HttpResponse<String>> sendLater(HttpRequest.Builder request) {
        return CLIENT.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
