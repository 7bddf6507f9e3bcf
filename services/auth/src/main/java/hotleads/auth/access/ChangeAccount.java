package hotleads.auth.access;

import hotleads.audit.Actor;
import hotleads.auth.accounts.Account;
import hotleads.auth.accounts.AccountId;
import hotleads.auth.accounts.Accounts;
import hotleads.auth.accounts.Practice;
import hotleads.auth.notices.Notice;
import hotleads.auth.notices.Notices;
import hotleads.auth.sessions.EndSessions;
import hotleads.auth.trail.Act;
import hotleads.auth.trail.ClientAddress;
import hotleads.auth.trail.Trail;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.endpoint.Role;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * An administrator changes somebody else's account. Never their own: so the last working administrator can be neither
 * locked nor demoted, for whoever acts is one and stays one.
 */
@Component
class ChangeAccount {
    private final AdminTurns turns;
    private final Accounts accounts;
    private final EndSessions endSessions;
    private final Notices notices;
    private final Trail trail;
    private final Clock clock;

    ChangeAccount(
            AdminTurns turns, Accounts accounts, EndSessions endSessions, Notices notices, Trail trail, Clock clock) {
        this.turns = turns;
        this.accounts = accounts;
        this.endSessions = endSessions;
        this.notices = notices;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional
    public Outcome<Boolean> changeRole(AccountId id, Role role, Caller caller, ClientAddress from) {
        return turns.act(caller, id, from, turn -> {
            if (turn.targetIs(Role.CLIENT) != (role == Role.CLIENT)) {
                return new Outcome.Refused<>(AccessRefusal.ROLE_FIXED);
            }
            return onOther(turn, role != Role.ADMIN, () -> {
                accounts.changeRole(turn.target(), role);
                done(turn, Act.ROLE_CHANGED, Notice.ROLE_CHANGED, from);
                if (role == Role.ADMIN) {
                    notices.tellAdministrators(Notice.ADMIN_ADDED);
                }
                endAll(turn, from);
            });
        });
    }

    /** Whose clients a practitioner sees follows from it with the next token, so no session need end. */
    @Transactional
    public Outcome<Boolean> changePractice(AccountId id, Practice practice, Caller caller, ClientAddress from) {
        return turns.act(caller, id, from, turn -> {
            if (!turn.targetIs(Role.PRACTITIONER)) {
                return new Outcome.Refused<>(AccessRefusal.PRACTITIONERS_ONLY);
            }
            accounts.changePractice(turn.target(), practice);
            trail.done(
                    turn.actor().asActor(), Act.PRACTICE_CHANGED, turn.target().asSubject(), from);
            return Outcome.done();
        });
    }

    @Transactional
    public Outcome<Boolean> lock(AccountId id, Caller caller, ClientAddress from) {
        return turns.act(
                caller,
                id,
                from,
                turn -> onOther(turn, true, () -> {
                    accounts.lock(turn.target(), clock.instant());
                    done(turn, Act.ACCOUNT_LOCKED, Notice.ACCOUNT_LOCKED, from);
                    endAll(turn, from);
                }));
    }

    @Transactional
    public Outcome<Boolean> unlock(AccountId id, Caller caller, ClientAddress from) {
        return turns.act(
                caller,
                id,
                from,
                turn -> onOther(turn, false, () -> {
                    accounts.lock(turn.target(), null);
                    done(turn, Act.ACCOUNT_UNLOCKED, Notice.ACCOUNT_UNLOCKED, from);
                }));
    }

    @Transactional
    public Outcome<Boolean> endSessions(AccountId id, Caller caller, ClientAddress from) {
        return turns.act(
                caller,
                id,
                from,
                turn -> onOther(turn, false, () -> {
                    endAll(turn, from);
                    notices.tell(turn.target(), Notice.SESSIONS_ENDED);
                }));
    }

    @Transactional
    public Outcome<Boolean> endSession(AccountId id, UUID sid, Caller caller, ClientAddress from) {
        return turns.act(caller, id, from, turn -> {
            if (turn.isAboutOneself()) {
                return new Outcome.Refused<>(AccessRefusal.NOT_YOURSELF);
            }
            if (!endSessions.one(turn.target(), sid, turn.actor().asActor(), from)) {
                return new Outcome.Refused<>(AccessRefusal.NOT_FOUND);
            }
            notices.tell(turn.target(), Notice.SESSIONS_ENDED);
            return Outcome.done();
        });
    }

    /** @param takesAway whether the target administers no more afterwards */
    private static Outcome<Boolean> onOther(AdminTurns.Turn turn, boolean takesAway, Runnable act) {
        if (turn.isAboutOneself()) {
            return new Outcome.Refused<>(AccessRefusal.NOT_YOURSELF);
        }
        // Can only be so by a bug, as the actor is left; nobody could mend it from the outside.
        if (takesAway && turn.working().equals(Set.of(turn.target().id()))) {
            return new Outcome.Refused<>(AccessRefusal.LAST_ADMIN);
        }
        act.run();
        return Outcome.done();
    }

    private void endAll(AdminTurns.Turn turn, ClientAddress from) {
        endSessions.all(turn.target(), turn.actor().asActor(), from);
    }

    private void done(AdminTurns.Turn turn, Act act, Notice notice, ClientAddress from) {
        Account target = turn.target();
        Actor actor = turn.actor().asActor();
        trail.done(actor, act, target.asSubject(), from);
        notices.tell(target, notice);
    }
}
