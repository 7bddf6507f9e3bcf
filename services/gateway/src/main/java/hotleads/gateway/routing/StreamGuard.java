package hotleads.gateway.routing;

import hotleads.gateway.throttle.Waits;
import hotleads.gateway.upstream.Answer;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Watches events beside the thread that copies them, and ends their source when it fell silent or may not go on. */
final class StreamGuard implements AutoCloseable {
    private final CountDownLatch over = new CountDownLatch(1);
    private final Answer source;
    private final BooleanSupplier mayGoOn;
    private final Waits waits;
    private final Clock clock;
    private volatile long heardAt;

    private StreamGuard(Answer source, BooleanSupplier mayGoOn, Waits waits, Clock clock) {
        this.source = source;
        this.mayGoOn = mayGoOn;
        this.waits = waits;
        this.clock = clock;
        this.heardAt = clock.millis();
    }

    static StreamGuard over(Answer source, BooleanSupplier mayGoOn, Waits waits, Clock clock) {
        StreamGuard guard = new StreamGuard(source, mayGoOn, waits, clock);
        Thread.ofVirtual().name("stream-guard").start(guard::watch);
        return guard;
    }

    /** Something of the answer has come. */
    void heard() {
        heardAt = clock.millis();
    }

    private void watch() {
        try {
            while (!over.await(waits.recheck().toMillis(), TimeUnit.MILLISECONDS)) {
                if (clock.millis() - heardAt > waits.silence().toMillis() || !mayGoOn.getAsBoolean()) {
                    source.close();
                    return;
                }
            }
        } catch (InterruptedException stopped) {
            // The copying thread meets the same end by itself.
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        over.countDown();
    }
}
