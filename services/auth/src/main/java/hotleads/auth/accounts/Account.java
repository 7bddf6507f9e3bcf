package hotleads.auth.accounts;

import hotleads.audit.Actor;
import hotleads.auth.trail.Trail;
import hotleads.platform.endpoint.Role;
import hotleads.vault.SealingKey;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person who may sign in, opened for one request; it prints its id alone.
 *
 * @param practice a practitioner's
 * @param person whom a client's account is about, as core knows them
 * @param key seals everything that is this account's
 */
public record Account(
        AccountId id,
        Role role,
        EmailAddress email,
        String displayName,
        String passwordHash,
        Standing standing,
        Practice practice,
        @Nullable UUID person,
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
