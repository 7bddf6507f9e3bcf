package hotleads.platform.report;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Counts alike acts for each source and minute, so that a flood of them is one entry; what was sent is never kept. */
public class CountedActs {
    static final int MOST_SOURCES = 1_000;
    private static final int LONGEST_ADDRESS = 64;

    private final Map<Alike, Integer> counts = new LinkedHashMap<>();
    private final TimeOrderedIds ids;
    private final Clock clock;

    public CountedActs(TimeOrderedIds ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * One more of them.
     *
     * @param act a dotted word such as {@code hook.refused}
     * @param subject a word of ours, never what was sent
     * @param outcome {@code refused} for what a stranger tried
     * @param address where the stranger came from, as the gateway saw it; null for our own acts
     */
    public synchronized void count(
            String act, String subjectKind, String subject, String outcome, @Nullable String address) {
        Instant minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        Alike alike = new Alike(act, subjectKind, subject, outcome, usable(address), minute);
        // A flood from many addresses is counted as one source without a name, so that it cannot fill the memory.
        boolean known = counts.size() < MOST_SOURCES || counts.containsKey(alike);
        counts.merge(known ? alike : alike.fromAnywhere(), 1, Integer::sum);
    }

    /** The counts of minutes that are over; they are forgotten here. */
    synchronized List<ReportedAct> takeFinished() {
        Instant minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        return take(alike -> alike.minute.isBefore(minute));
    }

    /** All counts, that of the running minute too; they are forgotten here. */
    synchronized List<ReportedAct> takeAll() {
        return take(alike -> true);
    }

    private List<ReportedAct> take(Predicate<Alike> wanted) {
        List<ReportedAct> acts = new ArrayList<>();
        counts.forEach((alike, count) -> {
            if (wanted.test(alike)) {
                acts.add(alike.counted(ids, count));
            }
        });
        counts.keySet().removeIf(wanted);
        return acts;
    }

    private static @Nullable String usable(@Nullable String address) {
        return address == null || address.length() > LONGEST_ADDRESS ? null : address;
    }

    private record Alike(
            String act,
            String subjectKind,
            String subject,
            String outcome,
            @Nullable String address,
            Instant minute) {
        Alike fromAnywhere() {
            return new Alike(act, subjectKind, subject, outcome, null, minute);
        }

        ReportedAct counted(TimeOrderedIds ids, int count) {
            return new ReportedAct(ids.next(), minute, act, subjectKind, subject, outcome, count, address, null);
        }
    }
}
