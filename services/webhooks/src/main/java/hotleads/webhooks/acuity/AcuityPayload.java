package hotleads.webhooks.acuity;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The two form fields of a delivery that say where to look; all others stay in the raw bytes.
 *
 * @param action as it came: Acuity writes {@code canceled} or {@code appointment.canceled}, depending on how the hook
 *     was made
 */
record AcuityPayload(@Nullable String action, @Nullable String id) {
    private static final int LONGEST = 100;

    static AcuityPayload read(byte[] body) {
        String form = new String(body, StandardCharsets.UTF_8);
        return new AcuityPayload(field(form, "action"), field(form, "id"));
    }

    private static @Nullable String field(String form, String name) {
        for (String pair : form.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0 && name.equals(decoded(pair.substring(0, equals)))) {
                return plain(decoded(pair.substring(equals + 1)));
            }
        }
        return null;
    }

    private static @Nullable String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformedEscape) {
            return null;
        }
    }

    /** Long or unprintable values are left to the raw bytes: a NUL could make core's whole batch fail. */
    private static @Nullable String plain(@Nullable String value) {
        boolean usable = value != null
                && !value.isEmpty()
                && value.length() <= LONGEST
                && value.chars().allMatch(c -> c > ' ' && c < 127);
        return usable ? value : null;
    }
}
