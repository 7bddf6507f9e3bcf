package hotleads.core.leads;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The stored reasons, for features that ask what rests on a record of theirs. */
@Component
public class LeadReasons {
    private final Leads leads;

    LeadReasons(Leads leads) {
        this.leads = leads;
    }

    /**
     * What rests on a record.
     *
     * @param placement {@code listed}, {@code off-the-list} or {@code below-the-line}
     */
    public record Resting(int scoreTenths, String placement, List<ReasonShown> reasons) {}

    /** Empty when the person was never evaluated. */
    public Optional<Resting> restingOn(UUID person, String source, String recordId) {
        return leads.find(person)
                .map(row -> new Resting(
                        row.scoreTenths(),
                        row.evaluation().placement().state(),
                        row.evaluation().reasons().stream()
                                .filter(reason -> reason.evidence().stream()
                                        .anyMatch(evidence -> evidence.source().equals(source)
                                                && evidence.recordId().equals(recordId)))
                                .toList()));
    }
}
