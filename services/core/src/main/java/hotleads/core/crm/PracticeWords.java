package hotleads.core.crm;

import hotleads.core.leads.rules.Stage;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The practice's own words of Zoho's pick lists in ours. A word nobody foresaw is unknown, and nothing is claimed from
 * it.
 */
final class PracticeWords {
    private static final Map<String, Stage> STAGES = Map.ofEntries(
            Map.entry("", Stage.NEW),
            Map.entry("-none-", Stage.NEW),
            Map.entry("new", Stage.NEW),
            Map.entry("new lead", Stage.NEW),
            Map.entry("open", Stage.NEW),
            Map.entry("not contacted", Stage.NEW),
            Map.entry("attempted", Stage.ATTEMPTED),
            Map.entry("attempted to contact", Stage.ATTEMPTED),
            Map.entry("contacted", Stage.CONTACTED),
            Map.entry("in contact", Stage.CONTACTED),
            Map.entry("qualified", Stage.QUALIFIED),
            Map.entry("pre-qualified", Stage.QUALIFIED),
            Map.entry("pre qualified", Stage.QUALIFIED),
            Map.entry("contact in future", Stage.LATER),
            Map.entry("contact later", Stage.LATER),
            Map.entry("junk", Stage.CLOSED),
            Map.entry("junk lead", Stage.CLOSED),
            Map.entry("lost", Stage.CLOSED),
            Map.entry("lost lead", Stage.CLOSED),
            Map.entry("not qualified", Stage.CLOSED),
            Map.entry("closed", Stage.CLOSED));

    private PracticeWords() {}

    static Stage stage(@Nullable String word) {
        return STAGES.getOrDefault(folded(word), Stage.UNKNOWN);
    }

    /** How somebody came: the word itself may be anything, a person's name among them. */
    static String channel(@Nullable String word) {
        String folded = folded(word);
        if (folded.contains("referral") || folded.contains("recommend")) {
            return "referral";
        }
        if (folded.contains("web") || folded.contains("online") || folded.contains("search")) {
            return "web";
        }
        if (folded.contains("phone") || folded.contains("call")) {
            return "phone";
        }
        if (folded.contains("facebook") || folded.contains("twitter") || folded.contains("social")) {
            return "social";
        }
        return folded.contains("advert") ? "advertisement" : folded.isEmpty() ? "not-said" : "other";
    }

    private static String folded(@Nullable String word) {
        return word == null ? "" : word.strip().toLowerCase(Locale.ROOT);
    }
}
