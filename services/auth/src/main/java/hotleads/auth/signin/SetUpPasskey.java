package hotleads.auth.signin;

import hotleads.auth.passkeys.AskForPasskey;
import hotleads.auth.passkeys.Binding;
import hotleads.auth.passkeys.CheckPasskey;
import hotleads.auth.passkeys.MadePasskey;
import hotleads.auth.passkeys.NewPasskey;
import hotleads.auth.passkeys.PasskeyCreation;
import hotleads.auth.passkeys.Passkeys;
import hotleads.auth.passkeys.Purpose;
import hotleads.auth.secondfactor.Factor;
import hotleads.auth.secondfactor.Factors;
import hotleads.auth.secondfactor.RecoveryCode;
import hotleads.auth.sessions.Visit;
import hotleads.auth.trail.Act;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Setting up a passkey: its device makes it and proves it in one go. */
@Component
class SetUpPasskey {
    private final SetUpTurns turns;
    private final AskForPasskey ask;
    private final CheckPasskey check;
    private final Factors factors;
    private final Passkeys passkeys;
    private final Clock clock;

    SetUpPasskey(
            SetUpTurns turns, AskForPasskey ask, CheckPasskey check, Factors factors, Passkeys passkeys, Clock clock) {
        this.turns = turns;
        this.ask = ask;
        this.check = check;
        this.factors = factors;
        this.passkeys = passkeys;
        this.clock = clock;
    }

    /** Asks the browser to make a passkey. */
    @Transactional
    public Step<PasskeyCreation> start(Visit visit) {
        return turns.take(visit, turn -> {
            turns.record(turn, Act.SET_UP_STARTED, visit);
            return Step.taken(
                    ask.toMake(turn.account(), Purpose.SET_UP, turn.session().sid()));
        });
    }

    /** Takes the new passkey, and hands out the recovery codes; an unfinished set-up is forgotten. */
    @Transactional
    public Step<List<RecoveryCode>> prove(NewPasskey answer, Visit visit) {
        return turns.take(
                visit,
                turn -> FactorName.of(answer.name())
                        .map(name -> prove(turn, answer, name, visit))
                        .orElseGet(() -> Step.refused(Refusal.BAD_NAME)));
    }

    private Step<List<RecoveryCode>> prove(Turns.Turn turn, NewPasskey answer, String name, Visit visit) {
        Optional<MadePasskey> made = check.made(
                answer, Binding.ofSession(Purpose.SET_UP, turn.session().sid()));
        if (made.isEmpty()) {
            return turns.refuse(turn, Refusal.PASSKEY_REFUSED, visit);
        }
        Factor passkey = factors.start(
                turn.account(), Factor.Kind.PASSKEY, name, turn.session().sid(), turns.endOfSetUp());
        if (!passkeys.add(passkey, made.get())) {
            factors.remove(passkey);
            return turns.refuse(turn, Refusal.PASSKEY_REFUSED, visit);
        }
        return turns.proved(turn, passkey, turn.session().passkeyProved(clock.instant()), visit);
    }
}
