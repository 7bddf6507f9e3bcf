package hotleads.vault;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a key of a program is for. Each purpose has keys of its own, so that each can be rotated by itself. */
public enum Purpose {
    /** Wraps the keys of identities, people and accounts: without it nothing that is sealed opens. */
    PRACTICE,
    /** Makes the digests that people, accounts and answers are found by. */
    SEARCH,
    /** Signs the anchors of the audit chain. */
    ANCHORS;

    /** The word in key files, tables and the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The purpose a word names, if it names one. */
    public static Optional<Purpose> of(String word) {
        return Arrays.stream(values())
                .filter(purpose -> purpose.word().equals(word))
                .findFirst();
    }
}
