package hotleads.auth.accounts;

import hotleads.audit.Actor;
import hotleads.auth.trail.Trail;
import hotleads.platform.endpoint.Role;
import hotleads.vault.SealingKey;

/**
 * A person who may sign in, opened for one request; it prints its id alone.
 *
 * @param key seals everything that is this account's
 */
public record Account(
        AccountId id, Role role, EmailAddress email, String displayName, String passwordHash, SealingKey key) {
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
