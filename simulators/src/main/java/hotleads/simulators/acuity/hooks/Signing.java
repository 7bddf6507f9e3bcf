package hotleads.simulators.acuity.hooks;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** With which key a delivery is signed; the key itself is never stored. */
public enum Signing {
    RIGHT,
    FORGED,
    OLD_KEY,
    NONE;

    public static Optional<Signing> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
