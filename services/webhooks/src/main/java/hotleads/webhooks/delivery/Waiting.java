package hotleads.webhooks.delivery;

import hotleads.contracts.Delivery;
import hotleads.platform.traces.Traces;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A delivery on its way, and the request that waits to hear how it ended. */
final class Waiting {
    private final CompletableFuture<Handed> end = new CompletableFuture<>();
    private final Delivery delivery;
    private final Traces.Place place;

    Waiting(Delivery delivery, Traces.Place place) {
        this.delivery = delivery;
        this.place = place;
    }

    Delivery delivery() {
        return delivery;
    }

    /** Where its request stands in its trace. */
    Traces.Place place() {
        return place;
    }

    void endsAs(Handed handed) {
        end.complete(handed);
    }

    /** Its request has been answered, so that nobody needs it any more. */
    boolean isOver() {
        return end.isDone();
    }

    Handed await(Duration patience) {
        try {
            return end.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException tooSlow) {
            endsAs(Handed.NOT_STORED);
            return Handed.NOT_STORED;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Handed.NOT_STORED;
        }
    }
}
