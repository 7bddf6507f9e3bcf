package hotleads.simulators.zoho;

import java.util.List;
import java.util.Map;

/** Everything about the CRM that a restart must find again. */
record CrmState(
        long nextId,
        List<CrmRecord> records,
        List<Deletion> deletions,
        List<Change> changes,
        List<Channel> channels,
        List<Happening> ahead,
        Map<String, Long> known) {

    private static final long FIRST_ID = 6_493_490_000_001_504_003L;

    CrmState {
        records = List.copyOf(records);
        deletions = List.copyOf(deletions);
        changes = List.copyOf(changes);
        channels = List.copyOf(channels);
        ahead = List.copyOf(ahead);
        known = Map.copyOf(known);
    }

    static CrmState empty() {
        return new CrmState(FIRST_ID, List.of(), List.of(), List.of(), List.of(), List.of(), Map.of());
    }
}
