package hotleads.webhooks.reports;

import hotleads.contracts.ReportedAct;
import hotleads.webhooks.delivery.TimeOrderedIds;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.springframework.stereotype.Component;

/** Acts that wait for core. When there is no more room the oldest go, and how many went is an act of its own. */
@Component
class ActBuffer {
    static final int ROOM = 5_000;

    private static final String DROPPED = "report.dropped";

    private final Deque<ReportedAct> acts = new ArrayDeque<>();
    private final TimeOrderedIds ids;
    private final Clock clock;
    private int dropped;

    ActBuffer(TimeOrderedIds ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    void addAll(List<ReportedAct> more) {
        acts.addAll(more);
        while (acts.size() > ROOM) {
            ReportedAct oldest = acts.removeFirst();
            dropped += oldest.act().equals(DROPPED) ? oldest.count() : 1;
        }
    }

    /** The acts to send next; they stay until {@link #remove} says that core has them. */
    List<ReportedAct> next(int most) {
        if (dropped > 0) {
            acts.addFirst(new ReportedAct(
                    ids.next(), clock.instant(), DROPPED, "program", "webhooks", "lost", dropped, null, null));
            dropped = 0;
        }
        return new ArrayList<>(acts).subList(0, Math.min(most, acts.size()));
    }

    void remove(List<ReportedAct> sent) {
        sent.forEach(act -> acts.removeFirst());
    }
}
