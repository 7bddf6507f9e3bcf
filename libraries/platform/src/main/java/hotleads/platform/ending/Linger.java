package hotleads.platform.ending;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * A program that is told to end goes on answering for a while: where names tell the addresses of tasks, others know
 * this one's until they ask anew. {@code HOTLEADS_LINGER} says how many seconds; without it a program ends at once.
 */
@Component
@ConditionalOnProperty("HOTLEADS_LINGER")
class Linger implements SmartLifecycle {
    private final Duration length;
    private volatile boolean running;

    Linger(@Value("${HOTLEADS_LINGER}") int seconds) {
        this.length = Duration.ofSeconds(seconds);
    }

    @Override
    public void start() {
        running = true;
    }

    /** The highest phase: Spring ends the web server in a lower one, so it still takes requests meanwhile. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }

    @Override
    public void stop() {
        running = false;
        try {
            // There is nothing to ask: what has to pass is the time for which a name's addresses are remembered.
            Thread.sleep(length);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
