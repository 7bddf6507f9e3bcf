package hotleads.webhooks.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.webhooks.CoreStandIn;
import hotleads.webhooks.Program;
import hotleads.webhooks.SomeDelivery;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The bounds, with a core that is stuck. */
class HandOverTest {
    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void turnsFurtherDeliveriesAwayAtOnceWhenItsRoomIsFull() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        try (Program program = new Program("webhooks.delivery.waiting=1", "webhooks.delivery.patience=1h")) {
            program.core().usually((exchange, size) -> {
                release.await();
                CoreStandIn.STORES.answer(exchange, size);
            });
            List<CompletableFuture<HttpResponse<Void>>> answers =
                    Stream.generate(() -> send(program)).limit(10).toList();

            // One is with core and one waits; all others hear no while those are still on their way.
            CompletableFuture.anyOf(answers.toArray(CompletableFuture[]::new)).join();
            release.countDown();

            assertThat(answers.stream().map(CompletableFuture::join).map(HttpResponse::statusCode))
                    .contains(200, 503)
                    .containsOnly(200, 503);
        }
    }

    @Test
    void takesAllThatCameWhileCoreWasBusyInOneBatch() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        try (Program program = new Program("webhooks.delivery.patience=1h", "webhooks.delivery.answer-within=1h")) {
            CoreStandIn.Behaviour busy = (exchange, size) -> {
                release.await();
                CoreStandIn.STORES.answer(exchange, size);
            };
            program.core().next(busy);
            CompletableFuture<HttpResponse<Void>> first = send(program);
            assertThat(program.core().batch()).hasSize(1);
            List<CompletableFuture<HttpResponse<Void>>> others =
                    Stream.generate(() -> send(program)).limit(20).toList();
            while (program.part(HandOver.class).waiting() < 20) {
                Thread.onSpinWait();
            }

            release.countDown();

            assertThat(Stream.concat(Stream.of(first), others.stream()).map(CompletableFuture::join))
                    .allMatch(answer -> answer.statusCode() == 200);
            assertThat(program.core().batch()).hasSize(20);
        }
    }

    /** Few at a time, so that again and again the last one is sent just as the next one comes. */
    @Test
    void leavesNobodyWaitingBetweenOneSenderAndTheNext() throws Exception {
        try (Program program = new Program("webhooks.delivery.patience=1h")) {
            for (int round = 0; round < 300; round++) {
                List<CompletableFuture<HttpResponse<Void>>> answers = Stream.generate(() -> send(program))
                        .limit(1 + round % 4)
                        .toList();

                assertThat(answers.stream().map(CompletableFuture::join).map(HttpResponse::statusCode))
                        .containsOnly(200);
            }
        }
    }

    private CompletableFuture<HttpResponse<Void>> send(Program program) {
        return client.sendAsync(SomeDelivery.to(program.port()).build(), HttpResponse.BodyHandlers.discarding());
    }
}
