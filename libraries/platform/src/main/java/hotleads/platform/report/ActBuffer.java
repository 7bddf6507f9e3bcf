package hotleads.platform.report;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Acts that wait for core. When there is no more room the oldest go, and how many went is an act of its own. */
final class ActBuffer {
    private static final Logger log = LoggerFactory.getLogger(ActBuffer.class);

    static final int ROOM = 5_000;

    private static final String DROPPED = "report.dropped";

    private final Deque<ReportedAct> acts = new ArrayDeque<>();
    private final String program;
    private final TimeOrderedIds ids;
    private final Clock clock;
    private int dropped;

    /** @param program whose acts they are */
    ActBuffer(String program, TimeOrderedIds ids, Clock clock) {
        this.program = program;
        this.ids = ids;
        this.clock = clock;
    }

    void addAll(List<ReportedAct> more) {
        acts.addAll(more);
        if (acts.size() > ROOM) {
            log.warn("No more room for acts while core is away: {} of the oldest are lost", acts.size() - ROOM);
        }
        while (acts.size() > ROOM) {
            ReportedAct oldest = acts.removeFirst();
            dropped += oldest.count();
        }
    }

    /** The acts to send next; they stay until {@link #remove} says that core has them. */
    List<ReportedAct> next(int most) {
        if (dropped > 0) {
            acts.addFirst(new ReportedAct(
                    ids.next(), clock.instant(), DROPPED, "program", program, "lost", dropped, null, null));
            dropped = 0;
        }
        return new ArrayList<>(acts).subList(0, Math.min(most, acts.size()));
    }

    void remove(List<ReportedAct> sent) {
        sent.forEach(act -> acts.removeFirst());
    }
}
