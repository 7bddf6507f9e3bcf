package hotleads.simulators.acuity.hooks;

import hotleads.simulators.faults.Fault;
import hotleads.simulators.faults.Faults;
import hotleads.simulators.log.Log;
import hotleads.simulators.practice.Booking;
import hotleads.simulators.time.Later;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Delivers webhooks in the background: one act's in order, a few acts at once, failures again later. */
public final class HookSender {

    private static final String FORGERS_KEY = "not-the-api-key";
    private static final Duration SAVE_WITHIN = Duration.ofMillis(200);

    private final HookComposer composer;
    private final Deliveries deliveries;
    private final HookPost post;
    private final Function<Signing, String> keys;
    private final Faults faults;
    private final Clock clock;
    private final Later later;
    private final Executor pool;
    private final AtomicBoolean savePlanned = new AtomicBoolean();

    /**
     * {@code keys} gives the account's key now for RIGHT and the one before for OLD_KEY; {@code clock} is the
     * practice's, so that retries, delays and replays fall due when somebody moves its time.
     */
    public HookSender(
            HookComposer composer,
            Deliveries deliveries,
            HookPost post,
            Function<Signing, String> keys,
            Faults faults,
            Clock clock,
            Later later,
            Executor pool) {
        this.composer = composer;
        this.deliveries = deliveries;
        this.post = post;
        this.keys = keys;
        this.faults = faults;
        this.clock = clock;
        this.later = later;
        this.pool = pool;
    }

    /** Notes what has to be sent, so that {@link #release} can follow once the act itself is on disk. */
    public List<Delivery> prepare(HookEvent event, Booking booking) {
        Instant now = clock.instant();
        List<HookMessage> messages = composer.compose(event, booking);
        if (faults.on(Fault.REPLAYED_HOOKS)) {
            messages.forEach(message -> sendLater(message, faults.settings().hookReplay()));
        }
        return messages.stream().map(message -> accept(now, message)).toList();
    }

    /** Lets one act's hooks leave, one after the other. */
    public void release(List<Delivery> act) {
        deliveries.save();
        leave(act);
    }

    /** Lets hooks leave that have nothing to do with each other. */
    public void releaseApart(List<Delivery> many) {
        deliveries.save();
        many.forEach(one -> leave(List.of(one)));
    }

    /** Sends one message at once and returns what came of the first attempt. */
    public Delivery sendNow(HookMessage message) {
        return attempt(deliveries.add(clock.instant(), message));
    }

    /** Sends one message after a while of the practice's time, over a restart too. */
    public Delivery sendLater(HookMessage message, Duration wait) {
        Instant now = clock.instant();
        Delivery later = deliveries.update(deliveries.add(now, message).leavingAt(now.plus(wait)));
        saveSoon();
        attemptAfter(wait, later);
        return later;
    }

    /** Goes on with what an earlier run left undelivered. */
    public void resume() {
        for (Delivery left : deliveries.waiting()) {
            Instant due = left.nextAttemptAt();
            Duration wait = due == null ? Duration.ZERO : Duration.between(clock.instant(), due);
            attemptAfter(wait.isNegative() ? Duration.ZERO : wait, left);
        }
    }

    /**
     * Attempts, in their order, what has fallen due: after the practice's time was moved, or hooks are no longer held.
     */
    public void catchUp() {
        Instant now = clock.instant();
        List<Delivery> due =
                deliveries.waiting().stream().filter(one -> one.isDue(now)).toList();
        if (!due.isEmpty()) {
            pool.execute(() -> due.forEach(this::attemptUnlessHeld));
        }
    }

    private void leave(List<Delivery> act) {
        List<Delivery> leaving = act.stream().filter(Delivery::isWaiting).toList();
        Runnable sendAll = () -> leaving.forEach(this::attemptUnlessHeld);
        if (leaving.isEmpty()) {
            return;
        }
        if (faults.on(Fault.DELAYED_HOOKS)) {
            later.run(faults.settings().hookDelay(), () -> pool.execute(sendAll));
        } else {
            pool.execute(sendAll);
        }
    }

    private Delivery accept(Instant now, HookMessage message) {
        var delivery = deliveries.add(now, message);
        if (faults.on(Fault.HOOKS_OFF)) {
            return deliveries.update(delivery.dropped("hooks are switched off"));
        }
        if (deliveries.isSwitchedOff(message.target())) {
            return deliveries.update(delivery.dropped("the hook failed for five days and was switched off"));
        }
        if (faults.on(Fault.DELAYED_HOOKS)) {
            return deliveries.update(
                    delivery.leavingAt(now.plus(faults.settings().hookDelay())));
        }
        return faults.on(Fault.HOOKS_HELD) ? deliveries.update(delivery.leavingAt(now)) : delivery;
    }

    private void attemptUnlessHeld(Delivery delivery) {
        if (!faults.on(Fault.HOOKS_HELD)) {
            attempt(delivery);
        }
    }

    private Delivery attempt(Delivery delivery) {
        // A timer and a moved clock may both bring the same attempt; one of them makes it.
        if (!deliveries.begin(delivery)) {
            return delivery;
        }
        try {
            HookAnswer answer = post.post(URI.create(delivery.target()), delivery.body(), signature(delivery));
            return settle(delivery, answer);
        } catch (InterruptedException stopping) {
            // Still waiting in the file: the next run goes on with it.
            Thread.currentThread().interrupt();
            return deliveries.update(delivery);
        }
    }

    private Delivery settle(Delivery delivery, HookAnswer answer) {
        Instant now = clock.instant();
        Delivery settled = deliveries.update(judge(delivery, answer, now));
        saveSoon();
        if (settled.isWaiting()) {
            attemptAfter(Duration.between(now, settled.nextAttemptAt()), settled);
        }
        log(settled);
        return settled;
    }

    // An outcome lost with a killed process only means a hook sent once more, which every receiver must bear.
    private void saveSoon() {
        if (savePlanned.compareAndSet(false, true)) {
            later.run(
                    SAVE_WITHIN,
                    () -> pool.execute(() -> {
                        savePlanned.set(false);
                        deliveries.save();
                    }));
        }
    }

    private Delivery judge(Delivery delivery, HookAnswer answer, Instant now) {
        if (answer.isAccepted()) {
            deliveries.working(delivery.target());
            return delivery.ended(Delivery.State.DELIVERED, answer, now);
        }
        var backoff = new Backoff(faults.settings().retrySpeed());
        if (backoff.isHookOver(deliveries.failing(delivery.target(), now), now)) {
            deliveries.switchOff(delivery.target());
        }
        return answer.isWorthRetrying()
                ? backoff.next(delivery, now)
                        .map(next -> delivery.againAt(answer, now, next))
                        .orElseGet(() -> delivery.ended(Delivery.State.GAVE_UP, answer, now))
                : delivery.ended(Delivery.State.GAVE_UP, answer, now);
    }

    private void attemptAfter(Duration wait, Delivery delivery) {
        later.run(wait, () -> pool.execute(() -> attemptUnlessHeld(delivery)));
    }

    private @Nullable String signature(Delivery delivery) {
        byte[] body = delivery.body().getBytes(StandardCharsets.UTF_8);
        return switch (delivery.signing()) {
            case NONE -> null;
            case FORGED -> HookSignature.of(FORGERS_KEY, body);
            case RIGHT, OLD_KEY -> HookSignature.of(keys.apply(delivery.signing()), body);
        };
    }

    private static void log(Delivery delivery) {
        Integer status = delivery.status();
        Log.info(
                "hook-attempt",
                Map.of(
                        "delivery", delivery.id(),
                        "attempt", delivery.attempts(),
                        "state", delivery.state(),
                        "answer", status == null ? String.valueOf(delivery.failure()) : status));
    }
}
