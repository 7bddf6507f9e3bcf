package hotleads.simulators.zoho;

import hotleads.simulators.log.Log;
import hotleads.simulators.storage.Json;
import hotleads.simulators.time.Later;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/** Tells channels what changed: without a signature, once, and nobody tries again. */
public final class Notifier {

    private static final int KEPT = 50;
    private static final Duration TICK = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    /** Sends one request and tells the status it got; 0 when there was none. */
    public interface Post {
        int send(HttpRequest.Builder request) throws InterruptedException;
    }

    /** A notification and how it was answered. */
    public record Sent(String channel, String body, int status) {}

    private final Crm crm;
    private final ZohoFaults faults;
    private final Post post;
    private final Later later;
    private final Executor pool;
    private final Deque<Sent> recent = new ArrayDeque<>();

    public Notifier(Crm crm, ZohoFaults faults, Post post, Later later, Executor pool) {
        this.crm = crm;
        this.faults = faults;
        this.post = post;
        this.later = later;
        this.pool = pool;
    }

    /** From now on somebody watches the time, so that channels hear of what a script holds. */
    public void start() {
        crm.whenDone(this::tell);
        tick();
    }

    private void tick() {
        later.run(
                TICK,
                () -> pool.execute(() -> {
                    crm.catchUp();
                    tick();
                }));
    }

    public synchronized List<Sent> recent() {
        return new ArrayList<>(recent);
    }

    private void tell(Crm.Done done) {
        if (faults.on(ZohoFault.NOTIFICATIONS_OFF)) {
            return;
        }
        for (Channel channel : crm.channels()) {
            if (channel.wants(done.module(), done.event())
                    && channel.expiresAt().isAfter(crm.practiceTime())) {
                String body = body(channel, done);
                int times = faults.on(ZohoFault.NOTIFICATIONS_TWICE) ? 2 : 1;
                for (int time = 0; time < times; time++) {
                    pool.execute(() -> send(channel, body));
                }
            }
        }
    }

    private String body(Channel channel, Crm.Done done) {
        var body = Json.MAPPER.createObjectNode();
        body.put("server_time", crm.now().toEpochMilli());
        body.putObject("query_params");
        body.put("module", done.module());
        body.put("resource_uri", "https://www.zohoapis.com/crm/v2/" + done.module());
        body.putArray("ids").add(Long.toString(done.id()));
        var fields = body.putArray("affected_fields");
        if (done.field() != null) {
            fields.addObject().putArray(Long.toString(done.id())).add(done.field());
        }
        body.putArray("affected_values");
        body.put(
                "operation",
                done.event().equals("create") ? "insert" : done.event().equals("edit") ? "update" : "delete");
        if (faults.on(ZohoFault.NUMERIC_CHANNELS)) {
            body.put("channel_id", Long.parseLong(channel.id()));
        } else {
            body.put("channel_id", channel.id());
        }
        body.put("token", faults.on(ZohoFault.NULL_TOKENS) ? null : channel.token());
        return body.toString();
    }

    private void send(Channel channel, String body) {
        try {
            int status = post.send(HttpRequest.newBuilder(URI.create(channel.notifyUrl()))
                    .timeout(ANSWER)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(body)));
            keep(new Sent(channel.id(), body, status));
            Log.info("zoho-notification", Map.of("channel", channel.id(), "answer", status));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void keep(Sent sent) {
        recent.addFirst(sent);
        if (recent.size() > KEPT) {
            recent.removeLast();
        }
    }
}
