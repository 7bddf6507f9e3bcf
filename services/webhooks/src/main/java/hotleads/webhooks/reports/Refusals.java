package hotleads.webhooks.reports;

import hotleads.contracts.ReportedAct;
import hotleads.webhooks.delivery.TimeOrderedIds;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts refused deliveries for each source and minute; what was in them is never kept. */
@Component
public class Refusals {
    private static final int MOST_SOURCES = 1_000;
    private static final int LONGEST_ADDRESS = 64;

    private final Map<Source, Integer> counts = new LinkedHashMap<>();
    private final TimeOrderedIds ids;
    private final Clock clock;

    Refusals(TimeOrderedIds ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /** @param address where the stranger came from, as the gateway saw it */
    public synchronized void count(String provider, @Nullable String address) {
        Instant minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        Source source = new Source(provider, usable(address), minute);
        // A flood from many addresses is counted as one source without a name, so that it cannot fill the memory.
        boolean known = counts.size() < MOST_SOURCES || counts.containsKey(source);
        counts.merge(known ? source : new Source(provider, null, minute), 1, Integer::sum);
    }

    /** The counts of minutes that are over; they are forgotten here. */
    synchronized List<ReportedAct> takeFinished() {
        Instant minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        return take(source -> source.minute.isBefore(minute));
    }

    /** All counts, that of the running minute too; they are forgotten here. */
    synchronized List<ReportedAct> takeAll() {
        return take(source -> true);
    }

    private List<ReportedAct> take(Predicate<Source> wanted) {
        List<ReportedAct> acts = new ArrayList<>();
        counts.forEach((source, count) -> {
            if (wanted.test(source)) {
                acts.add(act(source, count));
            }
        });
        counts.keySet().removeIf(wanted);
        return acts;
    }

    private ReportedAct act(Source source, int count) {
        return new ReportedAct(
                ids.next(),
                source.minute,
                "hook.refused",
                "provider",
                source.provider,
                "refused",
                count,
                source.address,
                null);
    }

    private static @Nullable String usable(@Nullable String address) {
        return address == null || address.length() > LONGEST_ADDRESS ? null : address;
    }

    private record Source(String provider, @Nullable String address, Instant minute) {}
}
