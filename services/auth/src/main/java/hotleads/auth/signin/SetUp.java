package hotleads.auth.signin;

import hotleads.auth.accounts.Account;
import hotleads.auth.secondfactor.Factor;
import hotleads.auth.secondfactor.Factors;
import hotleads.auth.secondfactor.RecoveryCode;
import hotleads.auth.secondfactor.RecoveryCodes;
import hotleads.auth.secondfactor.Totp;
import hotleads.auth.sessions.Session;
import hotleads.auth.sessions.Sessions;
import hotleads.auth.sessions.Stage;
import hotleads.auth.sessions.Visit;
import hotleads.auth.trail.Act;
import hotleads.auth.trail.Trail;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Setting up an authenticator app: take a key, prove it with a code, save the recovery codes. */
@Component
class SetUp {
    /** The code people copy back, so that we know they saved them. */
    private static final int NUMBER_ASKED = 4;

    private final Turns turns;
    private final Factors factors;
    private final RecoveryCodes codes;
    private final Sessions sessions;
    private final SignOut signOut;
    private final Trail trail;
    private final SecureRandom random;
    private final Clock clock;

    SetUp(
            Turns turns,
            Factors factors,
            RecoveryCodes codes,
            Sessions sessions,
            SignOut signOut,
            Trail trail,
            SecureRandom random,
            Clock clock) {
        this.turns = turns;
        this.factors = factors;
        this.codes = codes;
        this.sessions = sessions;
        this.signOut = signOut;
        this.trail = trail;
        this.random = random;
        this.clock = clock;
    }

    /** Hands out a fresh key; an unfinished set-up is forgotten. */
    @Transactional
    public Step<NewKey> start(Visit visit) {
        return inSetUp(visit, turn -> {
            byte[] secret = new byte[Totp.SECRET_BYTES];
            random.nextBytes(secret);
            Factor factor = factors.start(turn.account(), turn.session().sid(), secret, clock.instant());
            record(turn, Act.SET_UP_STARTED, visit);
            return Step.taken(new NewKey(turn.account(), factor));
        });
    }

    /** Takes the new app's first code, and hands out the recovery codes. */
    @Transactional
    public Step<List<RecoveryCode>> prove(String code, Visit visit) {
        return withPending(visit, false, (turn, factor) -> {
            Instant now = clock.instant();
            OptionalLong step = Totp.stepOf(factor.secret(), code, now);
            if (step.isEmpty() || !factors.useStep(factor, step.getAsLong())) {
                refuse(turn, visit);
                return Step.refused(step.isEmpty() ? Refusal.WRONG_CODE : Refusal.CODE_ALREADY_USED);
            }
            factors.proved(factor, now);
            record(turn, Act.FACTOR_PROVED, visit);
            record(turn, Act.RECOVERY_CODES_ISSUED, visit);
            return Step.taken(sessions.advance(turn.session().factorProved(now)), codes.issue(factor));
        });
    }

    /** Hands out fresh recovery codes, because the ones before were shown once and may be gone with the page. */
    @Transactional
    public Step<List<RecoveryCode>> reissue(Visit visit) {
        return withPending(visit, true, (turn, factor) -> {
            record(turn, Act.RECOVERY_CODES_ISSUED, visit);
            return Step.taken(codes.issue(factor));
        });
    }

    /** Takes back one recovery code as proof that they were saved; from here on the person is signed in. */
    @Transactional
    public Step<Stage> finish(int number, String code, Visit visit) {
        return withPending(visit, true, (turn, factor) -> {
            if (number != NUMBER_ASKED || !codes.isRight(factor, number, code)) {
                refuse(turn, visit);
                return Step.refused(Refusal.WRONG_CODE);
            }
            Session next = turn.session().setUpFinished(clock.instant());
            factors.activate(turn.account().id(), factor, clock.instant());
            signOut.endOthers(turn.account(), next, visit);
            record(turn, Act.SET_UP_FINISHED, visit);
            record(turn, Act.SIGNED_IN, visit);
            return Step.taken(sessions.advance(next), next.state());
        });
    }

    private <T> Step<T> inSetUp(Visit visit, Function<Turns.Turn, Step<T>> step) {
        return turns.take(visit, Stage.SET_UP)
                // Whoever has a factor already gets another only by a recovery code, never by the password alone.
                .filter(turn -> turn.session().recoveredAt() != null
                        || factors.active(turn.account()).isEmpty())
                .map(step)
                .orElseGet(() -> Step.refused(Refusal.SIGNED_OUT));
    }

    private <T> Step<T> withPending(Visit visit, boolean proved, PendingStep<T> step) {
        return inSetUp(
                visit,
                turn -> pendingOf(turn)
                        .filter(factor ->
                                !proved || factor.isProved() && turn.session().secondFactorAt() != null)
                        .map(factor -> step.take(turn, factor))
                        .orElseGet(() -> Step.refused(Refusal.SET_UP_EXPIRED)));
    }

    private Optional<Factor> pendingOf(Turns.Turn turn) {
        return factors.pending(turn.account(), clock.instant())
                .filter(factor -> factor.setUpBy().equals(turn.session().sid()));
    }

    private void record(Turns.Turn turn, Act act, Visit visit) {
        trail.done(turn.account().asActor(), act, turn.account().asSubject(), visit.address());
    }

    private void refuse(Turns.Turn turn, Visit visit) {
        trail.refused(
                turn.account().asActor(), Act.SET_UP_REFUSED, turn.account().asSubject(), visit.address());
    }

    private interface PendingStep<T> {
        Step<T> take(Turns.Turn turn, Factor factor);
    }

    /** A key for the app of this account. */
    record NewKey(Account account, Factor factor) {}
}
