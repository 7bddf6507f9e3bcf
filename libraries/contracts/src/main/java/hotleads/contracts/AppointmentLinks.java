package hotleads.contracts;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where one appointment's own client may go. Whoever holds the first can cancel the session: neither is ever stored or
 * logged.
 *
 * @param change Acuity's page to change or cancel it; null when there is none
 * @param join where the session takes place, when that is on the internet
 */
public record AppointmentLinks(
        @Nullable URI change, @Nullable URI join) {
    @Override
    public String toString() {
        return "[links]";
    }
}
