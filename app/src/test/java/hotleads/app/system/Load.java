package hotleads.app.system;

import hotleads.app.RunningDemo;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Sends hooks at a steady pace, each about an appointment of its own and each once, whatever the answer is. Acuity
 * would repeat what failed; here a repeat would hide a loss.
 */
final class Load {
    private static final int OK = 200;
    private static final long FIRST = 700_000_000L;
    private static final AtomicLong NEXT = new AtomicLong(FIRST);

    private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("load").factory());
    private final Phaser unanswered = new Phaser(1);
    private final Set<Long> sent = ConcurrentHashMap.newKeySet();
    private final Set<Long> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<Integer> statuses = ConcurrentHashMap.newKeySet();
    private final HttpClient client;
    private final URI gateway;
    private final int most;
    private final long began = System.nanoTime();

    private Load(RunningDemo demo, int most) {
        this.client = demo.client();
        this.gateway = demo.address();
        this.most = most;
    }

    static Load endless(RunningDemo demo, int perSecond) {
        return of(demo, perSecond, Integer.MAX_VALUE);
    }

    static Load of(RunningDemo demo, int perSecond, int most) {
        Load load = new Load(demo, most);
        var _ = load.pace.scheduleAtFixedRate(
                load::sendNext, 0, TimeUnit.SECONDS.toNanos(1) / perSecond, TimeUnit.NANOSECONDS);
        return load;
    }

    private void sendNext() {
        if (sent.size() == most) {
            pace.shutdown();
            return;
        }
        long appointment = NEXT.getAndIncrement();
        sent.add(appointment);
        unanswered.register();
        client.sendAsync(SignedHook.changed(appointment).to(gateway), HttpResponse.BodyHandlers.discarding())
                .whenComplete((answer, failure) -> heard(appointment, answer));
    }

    private void heard(long appointment, @Nullable HttpResponse<Void> answer) {
        if (answer != null) {
            statuses.add(answer.statusCode());
            if (answer.statusCode() == OK) {
                acknowledged.add(appointment);
            }
        }
        unanswered.arriveAndDeregister();
    }

    /** Sends no more, and returns when every answer is there or has been waited for long enough. */
    void finish() {
        pace.shutdown();
        unanswered.arriveAndAwaitAdvance();
    }

    /** Returns when it has sent all, and as {@link #finish} does. */
    void awaitAll() throws InterruptedException {
        if (!pace.awaitTermination(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("The load is still being sent");
        }
        finish();
    }

    Set<Long> sent() {
        return sent;
    }

    Set<Long> acknowledged() {
        return acknowledged;
    }

    /** Each that any delivery was answered with. */
    Set<Integer> statuses() {
        return statuses;
    }

    /** From the start until now. */
    double sentPerSecond() {
        return sent.size() * 1e9 / Duration.ofNanos(System.nanoTime() - began).toNanos();
    }
}
