package hotleads.core.calendars;

import hotleads.core.vault.Vault;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Ids of our own events, of Google's letters: the same booking, calendar and generation always make the same id, so
 * that a repeat after a lost answer meets the first try.
 */
@Component
class EventIds {
    private static final String DIGEST = "google-event-id";
    private static final int LENGTH = 26;

    private final Vault vault;

    EventIds(Vault vault) {
        this.vault = vault;
    }

    String of(long booking, long calendar, int generation) {
        byte[] digest = vault.search().of(DIGEST, booking + "/" + calendar + "/" + generation);
        // Numbers to the base of 32 are written with 0 to 9 and a to v, as Google wants it (sheet §4).
        String text = new java.math.BigInteger(1, digest).toString(32).toLowerCase(Locale.ROOT);
        return "hl" + text.substring(0, Math.min(LENGTH, text.length()));
    }
}
