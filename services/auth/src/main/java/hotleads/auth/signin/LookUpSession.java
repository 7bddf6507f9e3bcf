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
import java.util.Optional;
import java.util.OptionalInt;
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
            case SIGNED_OUT, SECOND_FACTOR -> new Found(session, account, Optional.empty(), OptionalInt.empty());
            case SET_UP ->
                new Found(
                        session,
                        account,
                        factors.pending(account, clock.instant())
                                .filter(factor -> factor.setUpBy().equals(session.sid())),
                        OptionalInt.empty());
            case SIGNED_IN, LOCKED ->
                new Found(
                        session,
                        account,
                        Optional.empty(),
                        factors.active(account)
                                .map(codes::left)
                                .map(OptionalInt::of)
                                .orElse(OptionalInt.empty()));
        };
    }

    /** @param settingUp the factor this session is setting up, if it began and has time left */
    record Found(Session session, Account account, Optional<Factor> settingUp, OptionalInt recoveryCodesLeft) {}
}
