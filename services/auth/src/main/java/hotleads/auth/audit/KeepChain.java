package hotleads.auth.audit;

import hotleads.audit.stored.MakeAnchors;
import hotleads.audit.stored.NumberEntries;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Gives each entry its place in the chain within a second, and anchors the chain; safe at several instances at once.
 */
@Component
class KeepChain {
    private static final Logger log = LoggerFactory.getLogger(KeepChain.class);

    private final NumberEntries numbering;
    private final MakeAnchors anchors;

    KeepChain(NumberEntries numbering, MakeAnchors anchors) {
        this.numbering = numbering;
        this.anchors = anchors;
    }

    @Scheduled(fixedDelay = 400, initialDelay = 400, timeUnit = TimeUnit.MILLISECONDS)
    void run() {
        try {
            while (numbering.round() > 0) {
                anchors.round();
            }
            anchors.round();
        } catch (RuntimeException failure) {
            // The database may be away for hours; the next round catches up. The kind only: a message may quote data.
            log.warn("The audit chain waits: {}", failure.getClass().getName());
        }
    }
}
