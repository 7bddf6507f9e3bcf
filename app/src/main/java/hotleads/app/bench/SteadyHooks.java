package hotleads.app.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends hooks about some appointments at a steady pace, each with other bytes and each once, whatever the answer is.
 * Acuity would repeat what failed; here a repeat would hide a loss.
 */
final class SteadyHooks {
    private static final int OK = 200;
    private static final String REQUEST_ID = "X-Request-Id";
    /** A hook is answered within eight seconds or not at all; whoever waits longer only holds connections. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("hooks").daemon().factory());
    private final Phaser unanswered = new Phaser(1);
    private final AtomicLong sent = new AtomicLong();
    private final Map<String, Integer> refusals = new ConcurrentSkipListMap<>();
    private final HttpClient client;
    private final URI address;
    private final SignedHooks hooks;
    private final List<Long> appointments;
    private final HookLedger ledger;
    private final DoubleSupplier share;
    private final long began = System.nanoTime();
    private double due;

    /** @param share of {@code perSecond}, 0 to 1, asked for at each turn */
    SteadyHooks(
            HttpClient client,
            URI gateway,
            SignedHooks hooks,
            List<Long> appointments,
            int perSecond,
            DoubleSupplier share,
            HookLedger ledger) {
        this.client = client;
        this.address = gateway.resolve("/webhooks/acuity");
        this.hooks = hooks;
        this.appointments = appointments;
        this.ledger = ledger;
        this.share = share;
        var _ = pace.scheduleAtFixedRate(
                this::sendWhatIsDue, 0, TimeUnit.SECONDS.toNanos(1) / perSecond, TimeUnit.NANOSECONDS);
    }

    private void sendWhatIsDue() {
        due += share.getAsDouble();
        if (due >= 1) {
            due--;
            sendNext();
        }
    }

    private void sendNext() {
        long number = sent.getAndIncrement();
        long appointment = appointments.get((int) (number % appointments.size()));
        String body = "action=changed&id=" + appointment + "&calendarID=4038206&appointmentTypeID=" + number;
        unanswered.register();
        client.sendAsync(
                        HttpRequest.newBuilder(address)
                                .timeout(LONGEST)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header("X-Acuity-Signature", hooks.signature(body))
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .whenComplete((answer, failure) -> heard(appointment, answer, failure));
    }

    private void heard(long appointment, @Nullable HttpResponse<Void> answer, @Nullable Throwable failure) {
        try {
            if (answer != null && answer.statusCode() == OK) {
                ledger.acknowledged(answer.headers().firstValue(REQUEST_ID).orElse("no id"), appointment);
            } else {
                refusals.merge(
                        answer == null ? String.valueOf(failure) : "status " + answer.statusCode(), 1, Integer::sum);
            }
        } finally {
            unanswered.arriveAndDeregister();
        }
    }

    /** Sends no more, and returns when every answer is there or has been waited for long enough. */
    void finish() {
        pace.shutdown();
        unanswered.arriveAndAwaitAdvance();
    }

    /** How many were not acknowledged, by what came instead. */
    Map<String, Integer> refusals() {
        return refusals;
    }

    long sent() {
        return sent.get();
    }

    double perSecond() {
        return sent.get() * 1e9 / (System.nanoTime() - began);
    }
}
