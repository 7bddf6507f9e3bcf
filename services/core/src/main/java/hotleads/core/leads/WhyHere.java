package hotleads.core.leads;

import hotleads.core.leads.ReasonShown.SentenceShown;
import hotleads.core.leads.rules.Band;
import java.util.List;
import java.util.Map;

/** The one sentence that says why somebody is or is not on the list. */
final class WhyHere {
    private WhyHere() {}

    static SentenceShown of(PlacementShown placement, int scoreTenths, List<ReasonShown> reasons) {
        if (!placement.causes().isEmpty()) {
            return placement.causes().getFirst();
        }
        if (placement.state().equals("listed")) {
            return new SentenceShown(
                    "listed",
                    Map.of(
                            "scoreTenths",
                            scoreTenths,
                            "band",
                            Band.of(scoreTenths).word()));
        }
        return reasons.isEmpty()
                ? new SentenceShown("no-reason", Map.of())
                : new SentenceShown(
                        "below-the-line", Map.of("scoreTenths", scoreTenths, "lineTenths", Band.WATCH.from()));
    }
}
