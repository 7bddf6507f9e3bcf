package hotleads.auth.signin;

import hotleads.auth.accounts.Account;
import hotleads.auth.notices.Notice;
import hotleads.auth.notices.Notices;
import hotleads.auth.passkeys.AskForPasskey;
import hotleads.auth.passkeys.Binding;
import hotleads.auth.passkeys.CheckPasskey;
import hotleads.auth.passkeys.MadePasskey;
import hotleads.auth.passkeys.NewPasskey;
import hotleads.auth.passkeys.PasskeyCreation;
import hotleads.auth.passkeys.Passkeys;
import hotleads.auth.passkeys.Purpose;
import hotleads.auth.secondfactor.AppKey;
import hotleads.auth.secondfactor.AppKeys;
import hotleads.auth.secondfactor.Factor;
import hotleads.auth.secondfactor.Factors;
import hotleads.auth.secondfactor.Totp;
import hotleads.auth.sessions.Visit;
import hotleads.auth.trail.Act;
import hotleads.auth.trail.Trail;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One more factor, by someone who has just proved both: another passkey, or an app in the place of the one before. */
@Component
class AddFactor {
    private final FreshTurns turns;
    private final Factors factors;
    private final AppKeys keys;
    private final AskForPasskey ask;
    private final CheckPasskey check;
    private final Passkeys passkeys;
    private final OwnFactors own;
    private final Notices notices;
    private final Trail trail;
    private final Clock clock;

    AddFactor(
            FreshTurns turns,
            Factors factors,
            AppKeys keys,
            AskForPasskey ask,
            CheckPasskey check,
            Passkeys passkeys,
            OwnFactors own,
            Notices notices,
            Trail trail,
            Clock clock) {
        this.turns = turns;
        this.factors = factors;
        this.keys = keys;
        this.ask = ask;
        this.check = check;
        this.passkeys = passkeys;
        this.own = own;
        this.notices = notices;
        this.trail = trail;
        this.clock = clock;
    }

    /** Asks the browser to make a passkey. */
    @Transactional
    public Step<PasskeyCreation> startPasskey(Visit visit) {
        return turns.take(
                visit,
                turn -> Step.taken(
                        ask.toMake(turn.account(), Purpose.ADD, turn.session().sid())));
    }

    @Transactional
    public Step<OwnFactors.Owned> addPasskey(NewPasskey answer, Visit visit) {
        return turns.take(visit, turn -> {
            Optional<String> name = FactorName.of(answer.name());
            if (name.isEmpty()) {
                return Step.refused(Refusal.BAD_NAME);
            }
            Optional<MadePasskey> made = check.made(
                    answer, Binding.ofSession(Purpose.ADD, turn.session().sid()));
            if (made.isEmpty()) {
                return refuse(turn, Refusal.PASSKEY_REFUSED, visit);
            }
            Factor passkey = start(turn, Factor.Kind.PASSKEY, name.get());
            if (!passkeys.add(passkey, made.get())) {
                factors.remove(passkey);
                return refuse(turn, Refusal.PASSKEY_REFUSED, visit);
            }
            return add(turn.account(), passkey, visit);
        });
    }

    /** Hands out a fresh key; the app of before goes on until a code of the new one was right. */
    @Transactional
    public Step<SetUpApp.NewKey> startApp(Visit visit) {
        return turns.take(
                visit,
                turn -> Step.taken(new SetUpApp.NewKey(
                        turn.account(), keys.make(turn.account(), start(turn, Factor.Kind.APP, null)))));
    }

    @Transactional
    public Step<OwnFactors.Owned> addApp(String code, Visit visit) {
        return turns.take(
                visit,
                turn -> factors.pending(turn.account(), clock.instant())
                        .filter(factor -> factor.kind() == Factor.Kind.APP
                                && factor.setUpBy().equals(turn.session().sid()))
                        .map(app -> proveApp(turn, app, code, visit))
                        .orElseGet(() -> Step.refused(Refusal.SET_UP_EXPIRED)));
    }

    private Step<OwnFactors.Owned> proveApp(Turns.Turn turn, Factor app, String code, Visit visit) {
        AppKey key = keys.of(turn.account(), app);
        OptionalLong step = Totp.stepOf(key.secret(), code, clock.instant());
        if (step.isEmpty() || !keys.useStep(key, step.getAsLong())) {
            return refuse(turn, step.isEmpty() ? Refusal.WRONG_CODE : Refusal.CODE_ALREADY_USED, visit);
        }
        return add(turn.account(), app, visit);
    }

    private Factor start(Turns.Turn turn, Factor.Kind kind, @Nullable String name) {
        return factors.start(
                turn.account(),
                kind,
                name,
                turn.session().sid(),
                clock.instant().plus(Factors.SET_UP_TIME));
    }

    private Step<OwnFactors.Owned> add(Account account, Factor factor, Visit visit) {
        Instant now = clock.instant();
        factors.proved(factor, now);
        factors.activateBeside(account.id(), factor, now);
        trail.done(account.asActor(), Act.FACTOR_ADDED, OwnFactors.subject(account, factor), visit.address());
        notices.tell(account, Notice.FACTOR_ADDED);
        return Step.taken(own.of(account));
    }

    private Step<OwnFactors.Owned> refuse(Turns.Turn turn, Refusal why, Visit visit) {
        trail.refused(
                turn.account().asActor(), Act.FACTOR_REFUSED, turn.account().asSubject(), visit.address());
        return Step.refused(why);
    }
}
