package hotleads.auth.keys;

import hotleads.vault.inuse.Rotations;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Does the rotation under way batch after batch, while everything else runs; safe at several instances at once. */
@Component
class RotateKeys {
    private static final Logger log = LoggerFactory.getLogger(RotateKeys.class);

    private final Rotations rotations;

    RotateKeys(Rotations rotations) {
        this.rotations = rotations;
    }

    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.SECONDS)
    void run() {
        try {
            while (rotations.round()) {
                // Until all is made anew.
            }
        } catch (RuntimeException failure) {
            // It goes on where it was, a second later. The kind only: a message may quote data.
            log.warn("The rotation of a key waits: {}", failure.getClass().getName());
        }
    }
}
