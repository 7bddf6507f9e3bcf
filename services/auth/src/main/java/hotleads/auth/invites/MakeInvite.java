package hotleads.auth.invites;

import hotleads.audit.Actor;
import hotleads.auth.accounts.Accounts;
import hotleads.auth.accounts.EmailAddress;
import hotleads.auth.notices.Notice;
import hotleads.auth.notices.Notices;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Invites someone; the link is shown once, to whoever invites. */
@Component
class MakeInvite {
    private static final int LONGEST_NAME = 100;
    private static final int MOST_CALENDARS = 20;

    private final Invites invites;
    private final Accounts accounts;
    private final SealingKeys keys;
    private final Notices notices;
    private final Trail trail;
    private final SecureRandom random;
    private final URI publicUrl;
    private final Clock clock;

    MakeInvite(
            Invites invites,
            Accounts accounts,
            SealingKeys keys,
            Notices notices,
            Trail trail,
            SecureRandom random,
            @Value("${HOTLEADS_PUBLIC_URL}") URI publicUrl,
            Clock clock) {
        this.invites = invites;
        this.accounts = accounts;
        this.keys = keys;
        this.notices = notices;
        this.trail = trail;
        this.random = random;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    /** For a person, who is told when an invite waits already. */
    @Transactional
    public Answer byPerson(NewInvite wanted, List<Long> acuityCalendars, Actor actor, ClientAddress address) {
        return make(wanted, acuityCalendars, actor, address, true);
    }

    /** For a program, which lost the link of an earlier invite or it would not ask: the new one takes its place. */
    @Transactional
    public Answer byProgram(NewInvite wanted, Actor actor) {
        return make(wanted, List.of(), actor, ClientAddress.NONE, false);
    }

    private Answer make(
            NewInvite wanted, List<Long> acuityCalendars, Actor actor, ClientAddress address, boolean onlyOnce) {
        Optional<EmailAddress> email = EmailAddress.parse(wanted.email());
        Optional<Role> role = role(wanted.role());
        String name = wanted.displayName().strip();
        if (email.isEmpty()
                || role.isEmpty()
                || name.isEmpty()
                || name.length() > LONGEST_NAME
                || !acuityCalendars.isEmpty() && role.get() != Role.PRACTITIONER
                || acuityCalendars.size() > MOST_CALENDARS) {
            return new Answer.NotUsable();
        }
        if (accounts.exists(email.get())) {
            return new Answer.AccountExists();
        }
        if (onlyOnce && invites.isWaiting(email.get(), clock.instant())) {
            return new Answer.AlreadyInvited();
        }
        return store(new Person(email.get(), name, role.get(), acuityCalendars), actor, address);
    }

    private Answer store(Person person, Actor actor, ClientAddress address) {
        Instant now = clock.instant();
        LinkSecret token = LinkSecret.random(random);
        Invite invite = new Invite(
                UUID.randomUUID(),
                person.email(),
                person.name(),
                person.role(),
                person.acuityCalendars(),
                now,
                now.plus(Invite.LIFE),
                keys.create());
        invites.add(invite, token);
        trail.done(actor, Act.INVITE_MADE, invite.asSubject(), address);
        if (invite.role() == Role.ADMIN) {
            notices.tellAdministrators(Notice.ADMIN_ADDED);
        }
        // In the fragment: browsers do not send it, so no server or proxy can log it.
        String link = publicUrl.resolve("/invite") + "#" + token.value();
        return new Answer.Made(new InviteMade(token.value(), link, invite.expiresAt()));
    }

    /** Those that can still be accepted. */
    @Transactional
    public List<Invite> waiting(Actor actor, ClientAddress address) {
        trail.done(actor, Act.ACCESS_VIEWED, new Trail.Subject("invites", null, null), address);
        return invites.waiting(clock.instant());
    }

    /** False when it was accepted, withdrawn or too old already. */
    @Transactional
    public boolean withdraw(UUID id, Actor actor, ClientAddress address) {
        Optional<Invite> invite = invites.waiting(id, clock.instant());
        boolean closed = invite.isPresent() && invites.close(invite.get(), clock.instant());
        if (closed) {
            trail.done(actor, Act.INVITE_WITHDRAWN, invite.get().asSubject(), address);
        }
        return closed;
    }

    private static Optional<Role> role(String word) {
        try {
            return Optional.of(Role.of(word));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private record Person(EmailAddress email, String name, Role role, List<Long> acuityCalendars) {}

    /** What becomes of the wish to invite someone. */
    sealed interface Answer {
        record Made(InviteMade invite) implements Answer {}

        record AlreadyInvited() implements Answer {}

        record AccountExists() implements Answer {}

        record NotUsable() implements Answer {}
    }
}
