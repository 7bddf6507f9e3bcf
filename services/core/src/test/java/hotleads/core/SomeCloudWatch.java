package hotleads.core;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;

/** CloudWatch Logs as moto has it, behind a door that can be slow, shut, or forget to answer. */
final class SomeCloudWatch implements AutoCloseable {
    static final String GROUP = "hotleads-audit";

    /** What becomes of the next writes: each is taken from here, and when none is left, all goes well. */
    enum Trouble {
        THROTTLED,
        DOWN,
        ANSWER_LOST
    }

    final Queue<Trouble> troubles = new ConcurrentLinkedQueue<>();
    private final SomeMoto moto = new SomeMoto();
    private final HttpServer door;

    SomeCloudWatch() {
        try {
            door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        door.createContext("/", this::pass);
        door.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        door.start();
        ask("CreateLogGroup", Map.of("logGroupName", GROUP));
    }

    URI door() {
        return URI.create("http://127.0.0.1:" + door.getAddress().getPort());
    }

    /** By hand, so that what reads is not the client whose writing is tested. */
    private JsonNode ask(String call, Map<String, ?> question) {
        return moto.ask("logs", "Logs_20140328." + call, question);
    }

    private void pass(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        Trouble trouble = target.endsWith("PutLogEvents") ? troubles.poll() : null;
        if (trouble == Trouble.THROTTLED) {
            answer(exchange, 400, "{\"__type\":\"ThrottlingException\",\"message\":\"Rate exceeded\"}");
        } else if (trouble == Trouble.DOWN) {
            answer(exchange, 503, "{}");
        } else {
            String answer = forward(exchange, body, target);
            if (trouble == Trouble.ANSWER_LOST) {
                exchange.close();
            } else {
                answer(
                        exchange,
                        answer.startsWith("!") ? 400 : 200,
                        answer.startsWith("!") ? answer.substring(1) : answer);
            }
        }
    }

    private String forward(HttpExchange exchange, byte[] body, String target) {
        Map<String, String> headers = new HashMap<>();
        SomeMoto.SIGNED.forEach(
                name -> headers.put(name, exchange.getRequestHeaders().getFirst(name)));
        HttpResponse<String> answer = moto.send(target, body, headers);
        return answer.statusCode() == 200 ? answer.body() : "!" + answer.body();
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** Everything in a stream, in its order. */
    List<String> lines(String stream) {
        List<String> lines = new ArrayList<>();
        Map<String, Object> question =
                new HashMap<>(Map.of("logGroupName", GROUP, "logStreamName", stream, "startFromHead", true));
        while (true) {
            JsonNode page = ask("GetLogEvents", question);
            if (page.get("events").isEmpty()) {
                return lines;
            }
            page.get("events").forEach(event -> lines.add(event.get("message").asString()));
            question.put("nextToken", page.get("nextForwardToken").asString());
        }
    }

    @Override
    public void close() {
        door.stop(0);
        moto.close();
    }
}
