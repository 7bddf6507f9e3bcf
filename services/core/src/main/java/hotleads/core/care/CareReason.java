package hotleads.core.care;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import hotleads.core.mood.CheckIn;
import hotleads.core.mood.UsualMood;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Why somebody should hear from their practitioner. */
enum CareReason {
    /** An answer of three or less. */
    LOW_ANSWER,
    /** Two entries in a row three or more below their own median. */
    BELOW_USUAL,
    /** They asked for it. */
    ASKED,
    /** They used to answer regularly, and have been silent for two weeks. */
    SILENT;

    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    static CareReason of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /**
     * What an entry gives reason to.
     *
     * @param latest the person's entries of the last weeks, this one among them, the oldest first
     */
    static Set<CareReason> of(CheckIn entry, List<CheckIn> latest) {
        Set<CareReason> reasons = EnumSet.noneOf(CareReason.class);
        if (entry.answer() <= UsualMood.LOW) {
            reasons.add(LOW_ANSWER);
        }
        UsualMood usual = new UsualMood(latest);
        List<CheckIn> twoLast =
                latest.stream().filter(one -> !isLater(one, entry.at())).toList();
        twoLast = twoLast.subList(Math.max(0, twoLast.size() - 2), twoLast.size());
        if (twoLast.size() == 2 && twoLast.stream().allMatch(usual::isFarBelow)) {
            reasons.add(BELOW_USUAL);
        }
        return reasons;
    }

    private static boolean isLater(CheckIn one, Instant than) {
        return one.at().isAfter(than);
    }
}
