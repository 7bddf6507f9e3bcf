package hotleads.core.leads.rules;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What Zoho tells of a person.
 *
 * @param freshness how fresh that is; a late Zoho marks what rests on it and withholds nothing, as it asserts no
 *     absence of bookings
 */
public record CrmFacts(
        List<EnquiryFact> enquiries, List<StageMoveFact> moves, List<TaskFact> tasks, Freshness freshness) {

    public static final CrmFacts NONE = new CrmFacts(List.of(), List.of(), List.of(), Freshness.ON_TIME);

    public CrmFacts {
        enquiries = enquiries.stream()
                .sorted(comparing(EnquiryFact::enquiredAt).thenComparing(EnquiryFact::recordId))
                .toList();
        moves = moves.stream()
                .sorted(comparing(StageMoveFact::at)
                        .thenComparing(StageMoveFact::recordId)
                        .thenComparing(StageMoveFact::to))
                .toList();
        tasks = tasks.stream()
                .sorted(comparing(TaskFact::overdueFrom).thenComparing(TaskFact::recordId))
                .toList();
    }

    Optional<EnquiryFact> latestEnquiry() {
        return enquiries.isEmpty() ? Optional.empty() : Optional.of(enquiries.getLast());
    }

    boolean hasEnquiryAfter(Instant instant) {
        return latestEnquiry().filter(one -> one.enquiredAt().isAfter(instant)).isPresent();
    }

    /** Whether Zoho told something then or later. */
    boolean hasToldAfter(Instant instant) {
        return enquiries.stream().anyMatch(one -> one.receivedAt().isAfter(instant))
                || moves.stream().anyMatch(one -> one.receivedAt().isAfter(instant));
    }
}
