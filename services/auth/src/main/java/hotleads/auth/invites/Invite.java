package hotleads.auth.invites;

import hotleads.auth.accounts.EmailAddress;
import hotleads.auth.trail.Trail;
import hotleads.platform.endpoint.Role;
import hotleads.vault.SealingKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Someone who may make an account, in a role they cannot change.
 *
 * @param acuityCalendars a practitioner's, as fixed as the role
 * @param person whom a client's account will be about, as fixed as the role
 * @param key becomes the account's key
 */
record Invite(
        UUID id,
        EmailAddress email,
        String displayName,
        Role role,
        List<Long> acuityCalendars,
        @Nullable UUID person,
        Instant createdAt,
        Instant expiresAt,
        SealingKey key) {
    static final Duration LIFE = Duration.ofHours(72);

    Trail.Subject asSubject() {
        return new Trail.Subject("invite", id.toString(), key);
    }

    @Override
    public String toString() {
        return "Invite " + id;
    }
}
