package hotleads.auth.passkeys;

import java.util.Locale;

/** What a challenge was made for; an answer counts for nothing else. */
public enum Purpose {
    SIGN_IN,
    /** The first passkey of someone who has no factor yet, or lost them all. */
    SET_UP,
    /** One more, by someone who is signed in. */
    ADD,
    /** A proof once more, by someone who is signed in or whose screen is locked. */
    AGAIN;

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
