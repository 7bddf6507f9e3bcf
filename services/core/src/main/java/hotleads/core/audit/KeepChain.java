package hotleads.core.audit;

import hotleads.audit.stored.MakeAnchors;
import hotleads.audit.stored.NumberEntries;
import hotleads.core.RunUntilShutdown;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Gives each entry its place in the chain within a second, and anchors the chain; safe at several cores at once. */
@Component
class KeepChain extends RunUntilShutdown {
    private static final Duration PACE = Duration.ofMillis(400);

    private final NumberEntries numbering;
    private final MakeAnchors anchors;

    KeepChain(NumberEntries numbering, MakeAnchors anchors) {
        super("keep-audit-chain");
        this.numbering = numbering;
        this.anchors = anchors;
    }

    @Override
    protected void round() throws InterruptedException {
        int numbered = numbering.round();
        anchors.round();
        if (numbered == 0) {
            Thread.sleep(PACE);
        }
    }
}
