package hotleads.core.leads;

import hotleads.core.leads.rules.Evidence;
import hotleads.core.leads.rules.Placement;
import hotleads.core.leads.rules.Reason;
import hotleads.core.leads.rules.Sentence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A reason as it is stored, sealed, and as every page reads it.
 *
 * @param rule a rule's id ("B1") or an adjustment's ("CAP-BOOKING")
 * @param key names it while its evidence stays as it is, for saying that it is wrong; null for adjustments
 * @param tenths points in tenths; those of all reasons sum to the score
 * @param halfLifeDays null for adjustments
 */
record ReasonShown(
        String rule,
        @Nullable String key,
        int ruleVersion,
        String lane,
        int tenths,
        SentenceShown sentence,
        List<EvidenceShown> evidence,
        Instant startsAt,
        @Nullable Double halfLifeDays,
        List<String> removedBy,
        boolean sourceLate) {

    private static final double SECONDS_A_DAY = Duration.ofDays(1).toSeconds();

    static ReasonShown of(Reason reason) {
        Duration halfLife = reason.halfLife();
        return new ReasonShown(
                reason.rule(),
                reason.key(),
                reason.ruleVersion(),
                reason.lane(),
                reason.tenths(),
                SentenceShown.of(reason.sentence()),
                reason.evidence().stream().map(EvidenceShown::of).toList(),
                reason.startsAt(),
                halfLife == null ? null : halfLife.toSeconds() / SECONDS_A_DAY,
                reason.removedBy(),
                reason.sourceLate());
    }

    /** A sentence without its language: the catalogue's key, and dates and numbers to fill in. */
    record SentenceShown(String key, Map<String, Object> values) {
        static SentenceShown of(Sentence sentence) {
            return new SentenceShown(sentence.key(), sentence.values());
        }

        boolean isSnooze() {
            return key.equals(Placement.SNOOZED);
        }
    }

    /** One record the reason rests on. */
    record EvidenceShown(
            String source, String recordId, @Nullable Instant happenedAt, Instant receivedAt) {
        static EvidenceShown of(Evidence evidence) {
            return new EvidenceShown(
                    evidence.source().name().toLowerCase(Locale.ROOT),
                    evidence.recordId(),
                    evidence.happenedAt(),
                    evidence.receivedAt());
        }
    }
}
