package hotleads.webhooks.delivery;

import hotleads.contracts.Delivery;
import hotleads.contracts.DeliveryBatch;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * Group commit without delay: a lone delivery goes to core at once, and those that come while core is busy go together
 * with its next batch.
 */
@Component
public class HandOver {
    /** While core commits one batch the next is on its way; more would only make the batches smaller. */
    private static final int IN_FLIGHT = 2;

    private final BlockingQueue<Waiting> queue;
    private final List<Thread> senders;
    private final Inbox inbox;
    private final DeliveryProperties properties;

    HandOver(Inbox inbox, DeliveryProperties properties) {
        this.inbox = inbox;
        this.properties = properties;
        this.queue = new ArrayBlockingQueue<>(properties.waiting());
        this.senders = IntStream.range(0, IN_FLIGHT)
                .mapToObj(
                        number -> Thread.ofVirtual().name("hand-over-" + number).unstarted(this::sendUntilStopped))
                .toList();
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
        senders.forEach(Thread::start);
    }

    /** Runs after the web server has let its last requests end. */
    @PreDestroy
    void stop() {
        senders.forEach(Thread::interrupt);
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
