package hotleads.auth.signin;

import hotleads.auth.Nowhere;
import hotleads.auth.RunningAuth;
import hotleads.auth.TestDevice;
import hotleads.auth.accounts.AccountInMemory;
import hotleads.auth.accounts.EmailAddress;
import hotleads.auth.knownbrowsers.KnownBrowsersInMemory;
import hotleads.auth.notices.NoNotices;
import hotleads.auth.passkeys.CheapPasskeys;
import hotleads.auth.passkeys.PasskeysInMemory;
import hotleads.auth.passwords.PasswordHashing;
import hotleads.auth.passwords.PasswordPolicy;
import hotleads.auth.resets.NoResets;
import hotleads.auth.sealing.SealingKeys;
import hotleads.auth.secondfactor.AppKeysInMemory;
import hotleads.auth.secondfactor.FactorsInMemory;
import hotleads.auth.secondfactor.RecoveryCodesInMemory;
import hotleads.auth.sessions.SessionsInMemory;
import hotleads.auth.sessions.SignedInSessionsInMemory;
import hotleads.auth.throttle.ThrottleInMemory;
import hotleads.auth.trail.NoTrail;
import hotleads.platform.time.HandClock;
import hotleads.vault.SealingKey;
import hotleads.vault.inuse.KeysInUse;
import java.net.URI;
import java.security.SecureRandom;
import org.springframework.transaction.PlatformTransactionManager;

/** The product's own steps over stores in memory, fresh for each account, so that a walk costs microseconds. */
final class StepsInMemory implements RandomWalks.Ground {
    private final SecureRandom random = new SecureRandom();
    private final PlatformTransactionManager transactions = Nowhere.transactions();
    private final PasswordHashing hashing;
    private final PasswordPolicy policy;
    private final SealingKeys keys;
    private final KeysInUse inUse;
    private final SealingKey key;
    private final HandClock clock;
    private final ThrottleInMemory throttle;
    private final NoTrail trail;
    private final NoNotices notices;

    StepsInMemory(PasswordHashing hashing, PasswordPolicy policy, SealingKeys keys, KeysInUse inUse, HandClock clock) {
        this.hashing = hashing;
        this.policy = policy;
        this.keys = keys;
        this.inUse = inUse;
        this.key = keys.create();
        this.clock = clock;
        this.throttle = new ThrottleInMemory(inUse, clock);
        this.trail = new NoTrail(keys, clock);
        this.notices = new NoNotices(clock);
    }

    @Override
    public TestDevice device() {
        return TestDevice.cheap();
    }

    @Override
    public void forgetTries() {
        throttle.forgetAll();
    }

    @Override
    public RandomWalks.Steps steps(String email, String password) {
        AccountInMemory accounts =
                new AccountInMemory(email, hashing.inTurn(hasher -> hasher.hash(password)), key, keys, inUse, clock);
        SessionsInMemory sessions = new SessionsInMemory(random, clock);
        FactorsInMemory factors = new FactorsInMemory();
        AppKeysInMemory apps = new AppKeysInMemory(random);
        RecoveryCodesInMemory codes = new RecoveryCodesInMemory(inUse, random);
        KnownBrowsersInMemory browsers = new KnownBrowsersInMemory(inUse, random, clock);
        PasskeysInMemory passkeys = new PasskeysInMemory(
                accounts.find(EmailAddress.asTyped(email)).orElseThrow().id(), factors, random);
        CheapPasskeys cheap = new CheapPasskeys(passkeys, URI.create(RunningAuth.PUBLIC_URL), random, clock);
        Guessers guessers = new Guessers(browsers);
        PasswordTries passwordTries = new PasswordTries(throttle, trail);
        CodeTries codeTries = new CodeTries(throttle, guessers, trail);
        Turns turns = new Turns(sessions, accounts);
        FreshTurns freshTurns = new FreshTurns(turns, clock);
        SignOut signOut = new SignOut(sessions, accounts, trail);
        Admission admission = new Admission(browsers, trail);
        SetUpTurns setUpTurns = new SetUpTurns(turns, factors, codes, sessions, trail, clock);
        OwnFactors own = new OwnFactors(turns, freshTurns, factors, codes, signOut, notices, trail, clock);
        return new RandomWalks.Steps(
                new ProvePassword(
                        guessers,
                        passwordTries,
                        accounts,
                        hashing,
                        factors,
                        sessions,
                        signOut,
                        new NoResets(clock),
                        trail,
                        transactions,
                        clock),
                new ProveSecondFactor(turns, codeTries, factors, apps, sessions, signOut, admission, trail, clock),
                new UseRecoveryCode(turns, codeTries, codes, sessions, signOut, notices, trail, clock),
                new SignInByPasskey(
                        cheap.ask, cheap.check, accounts, factors, sessions, signOut, admission, trail, random, clock),
                new SetUpApp(setUpTurns, factors, apps, clock),
                new SetUpPasskey(setUpTurns, cheap.ask, cheap.check, factors, passkeys, clock),
                new FinishSetUp(setUpTurns, factors, codes, sessions, signOut, browsers, admission, notices, clock),
                new AddFactor(freshTurns, factors, apps, cheap.ask, cheap.check, passkeys, own, notices, trail, clock),
                own,
                new ChangePassword(
                        freshTurns,
                        guessers,
                        passwordTries,
                        policy,
                        hashing,
                        accounts,
                        sessions,
                        signOut,
                        notices,
                        trail,
                        transactions),
                signOut,
                new LookUpSession(sessions, accounts, factors, codes, clock),
                new SignedInSessionsInMemory(sessions, accounts, factors, clock));
    }
}
