package hotleads.simulators.zoom;

import hotleads.simulators.log.Log;
import hotleads.simulators.time.Later;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Tells one address, in the order of time, what happened since it was last told; three more tries, as Zoom makes. */
public final class ZoomHooks {

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final List<Duration> AGAIN =
            List.of(Duration.ofMinutes(5), Duration.ofMinutes(20), Duration.ofMinutes(60));

    /** How a hook is sent: the status of the answer, or 0 without one. */
    @FunctionalInterface
    public interface Post {
        int post(HttpRequest.Builder request) throws InterruptedException;
    }

    private record Waiting(Instant due, int tries, Happening what) {}

    private final @Nullable URI target;
    private final ZoomAccount account;
    private final Sessions sessions;
    private final ZoomFaults faults;
    private final InstantSource realTime;
    private final Post post;
    private final Later later;
    private final Executor thread;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final Deque<String> recent = new ArrayDeque<>();
    private Instant told;

    public ZoomHooks(
            @Nullable String target,
            ZoomAccount account,
            Sessions sessions,
            ZoomFaults faults,
            InstantSource realTime,
            Post post,
            Later later,
            Executor thread) {
        this.target = target == null ? null : URI.create(target);
        this.account = account;
        this.sessions = sessions;
        this.faults = faults;
        this.realTime = realTime;
        this.post = post;
        this.later = later;
        this.thread = thread;
        this.told = sessions.now();
    }

    /** Looks at the clock from now on; without an address there is nothing to do. */
    public void start() {
        if (target != null) {
            later.run(LOOK_EVERY, this::look);
        }
    }

    private void look() {
        if (busy.compareAndSet(false, true)) {
            thread.execute(() -> {
                try {
                    catchUp();
                } catch (InterruptedException stopping) {
                    Thread.currentThread().interrupt();
                } catch (RuntimeException broken) {
                    // One hook that cannot be made must not be the last.
                    Log.error("zoom-hooks-failed", Map.of("kind", broken.toString()));
                } finally {
                    busy.set(false);
                }
            });
        }
        later.run(LOOK_EVERY, this::look);
    }

    /** Sends all that happened up to now. */
    void catchUp() throws InterruptedException {
        Instant now = sessions.now();
        List<Happening> news = new ArrayList<>();
        if (now.isAfter(told)) {
            for (Run run : sessions.between(told.minusSeconds(1), now.plusSeconds(1))) {
                Happening.of(run).stream()
                        .filter(one -> one.at().isAfter(told) && !one.at().isAfter(now))
                        .forEach(news::add);
            }
            told = now;
        }
        news.sort(Comparator.comparing(Happening::at));
        if (faults.on(ZoomFault.HOOKS_SWAPPED)) {
            news = new ArrayList<>(news.reversed());
        }
        if (!faults.on(ZoomFault.HOOKS_OFF)) {
            news.forEach(one -> waiting.addLast(new Waiting(now, 0, one)));
        }
        if (!faults.on(ZoomFault.HOOKS_HELD)) {
            sendDue(now);
        }
    }

    private void sendDue(Instant now) throws InterruptedException {
        var due = waiting.stream().filter(one -> !one.due.isAfter(now)).toList();
        waiting.removeAll(due);
        for (Waiting one : due) {
            int status = send(one.what);
            if (faults.on(ZoomFault.HOOKS_TWICE)) {
                send(one.what);
            }
            // Only what the receiver could not take comes again; a refusal is the end of it.
            if ((status == 0 || status >= 500) && one.tries < AGAIN.size()) {
                waiting.addLast(new Waiting(now.plus(AGAIN.get(one.tries)), one.tries + 1, one.what));
            }
        }
    }

    private int send(Happening what) throws InterruptedException {
        int status = send(what.body(account, faults.on(ZoomFault.NUMERIC_IDS)));
        note(what.event() + " " + what.at() + " → " + (status == 0 ? "no answer" : status));
        return status;
    }

    /** Signs and posts any body. */
    int send(String body) throws InterruptedException {
        if (target == null) {
            return 0;
        }
        long timestamp = realTime.instant().getEpochSecond() - (faults.on(ZoomFault.HOOKS_OLD) ? 600 : 0);
        String secret = faults.on(ZoomFault.HOOKS_FORGED) ? "a-strangers-secret" : account.hookSecret();
        int status = post.post(HttpRequest.newBuilder(target)
                .timeout(Duration.ofSeconds(3))
                .header("Content-Type", "application/json; charset=utf-8")
                .header("x-zm-request-timestamp", String.valueOf(timestamp))
                .header("x-zm-signature", ZoomSignature.of(secret, timestamp, body))
                .header("User-Agent", "Zoom Marketplace/1.0a")
                .POST(BodyPublishers.ofString(body)));
        Log.info("zoom-hook", Map.of("answer", status));
        return status;
    }

    /** The validation Zoom repeats every 72 hours. */
    int validate() throws InterruptedException {
        String token = Chance.of(realTime.instant().toEpochMilli()).id(22);
        return send("{\"event\":\"endpoint.url_validation\",\"payload\":{\"plainToken\":\"" + token
                + "\"},\"event_ts\":" + realTime.instant().toEpochMilli() + "}");
    }

    private synchronized void note(String line) {
        recent.addFirst(line);
        while (recent.size() > 50) {
            recent.removeLast();
        }
    }

    synchronized List<String> recent() {
        return List.copyOf(recent);
    }
}
