package hotleads.webhooks.delivery;

import hotleads.contracts.Delivery;
import hotleads.contracts.DeliveryBatch;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.springframework.stereotype.Component;

/**
 * Group commit without delay: a lone delivery goes to core at once, and those that come while core is busy go together
 * with its next batch.
 */
@Component
public class HandOver {
    /** One: while core commits a batch the next one grows, and a second sender would only make both smaller. */
    private final Thread sender = Thread.ofVirtual().name("hand-over").unstarted(this::sendUntilStopped);

    private final BlockingQueue<Waiting> queue;
    private final Inbox inbox;
    private final DeliveryProperties properties;

    HandOver(Inbox inbox, DeliveryProperties properties) {
        this.inbox = inbox;
        this.properties = properties;
        this.queue = new ArrayBlockingQueue<>(properties.waiting());
    }

    /** Waits until core has committed the delivery, but never longer than a provider is kept waiting. */
    public Handed toCore(Delivery delivery) {
        Waiting waiting = new Waiting(delivery);
        return queue.offer(waiting) ? waiting.await(properties.patience()) : Handed.NOT_STORED;
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
                send(nextBatch());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Waiting> nextBatch() throws InterruptedException {
        List<Waiting> batch = new ArrayList<>();
        batch.add(queue.take());
        queue.drainTo(batch, DeliveryBatch.LIMIT - 1);
        return batch;
    }

    private void send(List<Waiting> all) {
        List<Waiting> batch = all.stream().filter(waiting -> !waiting.isOver()).toList();
        if (batch.isEmpty()) {
            return;
        }
        switch (inbox.append(batch.stream().map(Waiting::delivery).toList())) {
            case STORED -> batch.forEach(waiting -> waiting.endsAs(Handed.STORED));
            case AWAY -> batch.forEach(waiting -> waiting.endsAs(Handed.NOT_STORED));
            case REFUSED -> sendApart(batch);
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
