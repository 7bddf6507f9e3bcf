package hotleads.core.leads.rules;

import java.time.Duration;
import java.time.Instant;

/** What Zoho may tell of somebody. */
final class SomeCrm {
    static final long LEAD = 6_493_490_000_001_504_003L;

    private SomeCrm() {}

    static EnquiryFact enquired(Instant at) {
        return enquiry(at, "web", Stage.NEW, null);
    }

    static EnquiryFact referred(Instant at) {
        return enquiry(at, "referral", Stage.NEW, null);
    }

    static EnquiryFact enquiry(
            Instant at, String channel, Stage stage, @org.jspecify.annotations.Nullable Instant since) {
        return new EnquiryFact(LEAD, at, at.plusSeconds(600), channel, stage, since, false);
    }

    static EnquiryFact converted(Instant at) {
        return new EnquiryFact(LEAD, at, at.plusSeconds(600), "web", Stage.NEW, null, true);
    }

    static StageMoveFact moved(Stage from, Stage to, Instant at) {
        return new StageMoveFact(LEAD, from, to, at, at.plusSeconds(600), "person");
    }

    /** @param at the beginning of the day after the one it was due on */
    static TaskFact overdueFrom(Instant at) {
        return new TaskFact(7, at.minus(Duration.ofDays(1)), at, at.minus(Duration.ofDays(3)));
    }
}
