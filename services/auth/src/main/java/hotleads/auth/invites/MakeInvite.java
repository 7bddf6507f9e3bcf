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
import hotleads.contracts.NewClient;
import hotleads.contracts.NewInvite;
import hotleads.platform.endpoint.Role;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
    public Answer byPerson(NewInvite wanted, Actor actor, ClientAddress address) {
        return colleague(wanted)
                .map(someone -> invites.isWaiting(someone.email(), clock.instant())
                        ? new Answer.AlreadyInvited()
                        : make(someone, actor, address))
                .orElseGet(Answer.NotUsable::new);
    }

    /** For a program, which lost the link of an earlier invite or it would not ask: the new one takes its place. */
    @Transactional
    public Answer byProgram(NewInvite wanted, Actor actor) {
        return colleague(wanted)
                .map(someone -> make(someone, actor, ClientAddress.NONE))
                .orElseGet(Answer.NotUsable::new);
    }

    /** For core, which knows the person; a newer link takes an older one's place. */
    @Transactional
    public Answer ofClient(UUID person, NewClient wanted, Actor actor) {
        return someone(wanted.email(), wanted.displayName(), Role.CLIENT, List.of(), person)
                .map(client -> make(client, actor, ClientAddress.NONE))
                .orElseGet(Answer.NotUsable::new);
    }

    /** Never a client: their account is about one person, whom core alone can name. */
    private static Optional<Someone> colleague(NewInvite wanted) {
        List<Long> calendars = wanted.acuityCalendars();
        return role(wanted.role())
                .filter(role -> role != Role.CLIENT)
                .filter(role -> calendars.isEmpty() || role == Role.PRACTITIONER)
                .filter(role -> calendars.size() <= MOST_CALENDARS)
                .flatMap(role -> someone(wanted.email(), wanted.displayName(), role, calendars, null));
    }

    private static Optional<Someone> someone(
            String email, String displayName, Role role, List<Long> calendars, @Nullable UUID person) {
        String name = displayName.strip();
        return EmailAddress.parse(email)
                .filter(address -> !name.isEmpty() && name.length() <= LONGEST_NAME)
                .map(address -> new Someone(address, name, role, calendars, person));
    }

    private Answer make(Someone someone, Actor actor, ClientAddress address) {
        if (accounts.exists(someone.email()) || someone.person() != null && accounts.existsAbout(someone.person())) {
            return new Answer.AccountExists();
        }
        Instant now = clock.instant();
        LinkSecret token = LinkSecret.random(random);
        Invite invite = new Invite(
                UUID.randomUUID(),
                someone.email(),
                someone.name(),
                someone.role(),
                someone.acuityCalendars(),
                someone.person(),
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

    private record Someone(
            EmailAddress email,
            String name,
            Role role,
            List<Long> acuityCalendars,
            @Nullable UUID person) {}

    /** What becomes of the wish to invite someone. */
    sealed interface Answer {
        record Made(InviteMade invite) implements Answer {}

        record AlreadyInvited() implements Answer {}

        record AccountExists() implements Answer {}

        record NotUsable() implements Answer {}
    }
}
