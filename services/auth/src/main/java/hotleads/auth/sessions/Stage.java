package hotleads.auth.sessions;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** How far someone has come in signing in. */
public enum Stage {
    /** Nobody: no session, or one that ended. */
    SIGNED_OUT,
    /** The password was right; a code is due. */
    SECOND_FACTOR,
    /** A second factor has to be set up before anything else. */
    SET_UP,
    /** Both factors were proved; the only state that gets tokens. */
    SIGNED_IN,
    /** Signed in, but the screen was left alone: a second factor is due before anything else. */
    LOCKED;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Stage of(String word) {
        return Arrays.stream(values())
                .filter(state -> state.word().equals(word))
                .findFirst()
                .orElseThrow();
    }
}
