package hotleads.platform.endpoint;

import java.util.Locale;

/** What a signed-in person is to the practice. */
public enum Role {
    ADMIN,
    PRACTITIONER,
    CLIENT;

    /** The word used in tokens, the API and the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when there is no such role */
    public static Role of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
