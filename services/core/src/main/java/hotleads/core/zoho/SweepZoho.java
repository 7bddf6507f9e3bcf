package hotleads.core.zoho;

import hotleads.core.crm.CrmRecords.Taken;
import hotleads.core.crm.HeldRecords;
import hotleads.core.sources.Brought;
import hotleads.core.sources.Brought.Due;
import hotleads.core.sources.Compared;
import hotleads.core.sources.Source;
import hotleads.core.sources.SourceRuns;
import hotleads.core.sources.SourceSweeps;
import hotleads.core.sources.Turn;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Compares all we hold of Zoho with all it answers, mends what differs, and says how much did. What it does not show is
 * gone only if it says so itself.
 */
@Component
class SweepZoho {
    private final SourceRuns runs;
    private final ReadZoho read;
    private final HeldRecords held;

    SweepZoho(SourceRuns runs, ReadZoho read, HeldRecords held) {
        this.runs = runs;
        this.read = read;
        this.held = held;
    }

    boolean run() {
        return runs.run(Source.ZOHO, SourceSweeps.KIND, this::compare);
    }

    private Brought compare() {
        Set<Long> before = held.there();
        Set<Long> seen = new HashSet<>();
        Counted counted = new Counted();
        count(ZohoList.LEADS, seen, counted);
        count(ZohoList.CONTACTS, seen, counted);
        count(ZohoList.TASKS, seen, counted);
        // All that ever was: what a delta of deletions missed is among it.
        for (String module : FetchZoho.MODULES) {
            read.walk(ZohoList.deleted(module), null, Turn.SWEEP, false, (records, page) -> {});
        }
        held.leadsWithoutTimeline().forEach(lead -> read.timeline(lead, Turn.SWEEP));
        Set<Long> extra = new HashSet<>(before);
        extra.removeAll(seen);
        extra.retainAll(held.there());
        return new Brought(
                seen.size(),
                counted.missing + counted.different,
                counted.skipped,
                Due.something(!before.isEmpty()),
                new Compared(null, null, counted.same, counted.missing, counted.different, extra.size()));
    }

    private <T> void count(ZohoList<T> list, Set<Long> seen, Counted counted) {
        ReadZoho.Walked walked = read.walk(list, null, Turn.SWEEP, false, (records, page) -> {
            records.forEach(record -> seen.add(list.id().apply(record)));
            page.taken().values().forEach(counted::add);
        });
        counted.skipped += walked.skipped();
    }

    private static final class Counted {
        private int same;
        private int missing;
        private int different;
        private int skipped;

        void add(Taken taken) {
            if (!taken.isNews()) {
                same++;
            } else if (taken.isNew()) {
                missing++;
            } else {
                different++;
            }
        }
    }
}
