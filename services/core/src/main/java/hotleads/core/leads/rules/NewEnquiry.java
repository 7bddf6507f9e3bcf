package hotleads.core.leads.rules;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** E1: somebody wrote to us, and neither Zoho nor we know of an answer. */
final class NewEnquiry implements Finder {

    @Override
    public List<Finding> find(Situation situation) {
        Facts facts = situation.facts();
        if (situation.isBooked()) {
            return List.of();
        }
        return facts.crm().latestEnquiry().stream()
                .filter(enquiry -> enquiry.stage() == Stage.NEW && !enquiry.converted())
                .filter(enquiry -> !facts.hasOutcomeAfter(enquiry.enquiredAt(), kind -> true))
                .filter(enquiry -> !facts.hasBookingMadeAfter(enquiry.enquiredAt()))
                .map(NewEnquiry::finding)
                .toList();
    }

    private static Finding finding(EnquiryFact enquiry) {
        Instant at = enquiry.enquiredAt();
        return new Finding(
                null,
                Course.fadingFrom(at),
                Map.of("enquiredAt", at, "channel", enquiry.channel()),
                List.of(enquiry.asEvidence(at)));
    }
}
