package hotleads.contracts;

import java.util.List;

/**
 * An order to auth to invite a colleague.
 *
 * @param role {@code admin} or {@code practitioner}; fixed in the invite
 * @param acuityCalendars a practitioner's calendars at Acuity; empty for an administrator
 */
public record NewInvite(String email, String displayName, String role, List<Long> acuityCalendars) {
    @Override
    public String toString() {
        return "[invite]";
    }
}
