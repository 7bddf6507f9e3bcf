package hotleads.auth.signin;

import java.util.Optional;

/** What people may call a passkey: 1 to 60 characters, none of them invisible. */
final class FactorName {
    private static final int LONGEST = 60;

    private FactorName() {}

    static Optional<String> of(String typed) {
        String name = typed.strip();
        boolean fits = !name.isEmpty()
                && name.codePointCount(0, name.length()) <= LONGEST
                && name.codePoints().noneMatch(Character::isISOControl);
        return fits ? Optional.of(name) : Optional.empty();
    }
}
