package hotleads.auth.accounts;

import hotleads.audit.Actor;
import hotleads.auth.trail.Trail;
import hotleads.platform.endpoint.Role;
import hotleads.vault.SealingKey;
import java.util.List;

/**
 * A person who may sign in, opened for one request; it prints its id alone.
 *
 * @param acuityCalendars whose bookings a practitioner's own clients are found by
 * @param key seals everything that is this account's
 */
public record Account(
        AccountId id,
        Role role,
        EmailAddress email,
        String displayName,
        String passwordHash,
        Standing standing,
        List<Long> acuityCalendars,
        SealingKey key) {
    public boolean isLocked() {
        return standing.lockedAt() != null;
    }

    public Actor asActor() {
        return Actor.person(id.value(), role.word());
    }

    public Trail.Subject asSubject() {
        return new Trail.Subject("account", id.toString(), key);
    }

    @Override
    public String toString() {
        return "Account " + id;
    }
}
