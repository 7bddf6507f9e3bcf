package hotleads.auth.invites;

import hotleads.audit.Actor;
import hotleads.auth.accounts.Accounts;
import hotleads.auth.accounts.EmailAddress;
import hotleads.auth.sealing.SealingKeys;
import hotleads.auth.trail.Act;
import hotleads.auth.trail.ClientAddress;
import hotleads.auth.trail.Trail;
import hotleads.contracts.InviteMade;
import hotleads.contracts.NewInvite;
import hotleads.platform.endpoint.Role;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Invites someone; the link is shown once, to whoever invites. */
@Component
class MakeInvite {
    private static final int LONGEST_NAME = 100;

    private final Invites invites;
    private final Accounts accounts;
    private final SealingKeys keys;
    private final Trail trail;
    private final SecureRandom random;
    private final URI publicUrl;
    private final Clock clock;

    MakeInvite(
            Invites invites,
            Accounts accounts,
            SealingKeys keys,
            Trail trail,
            SecureRandom random,
            @Value("${HOTLEADS_PUBLIC_URL}") URI publicUrl,
            Clock clock) {
        this.invites = invites;
        this.accounts = accounts;
        this.keys = keys;
        this.trail = trail;
        this.random = random;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    /** For a person, who is told when an invite waits already. */
    @Transactional
    public Answer byPerson(NewInvite wanted, Actor actor, ClientAddress address) {
        return make(wanted, actor, address, true);
    }

    /** For a program, which lost the link of an earlier invite or it would not ask: the new one takes its place. */
    @Transactional
    public Answer byProgram(NewInvite wanted, Actor actor) {
        return make(wanted, actor, ClientAddress.NONE, false);
    }

    private Answer make(NewInvite wanted, Actor actor, ClientAddress address, boolean onlyOnce) {
        Optional<EmailAddress> email = EmailAddress.parse(wanted.email());
        Optional<Role> role = role(wanted.role());
        String name = wanted.displayName().strip();
        if (email.isEmpty() || role.isEmpty() || name.isEmpty() || name.length() > LONGEST_NAME) {
            return new Answer.NotUsable();
        }
        if (accounts.exists(email.get())) {
            return new Answer.AccountExists();
        }
        if (onlyOnce && invites.isWaiting(email.get(), clock.instant())) {
            return new Answer.AlreadyInvited();
        }
        return store(email.get(), name, role.get(), actor, address);
    }

    private Answer store(EmailAddress email, String name, Role role, Actor actor, ClientAddress address) {
        Instant now = clock.instant();
        InviteSecret token = InviteSecret.random(random);
        Invite invite = new Invite(UUID.randomUUID(), email, name, role, now, now.plus(Invite.LIFE), keys.create());
        invites.add(invite, token);
        trail.done(actor, Act.INVITE_MADE, invite.asSubject(), address);
        // In the fragment: browsers do not send it, so no server or proxy can log it.
        String link = publicUrl.resolve("/invite") + "#" + token.value();
        return new Answer.Made(new InviteMade(token.value(), link, invite.expiresAt()));
    }

    private static Optional<Role> role(String word) {
        try {
            return Optional.of(Role.of(word));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    /** What becomes of the wish to invite someone. */
    sealed interface Answer {
        record Made(InviteMade invite) implements Answer {}

        record AlreadyInvited() implements Answer {}

        record AccountExists() implements Answer {}

        record NotUsable() implements Answer {}
    }
}
