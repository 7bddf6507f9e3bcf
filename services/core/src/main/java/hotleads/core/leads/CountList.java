package hotleads.core.leads;

import hotleads.contracts.DigestLine;
import hotleads.core.digest.CountsForAdministrators;
import hotleads.core.leads.PracticeDay.Today;
import hotleads.core.leads.rules.Band;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The list in numbers, as a digest tells them. */
@Component
class CountList implements CountsForAdministrators {
    private static final int COUNTED_TO = 1_000;
    /** What never ran, runs or was paused is late for nothing. */
    private static final Set<String> NOT_ON_TIME = Set.of("late", "stopped", "action-needed");

    private final Leads leads;
    private final RebookRequests rebooks;
    private final ShowSources sources;
    private final PracticeDay day;

    CountList(Leads leads, RebookRequests rebooks, ShowSources sources, PracticeDay day) {
        this.leads = leads;
        this.rebooks = rebooks;
        this.sources = sources;
        this.day = day;
    }

    @Override
    public Map<DigestLine, Integer> forAdministrators() {
        Today today = day.today();
        LeadFilter everybody = LeadFilter.parse(null, null, null, null, null);
        return Map.of(
                DigestLine.NEW_HOT,
                leads.count(everybody.in(LeadFilter.View.NEW_HOT), today, COUNTED_TO),
                DigestLine.CALL_BACKS,
                leads.count(everybody.in(LeadFilter.View.CALL_BACKS_DUE), today, COUNTED_TO),
                DigestLine.HOT,
                leads.count(everybody.withBand(Band.HOT), today, COUNTED_TO),
                DigestLine.REBOOK,
                rebooks.waiting(today.now()).size(),
                DigestLine.CONNECTIONS,
                (int) sources.now().stream()
                        .filter(source -> NOT_ON_TIME.contains(source.state()))
                        .count());
    }
}
