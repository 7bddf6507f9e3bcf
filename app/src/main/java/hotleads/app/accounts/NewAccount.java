package hotleads.app.accounts;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Someone to invite.
 *
 * @param role {@code admin}, {@code practitioner} or {@code client}
 * @param acuityCalendars a practitioner's
 * @param person whom a client's account is about
 */
public record NewAccount(
        String email,
        String displayName,
        String role,
        List<Long> acuityCalendars,
        @Nullable UUID person) {
    public NewAccount(String email, String displayName, String role) {
        this(email, displayName, role, List.of(), null);
    }

    public NewAccount in(List<Long> calendars) {
        return new NewAccount(email, displayName, role, calendars, person);
    }

    public NewAccount about(UUID somebody) {
        return new NewAccount(email, displayName, role, acuityCalendars, somebody);
    }
}
