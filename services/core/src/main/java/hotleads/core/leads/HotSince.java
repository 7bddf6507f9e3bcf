package hotleads.core.leads;

import static java.util.Comparator.reverseOrder;

import hotleads.core.leads.Leads.Evaluated;
import hotleads.core.leads.Leads.Stored;
import hotleads.core.leads.rules.Facts;
import hotleads.core.leads.rules.Rules;
import hotleads.core.scoring.Published;
import hotleads.core.scoring.Scorings;
import hotleads.core.vault.ReportUnopened;
import hotleads.vault.Unopened;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Since when people have been hot without a break: by what was known at each moment, and by what rules counted for
 * then. Found in the past and not taken from the clock, so that it is the same whoever finds it, and however late.
 */
@Component
class HotSince {
    private final PastFacts past;
    private final Scorings scorings;
    private final ReportUnopened report;

    HotSince(PastFacts past, Scorings scorings, ReportUnopened report) {
        this.past = past;
        this.scorings = scorings;
        this.report = report;
    }

    /** Of those who are hot. Whoever was so when last evaluated keeps what was found then: looking back costs more. */
    Map<UUID, Instant> ofEach(List<Evaluated> people, Map<UUID, Stored> before, Instant now) {
        Map<UUID, Instant> since = new HashMap<>();
        List<UUID> newly = new ArrayList<>();
        for (Evaluated one : people) {
            if (one.evaluation().isHot()) {
                Stored stored = before.get(one.person());
                if (stored == null || stored.hotSince() == null) {
                    newly.add(one.person());
                } else {
                    since.put(one.person(), stored.hotSince());
                }
            }
        }
        if (!newly.isEmpty()) {
            since.putAll(lookedBack(newly, now));
        }
        return since;
    }

    private Map<UUID, Instant> lookedBack(List<UUID> newly, Instant now) {
        Unopened unopened = new Unopened();
        Map<UUID, Past> known = past.ofEach(newly, unopened);
        report.of(unopened);
        // Their notes are nothing to us, whether they open or not.
        List<Published> versions = scorings.all(new Unopened());
        Map<UUID, Instant> since = new HashMap<>();
        known.forEach((person, theirs) -> since.put(person, of(theirs, versions, now)));
        return since;
    }

    /**
     * Of someone who is hot.
     *
     * @param versions all of them, the newest first
     */
    static Instant of(Past past, List<Published> versions, Instant now) {
        List<Instant> changes = changes(past, versions, now);
        Instant last = now.truncatedTo(ChronoUnit.MILLIS);
        Instant since = last;
        for (Instant change : changes) {
            Instant first = change.truncatedTo(ChronoUnit.MILLIS);
            if (first.isAfter(last)) {
                // Of several in one millisecond the last one counts, and it was looked at.
                continue;
            }
            // Of the present more is known than of any past.
            Facts facts = change.equals(changes.getFirst()) ? past.now() : past.withOpenings(change);
            Optional<Instant> hot = Rules.hotToTheEnd(facts, Published.holding(versions, change), first, last);
            if (hot.isEmpty()) {
                return since;
            }
            since = hot.get();
            if (since.isAfter(first)) {
                return since;
            }
            last = first.minusMillis(1);
        }
        return since;
    }

    /** The latest first: between two of them nothing came to be known, and nobody decided anything. */
    private static List<Instant> changes(Past past, List<Published> versions, Instant now) {
        return Stream.concat(past.changes(), versions.stream().flatMap(version -> Stream.ofNullable(version.at())))
                .filter(change -> !change.isAfter(now))
                .distinct()
                .sorted(reverseOrder())
                .toList();
    }
}
