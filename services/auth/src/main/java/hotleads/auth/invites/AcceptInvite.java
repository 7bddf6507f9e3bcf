package hotleads.auth.invites;

import hotleads.auth.accounts.Account;
import hotleads.auth.accounts.Accounts;
import hotleads.auth.passwords.PasswordHashing;
import hotleads.auth.passwords.PasswordPolicy;
import hotleads.auth.passwords.PasswordPolicy.Weakness;
import hotleads.auth.sessions.SessionSecret;
import hotleads.auth.sessions.Sessions;
import hotleads.auth.sessions.Stage;
import hotleads.auth.sessions.Visit;
import hotleads.auth.trail.Act;
import hotleads.auth.trail.Trail;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Turns an invite into an account that still has to set up its second factor. */
@Component
class AcceptInvite {
    private final Invites invites;
    private final Accounts accounts;
    private final PasswordPolicy policy;
    private final PasswordHashing hashing;
    private final Sessions sessions;
    private final Trail trail;
    private final TransactionTemplate together;
    private final Clock clock;

    AcceptInvite(
            Invites invites,
            Accounts accounts,
            PasswordPolicy policy,
            PasswordHashing hashing,
            Sessions sessions,
            Trail trail,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.invites = invites;
        this.accounts = accounts;
        this.policy = policy;
        this.hashing = hashing;
        this.sessions = sessions;
        this.trail = trail;
        this.together = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    Optional<Invite> open(LinkSecret token) {
        return invites.find(token, clock.instant());
    }

    Answer accept(LinkSecret token, String password, Visit visit) {
        Optional<Invite> invite = open(token);
        if (invite.isEmpty()) {
            return new Answer.Over();
        }
        Optional<Weakness> weakness = policy.weaknessOf(
                password, List.of(invite.get().email().value(), invite.get().displayName()));
        if (weakness.isPresent()) {
            return new Answer.Weak(weakness.get());
        }
        String hash = hashing.inTurn(hasher -> hasher.hash(password));
        return together.execute(status -> makeAccount(invite.get(), hash, visit));
    }

    private Answer makeAccount(Invite invite, String hash, Visit visit) {
        if (!invites.close(invite, clock.instant())) {
            return new Answer.Over();
        }
        Optional<Account> made = accounts.add(
                invite.email(),
                invite.displayName(),
                invite.role(),
                invite.acuityCalendars(),
                invite.person(),
                hash,
                invite.key());
        if (made.isEmpty()) {
            return new Answer.Over();
        }
        trail.done(made.get().asActor(), Act.INVITE_ACCEPTED, invite.asSubject(), visit.address());
        return new Answer.Accepted(
                sessions.begin(made.get(), Stage.SET_UP, visit).secret());
    }

    /** What becomes of accepting an invite. */
    sealed interface Answer {
        record Accepted(SessionSecret secret) implements Answer {}

        record Weak(Weakness why) implements Answer {}

        /** Unknown, used or too old: which of them is nobody's business. */
        record Over() implements Answer {}
    }
}
