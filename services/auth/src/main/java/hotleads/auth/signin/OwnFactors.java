package hotleads.auth.signin;

import hotleads.auth.accounts.Account;
import hotleads.auth.notices.Notice;
import hotleads.auth.notices.Notices;
import hotleads.auth.secondfactor.Factor;
import hotleads.auth.secondfactor.Factors;
import hotleads.auth.secondfactor.RecoveryCode;
import hotleads.auth.secondfactor.RecoveryCodes;
import hotleads.auth.sessions.Stage;
import hotleads.auth.sessions.Visit;
import hotleads.auth.trail.Act;
import hotleads.auth.trail.Trail;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How someone signs in, for themselves to look through: never less than one factor, and recovery codes to fall back on.
 */
@Component
class OwnFactors {
    private final Turns turns;
    private final FreshTurns freshTurns;
    private final Factors factors;
    private final RecoveryCodes codes;
    private final SignOut signOut;
    private final Notices notices;
    private final Trail trail;
    private final Clock clock;

    OwnFactors(
            Turns turns,
            FreshTurns freshTurns,
            Factors factors,
            RecoveryCodes codes,
            SignOut signOut,
            Notices notices,
            Trail trail,
            Clock clock) {
        this.turns = turns;
        this.freshTurns = freshTurns;
        this.factors = factors;
        this.codes = codes;
        this.signOut = signOut;
        this.notices = notices;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional
    public Step<Owned> list(Visit visit) {
        return turns.take(visit, Stage.SIGNED_IN)
                .map(turn -> Step.taken(of(turn.account())))
                .orElseGet(() -> Step.refused(Refusal.SIGNED_OUT));
    }

    @Transactional
    public Step<Owned> rename(UUID id, String typed, Visit visit) {
        return withFactor(id, visit, (turn, factor) -> {
            Optional<String> name = FactorName.of(typed);
            if (name.isEmpty()) {
                return Step.refused(Refusal.BAD_NAME);
            }
            factors.rename(turn.account(), factor, name.get());
            return done(turn, Act.FACTOR_RENAMED, factor, visit);
        });
    }

    /** Removes a factor, and ends every other session: one of them may be what it is removed for. */
    @Transactional
    public Step<Owned> remove(UUID id, Visit visit) {
        return withFactor(id, visit, (turn, factor) -> {
            Owned owned = of(turn.account());
            if (owned.factors().size() == 1) {
                return refuse(turn, factor, Refusal.LAST_FACTOR, visit);
            }
            if (owned.recoveryCodesLeft() == 0) {
                return refuse(turn, factor, Refusal.NO_RECOVERY_CODES, visit);
            }
            factors.remove(factor);
            signOut.endOthers(turn.account(), turn.session(), visit);
            notices.tell(turn.account(), Notice.FACTOR_REMOVED);
            return done(turn, Act.FACTOR_REMOVED, factor, visit);
        });
    }

    /** Ten fresh codes; those of before stay in force until one of these was typed back. */
    @Transactional
    public Step<List<RecoveryCode>> issueCodes(Visit visit) {
        return freshTurns.take(visit, turn -> {
            trail.done(
                    turn.account().asActor(),
                    Act.RECOVERY_CODES_ISSUED,
                    turn.account().asSubject(),
                    visit.address());
            return Step.taken(codes.issue(turn.account().id(), turn.session().sid()));
        });
    }

    @Transactional
    public Step<Owned> confirmCodes(int number, String code, Visit visit) {
        return freshTurns.take(visit, turn -> {
            Account account = turn.account();
            UUID sid = turn.session().sid();
            if (number != FinishSetUp.NUMBER_ASKED || !codes.isRight(account.id(), sid, number, code)) {
                trail.refused(account.asActor(), Act.FACTOR_REFUSED, account.asSubject(), visit.address());
                return Step.refused(Refusal.WRONG_CODE);
            }
            codes.putInForce(account.id(), sid, clock.instant());
            trail.done(account.asActor(), Act.RECOVERY_CODES_RENEWED, account.asSubject(), visit.address());
            notices.tell(account, Notice.RECOVERY_CODES_MADE);
            return Step.taken(of(account));
        });
    }

    Owned of(Account account) {
        return new Owned(factors.active(account), codes.left(account.id()));
    }

    static Trail.Subject subject(Account account, Factor factor) {
        return new Trail.Subject("factor", factor.id().toString(), account.key());
    }

    private Step<Owned> withFactor(UUID id, Visit visit, BiFunction<Turns.Turn, Factor, Step<Owned>> act) {
        return freshTurns.take(
                visit,
                turn -> factors.active(turn.account()).stream()
                        .filter(factor -> factor.id().equals(id))
                        .findFirst()
                        .map(factor -> act.apply(turn, factor))
                        .orElseGet(() -> Step.refused(Refusal.NO_SUCH_FACTOR)));
    }

    private Step<Owned> done(Turns.Turn turn, Act act, Factor factor, Visit visit) {
        Account account = turn.account();
        trail.done(account.asActor(), act, subject(account, factor), visit.address());
        return Step.taken(of(account));
    }

    private Step<Owned> refuse(Turns.Turn turn, Factor factor, Refusal why, Visit visit) {
        Account account = turn.account();
        trail.refused(account.asActor(), Act.FACTOR_REMOVED, subject(account, factor), visit.address());
        return Step.refused(why);
    }

    /** Every way of signing in that is left. */
    record Owned(List<Factor> factors, int recoveryCodesLeft) {}
}
