package hotleads.webhooks.delivery;

import hotleads.contracts.Delivery;
import hotleads.contracts.DeliveryBatch;
import hotleads.platform.traces.Traces;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;

/**
 * Group commit without delay: a lone delivery is taken to core at once, by the thread of its own request, and those
 * that come while core is busy go together with the next batch.
 */
@Component
public class HandOver {
    /** Takes over from a request whose own delivery is done while others wait. */
    private final Thread sender = Thread.ofVirtual().name("hand-over").unstarted(this::sendUntilStopped);

    /** One at a time: while core commits a batch the next one grows, and a second would only make both smaller. */
    private final AtomicBoolean sending = new AtomicBoolean();

    private final Semaphore takenOver = new Semaphore(0);
    private final BlockingQueue<Waiting> queue;
    private final Inbox inbox;
    private final DeliveryProperties properties;
    private final Traces traces;

    HandOver(Inbox inbox, DeliveryProperties properties, Traces traces) {
        this.inbox = inbox;
        this.properties = properties;
        this.traces = traces;
        this.queue = new ArrayBlockingQueue<>(properties.waiting());
    }

    /** Waits until core has committed the delivery, but hardly longer than a provider is kept waiting. */
    public Handed toCore(Delivery delivery) {
        Waiting waiting = new Waiting(delivery, traces.here());
        if (!queue.offer(waiting)) {
            return Handed.NOT_STORED;
        }
        if (sending.compareAndSet(false, true)) {
            try {
                send(nextBatch());
            } finally {
                if (goesOn()) {
                    takenOver.release();
                }
            }
        }
        return waiting.await(properties.patience());
    }

    /** How many have not been taken to core yet. */
    int waiting() {
        return queue.size();
    }

    @PostConstruct
    void start() {
        sender.start();
    }

    /** Runs after the web server has let its last requests end. */
    @PreDestroy
    void stop() {
        sender.interrupt();
    }

    private void sendUntilStopped() {
        try {
            while (true) {
                takenOver.acquire();
                do {
                    send(nextBatch());
                } while (goesOn());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether there is more to send, for whoever is sending; if not, the next delivery's request begins anew. */
    private boolean goesOn() {
        if (!queue.isEmpty()) {
            return true;
        }
        sending.set(false);
        // One may have come in between, and found that somebody was sending.
        return !queue.isEmpty() && sending.compareAndSet(false, true);
    }

    private List<Waiting> nextBatch() {
        List<Waiting> batch = new ArrayList<>();
        queue.drainTo(batch, DeliveryBatch.LIMIT);
        return batch;
    }

    private void send(List<Waiting> all) {
        List<Waiting> batch = all.stream().filter(waiting -> !waiting.isOver()).toList();
        if (batch.isEmpty()) {
            return;
        }
        switch (append(batch)) {
            case STORED -> batch.forEach(waiting -> waiting.endsAs(Handed.STORED));
            case AWAY -> batch.forEach(waiting -> waiting.endsAs(Handed.NOT_STORED));
            case REFUSED -> sendApart(batch);
        }
    }

    /** A batch belongs to many requests, and in a trace to the one that waited longest. */
    private Inbox.Answer append(List<Waiting> batch) {
        try (Traces.Stay _ = batch.getFirst().place().enter()) {
            return inbox.append(batch.stream().map(Waiting::delivery).toList());
        }
    }

    /** One delivery that core cannot take must not hold up its neighbours: halves are tried until it stands alone. */
    private void sendApart(List<Waiting> refused) {
        if (refused.size() == 1) {
            refused.getFirst().endsAs(Handed.NOT_STORED);
            return;
        }
        int half = refused.size() / 2;
        send(refused.subList(0, half));
        send(refused.subList(half, refused.size()));
    }
}
