package hotleads.core.leads.rules;

import java.util.List;
import java.util.Map;

/** N1: they heard from us a short while ago. */
final class ContactedRecently implements Finder {

    @Override
    public List<Finding> find(Situation situation) {
        return situation.facts().latestOutcome(OutcomeKind::isContact).map(ContactedRecently::finding).stream()
                .toList();
    }

    private static Finding finding(OutcomeFact contact) {
        return new Finding(
                null,
                Course.fadingFrom(contact.at()),
                Map.of("contactedAt", contact.at(), "kind", contact.kind().code()),
                List.of(contact.asEvidence()));
    }
}
