package hotleads.core.triage;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a person lets us reach them.
 *
 * @param sayAs the name to say on the telephone; null when they told none
 */
public record Permissions(
        boolean doNotContact,
        Permission phone,
        Permission voicemail,
        Permission email,
        @Nullable String sayAs) {

    public static final Permissions NOT_ASKED =
            new Permissions(false, Permission.NOT_ASKED, Permission.NOT_ASKED, Permission.NOT_ASKED, null);

    /** What they said of one channel. */
    public enum Permission {
        ALLOWED,
        REFUSED,
        NOT_ASKED;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Empty for a word that is none of ours. */
        public static Optional<Permission> of(String word) {
            for (Permission permission : values()) {
                if (permission.word().equals(word)) {
                    return Optional.of(permission);
                }
            }
            return Optional.empty();
        }
    }

    public boolean mayPhone() {
        return !doNotContact && phone != Permission.REFUSED;
    }

    public boolean mayWrite() {
        return !doNotContact && email != Permission.REFUSED;
    }
}
