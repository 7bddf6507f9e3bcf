package hotleads.webhooks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import hotleads.contracts.Delivery;
import hotleads.contracts.DeliveryBatch;
import hotleads.platform.report.ReportedAct;
import hotleads.platform.report.ReportedActs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/** Stands in for core: keeps what it is sent and answers as a test wants it. */
public final class CoreStandIn implements AutoCloseable {
    /** How a test wants a request answered. */
    public interface Behaviour {
        void answer(HttpExchange exchange, int size) throws IOException, InterruptedException;
    }

    /** As core does when all is well. */
    public static final Behaviour STORES = (exchange, size) -> answer(exchange, 200, "{\"stored\":" + size + "}");

    /** The batch is committed and the answer gets lost. */
    public static final Behaviour LOSES_THE_ANSWER = (exchange, size) -> exchange.close();

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final BlockingQueue<Behaviour> next = new LinkedBlockingQueue<>();
    private final BlockingQueue<List<Delivery>> batches = new LinkedBlockingQueue<>();
    private final List<ReportedAct> acts = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile Behaviour usual = STORES;
    private volatile String poison = "";

    public CoreStandIn() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/internal/inbox", exchange -> {
            List<Delivery> deliveries = JSON.readValue(exchange.getRequestBody(), DeliveryBatch.class)
                    .deliveries();
            batches.add(deliveries);
            if (deliveries.stream().anyMatch(delivery -> poison.equals(delivery.action()))) {
                answer(exchange, 400, "{}");
            } else {
                behave(exchange, deliveries.size());
            }
        });
        server.createContext("/internal/acts", exchange -> {
            List<ReportedAct> sent = JSON.readValue(exchange.getRequestBody(), ReportedActs.class)
                    .acts();
            acts.addAll(sent);
            behave(exchange, sent.size());
        });
        server.start();
    }

    public static Behaviour answersWith(int status) {
        return (exchange, size) -> answer(exchange, status, "{}");
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The next requests are answered like this, in order; later ones as usual. */
    public void next(Behaviour... behaviours) {
        next.addAll(List.of(behaviours));
    }

    public void usually(Behaviour behaviour) {
        usual = behaviour;
    }

    /** Batches that hold this action cannot be taken. */
    public void poison(String action) {
        poison = action;
    }

    /** The next batch that reached core, waited for. */
    public List<Delivery> batch() throws InterruptedException {
        List<Delivery> batch = batches.poll(10, TimeUnit.SECONDS);
        if (batch == null) {
            throw new AssertionError("No batch came");
        }
        return batch;
    }

    /** How many batches came that no test has looked at yet. */
    public int batchesWaiting() {
        return batches.size();
    }

    public List<ReportedAct> acts() {
        return List.copyOf(acts);
    }

    /** Back to a core that stores, and has seen nothing. */
    public void forget() {
        usual = STORES;
        poison = "";
        next.clear();
        batches.clear();
        acts.clear();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void behave(HttpExchange exchange, int size) throws IOException {
        Behaviour given = next.poll();
        try {
            (given == null ? usual : given).answer(exchange, size);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
