package hotleads.core.live;

import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Remembers that something on the list changed, until the announcer has told. */
@Component
public class LiveChanges {
    private final AtomicBoolean waiting = new AtomicBoolean();

    /** Call it inside the transaction that changes the list: it is told once that has committed. */
    public void listChanged() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                waiting.set(true);
            }
        });
    }

    boolean take() {
        return waiting.getAndSet(false);
    }

    void putBack() {
        waiting.set(true);
    }
}
