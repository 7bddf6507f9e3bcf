package hotleads.auth.accounts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A practitioner as the providers know them; empty for everybody else. It never prints itself.
 *
 * @param acuityCalendars whose bookings their own clients are found by
 * @param googleAddress whose calendar at Google is theirs
 * @param zoomHost whose meetings at Zoom are theirs
 */
public record Practice(
        List<Long> acuityCalendars,
        @Nullable EmailAddress googleAddress,
        @Nullable EmailAddress zoomHost) {
    @Override
    public String toString() {
        return "[practice]";
    }
}
