package hotleads.auth.access;

import hotleads.audit.Actor;
import hotleads.auth.accounts.Account;
import hotleads.auth.accounts.AccountId;
import hotleads.auth.accounts.Accounts;
import hotleads.auth.trail.Act;
import hotleads.auth.trail.ClientAddress;
import hotleads.auth.trail.Trail;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.endpoint.Role;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets administrators act on accounts one after the other. Their own accounts are all held, in the order of their ids:
 * of two who demote each other at once, the second finds that they are no administrator any more.
 */
@Component
public class AdminTurns {
    private final Accounts accounts;
    private final Trail trail;

    AdminTurns(Accounts accounts, Trail trail) {
        this.accounts = accounts;
        this.trail = trail;
    }

    /**
     * Runs the act, unless the caller is no working administrator any more or there is no such account. A refusal
     * leaves its entry.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public <T> Outcome<T> act(Caller caller, AccountId about, ClientAddress from, Function<Turn, Outcome<T>> act) {
        accounts.holdAdministratorsAnd(about);
        Set<AccountId> working = accounts.workingAdministrators();
        Optional<Account> actor = Optional.of(new AccountId(caller.accountId()))
                .filter(working::contains)
                .flatMap(accounts::find);
        if (actor.isEmpty()) {
            return refuse(caller, about, from, AccessRefusal.NO_LONGER_ADMIN);
        }
        Outcome<T> outcome = accounts.find(about)
                .map(target -> act.apply(new Turn(actor.get(), target, working)))
                .orElseGet(() -> new Outcome.Refused<>(AccessRefusal.NOT_FOUND));
        return outcome instanceof Outcome.Refused<T>(AccessRefusal why) ? refuse(caller, about, from, why) : outcome;
    }

    private <T> Outcome<T> refuse(Caller caller, AccountId about, ClientAddress from, AccessRefusal why) {
        trail.refused(
                Actor.person(caller.accountId(), caller.role().word()),
                Act.ACCESS_REFUSED,
                new Trail.Subject("account", about.toString()),
                from);
        return new Outcome.Refused<>(why);
    }

    /**
     * Nobody else's to change until the transaction ends.
     *
     * @param working the administrators who can sign in, the actor among them
     */
    public record Turn(Account actor, Account target, Set<AccountId> working) {
        public boolean isAboutOneself() {
            return actor.id().equals(target.id());
        }

        public boolean targetIs(Role role) {
            return target.role() == role;
        }
    }
}
