package hotleads.webhooks.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.platform.traces.SomeCollector;
import hotleads.platform.traces.ToldSpan;
import hotleads.webhooks.CoreStandIn;
import hotleads.webhooks.Program;
import hotleads.webhooks.SomeDelivery;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class TracedHandOverTest {
    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void aBatchBelongsToTheRequestThatBeganItWhicheverThreadTakesItToCore() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        try (SomeCollector collector = new SomeCollector();
                Program program = new Program(
                        "HOTLEADS_TRACES=" + collector.address(),
                        "webhooks.delivery.patience=1h",
                        "webhooks.delivery.answer-within=1h")) {
            program.core().next((exchange, size) -> {
                release.await();
                CoreStandIn.STORES.answer(exchange, size);
            });
            CompletableFuture<HttpResponse<Void>> first = send(program);
            assertThat(program.core().batch()).hasSize(1);
            CompletableFuture<HttpResponse<Void>> second = send(program);
            while (program.part(HandOver.class).waiting() < 1) {
                Thread.onSpinWait();
            }
            release.countDown();
            CompletableFuture.allOf(first, second).join();

            collector.await(told ->
                    requests(collector).size() == 2 && batches(collector).size() == 2);
            assertThat(batches(collector))
                    .extracting(ToldSpan::parent)
                    .containsExactlyInAnyOrderElementsOf(
                            requests(collector).stream().map(ToldSpan::id).toList());
        }
    }

    private static List<ToldSpan> requests(SomeCollector collector) {
        return collector.told(span -> span.name().equals("POST /webhooks/acuity"));
    }

    private static List<ToldSpan> batches(SomeCollector collector) {
        return collector.told(span -> span.name().equals("core inbox.append"));
    }

    private CompletableFuture<HttpResponse<Void>> send(Program program) {
        return client.sendAsync(SomeDelivery.to(program.port()).build(), HttpResponse.BodyHandlers.discarding());
    }
}
