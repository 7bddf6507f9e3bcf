package hotleads.core.leads.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** C1: the last move of their enquiry in Zoho was one forward. */
final class MovedForward implements Finder {

    @Override
    public List<Finding> find(Situation situation) {
        CrmFacts crm = situation.facts().crm();
        if (situation.isBooked() || crm.moves().isEmpty()) {
            return List.of();
        }
        return Optional.of(crm.moves().getLast())
                .filter(move -> move.to().isForwardFrom(move.from()))
                .filter(move -> crm.enquiries().stream()
                        .anyMatch(enquiry -> enquiry.recordId() == move.recordId()
                                && enquiry.stage() == move.to()
                                && !enquiry.converted()))
                .map(MovedForward::finding)
                .stream()
                .toList();
    }

    private static Finding finding(StageMoveFact move) {
        return new Finding(
                null,
                Course.fadingFrom(move.at()),
                Map.of(
                        "movedAt", move.at(),
                        "from", move.from().word(),
                        "to", move.to().word(),
                        "how", move.how()),
                List.of(move.asEvidence()));
    }
}
