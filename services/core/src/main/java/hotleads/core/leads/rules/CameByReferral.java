package hotleads.core.leads.rules;

import java.util.List;
import java.util.Map;

/** E3: somebody sent them to us, and they have not booked yet. */
final class CameByReferral implements Finder {

    @Override
    public List<Finding> find(Situation situation) {
        Facts facts = situation.facts();
        if (situation.isBooked()) {
            return List.of();
        }
        return facts.crm().latestEnquiry().stream()
                .filter(enquiry -> enquiry.channel().equals(EnquiryFact.REFERRAL) && enquiry.isOpen())
                .filter(enquiry -> !facts.hasBookingMadeAfter(enquiry.enquiredAt()))
                .map(enquiry -> new Finding(
                        null,
                        Course.fadingFrom(enquiry.enquiredAt()),
                        Map.of("enquiredAt", enquiry.enquiredAt()),
                        List.of(enquiry.asEvidence(enquiry.enquiredAt()))))
                .toList();
    }
}
