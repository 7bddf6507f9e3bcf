package hotleads.auth.signin;

import hotleads.auth.accounts.Account;
import hotleads.auth.accounts.Accounts;
import hotleads.auth.secondfactor.Factor;
import hotleads.auth.secondfactor.Factors;
import hotleads.auth.secondfactor.RecoveryCodes;
import hotleads.auth.sessions.Session;
import hotleads.auth.sessions.Sessions;
import hotleads.auth.sessions.Visit;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds out how far the browser's session is; looking does not count as use, or an open page would never be idle. */
@Component
class LookUpSession {
    private final Sessions sessions;
    private final Accounts accounts;
    private final Factors factors;
    private final RecoveryCodes codes;
    private final Clock clock;

    LookUpSession(Sessions sessions, Accounts accounts, Factors factors, RecoveryCodes codes, Clock clock) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.factors = factors;
        this.codes = codes;
        this.clock = clock;
    }

    Optional<Found> find(Visit visit) {
        return Optional.ofNullable(visit.secret())
                .flatMap(sessions::find)
                .flatMap(session -> accounts.find(session.account()).map(account -> describe(session, account)));
    }

    private Found describe(Session session, Account account) {
        return switch (session.state()) {
            case SIGNED_OUT -> found(session, account);
            case SECOND_FACTOR, LOCKED -> found(session, account).asking(kindsOf(account));
            case SET_UP -> found(session, account).settingUp(pending(session, account));
            case SIGNED_IN -> found(session, account).asking(kindsOf(account));
        };
    }

    private Found found(Session session, Account account) {
        return new Found(session, account, Set.of(), Optional.empty(), codes.left(account.id()));
    }

    private Optional<Factor> pending(Session session, Account account) {
        return factors.pending(account, clock.instant())
                .filter(factor -> factor.setUpBy().equals(session.sid()));
    }

    private Set<Factor.Kind> kindsOf(Account account) {
        List<Factor> active = factors.active(account);
        return (active.isEmpty() ? factors.pending(account, clock.instant()).stream() : active.stream())
                .map(Factor::kind)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * @param asked the kinds of factor that may be proved now
     * @param settingUp the factor this session is setting up, if it began and has time left
     */
    record Found(
            Session session,
            Account account,
            Set<Factor.Kind> asked,
            Optional<Factor> settingUp,
            int recoveryCodesLeft) {
        private Found asking(Set<Factor.Kind> kinds) {
            return new Found(session, account, kinds, settingUp, recoveryCodesLeft);
        }

        private Found settingUp(Optional<Factor> factor) {
            return new Found(session, account, asked, factor, recoveryCodesLeft);
        }
    }
}
