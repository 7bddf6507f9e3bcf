package hotleads.core.chances;

import hotleads.core.RunUntilShutdown;
import hotleads.core.chances.PastSessions.Learned;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Learns anew from this practice's own sessions, every hour. Each core learns the same, so nothing is stored. */
@Component
class LearnChances extends RunUntilShutdown {
    private static final Duration PACE = Duration.ofHours(1);

    private final PastSessions sessions;
    private volatile Foretelling now = Foretelling.NOTHING;

    LearnChances(PastSessions sessions) {
        super("learn-chances");
        this.sessions = sessions;
    }

    Foretelling now() {
        return now;
    }

    @Override
    protected void round() throws InterruptedException {
        learn();
        Thread.sleep(PACE);
    }

    void learn() {
        Learned learned = sessions.learn();
        now = Foretelling.of(learned.known(), learned.histories());
    }
}
