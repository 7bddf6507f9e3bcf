package hotleads.sync.limits;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Keeps all reads at one provider within its limit: a read waits a little for its turn, or is told when to come back.
 */
public final class Pace {
    /** Longer waits are core's to plan, which knows what is more urgent. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** A little more than a second, as the way to the provider may bring two reads closer together. */
    private static final long WINDOW_NANOS = Duration.ofMillis(1_050).toNanos();

    private final LongSupplier nanoTime;
    private final Pause pause;
    private final Duration patience;
    private final Semaphore free;

    /** When each read of the last second began or will begin; the oldest is where the next one goes. */
    private final long[] starts;

    private int oldest;
    private long restUntil;

    public Pace(ProviderLimit limit) {
        this(limit, System::nanoTime, Thread::sleep, PATIENCE);
    }

    Pace(ProviderLimit limit, LongSupplier nanoTime, Pause pause, Duration patience) {
        this.nanoTime = nanoTime;
        this.pause = pause;
        this.patience = patience;
        this.free = new Semaphore(limit.atOnce());
        this.starts = new long[limit.inASecond()];
        this.restUntil = nanoTime.getAsLong();
        Arrays.fill(starts, restUntil - WINDOW_NANOS);
    }

    /**
     * Reads when it is this read's turn.
     *
     * @param later makes the answer for a read whose turn is too far away
     */
    public <T> T inTurn(Supplier<T> read, Function<Duration, T> later) {
        try {
            if (!free.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                return later.apply(patience);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return later.apply(patience);
        }
        try {
            return inTime(read, later);
        } finally {
            free.release();
        }
    }

    /** The provider asked for a rest: nobody is sent there before it is over. */
    public synchronized void rest(Duration time) {
        restUntil = laterOf(restUntil, nanoTime.getAsLong() + time.toNanos());
    }

    private <T> T inTime(Supplier<T> read, Function<Duration, T> later) {
        Duration wait = reserve();
        if (wait.compareTo(patience) > 0) {
            return later.apply(wait);
        }
        try {
            pause.sleep(wait);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return later.apply(wait);
        }
        return read.get();
    }

    private synchronized Duration reserve() {
        long now = nanoTime.getAsLong();
        long start = laterOf(laterOf(now, restUntil), starts[oldest] + WINDOW_NANOS);
        Duration wait = Duration.ofNanos(start - now);
        if (wait.compareTo(patience) <= 0) {
            starts[oldest] = start;
            oldest = (oldest + 1) % starts.length;
        }
        return wait;
    }

    /** By difference, as {@link System#nanoTime} may overflow. */
    private static long laterOf(long one, long other) {
        return one - other > 0 ? one : other;
    }

    /** How a thread waits. */
    interface Pause {
        void sleep(Duration time) throws InterruptedException;
    }
}
