package hotleads.core.matches;

import java.util.Locale;
import java.util.Optional;

/** What somebody says of two records. */
enum Verdict {
    SAME,
    DIFFERENT,
    NOT_SURE;

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Verdict> of(String word) {
        for (Verdict verdict : values()) {
            if (verdict.word().equals(word)) {
                return Optional.of(verdict);
            }
        }
        return Optional.empty();
    }
}
