package hotleads.contracts;

import java.util.List;

/**
 * Where the providers keep what is one practitioner's, anew and whole; it never prints itself.
 *
 * @param email of their account
 * @param googleAddress whose calendar at Google is theirs; empty for none
 * @param zoomHost whose meetings at Zoom are theirs; empty for none
 */
public record NewPlaces(String email, List<Long> acuityCalendars, String googleAddress, String zoomHost) {
    @Override
    public String toString() {
        return "[places]";
    }
}
