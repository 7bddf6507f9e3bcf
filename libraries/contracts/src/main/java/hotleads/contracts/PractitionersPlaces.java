package hotleads.contracts;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where the providers keep what is each practitioner's.
 *
 * @param unread calendars at Acuity of those whose account does not open: nobody can tell where theirs are, which is
 *     not the same as nowhere
 */
public record PractitionersPlaces(List<Places> practitioners, List<Long> unread) {
    /**
     * One practitioner's; it never prints the addresses.
     *
     * @param account auth's id of them
     * @param acuityCalendars two practitioners may share one
     * @param googleAddress whose calendar at Google is theirs
     * @param zoomHost whose meetings at Zoom are theirs
     */
    public record Places(
            UUID account,
            List<Long> acuityCalendars,
            @Nullable String googleAddress,
            @Nullable String zoomHost) {
        @Override
        public String toString() {
            return "Places of " + account;
        }
    }
}
