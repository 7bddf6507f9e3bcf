package hotleads.auth.passkeys;

import hotleads.auth.Nowhere;
import hotleads.auth.accounts.Account;
import hotleads.auth.accounts.AccountId;
import hotleads.auth.secondfactor.Factor;
import hotleads.auth.secondfactor.FactorsInMemory;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The passkeys of one account in a list, as {@link Passkeys} keeps them in the database; one goes with its factor. */
public final class PasskeysInMemory extends Passkeys {
    private final AccountId account;
    private final FactorsInMemory factors;
    private final byte[] handle = new byte[64];
    private final List<Passkey> passkeys = new ArrayList<>();

    public PasskeysInMemory(AccountId account, FactorsInMemory factors, SecureRandom random) {
        super(Nowhere.client(), random);
        this.account = account;
        this.factors = factors;
        random.nextBytes(handle);
    }

    @Override
    Optional<Passkey> find(byte[] credentialId) {
        return of(account).stream()
                .filter(passkey -> Arrays.equals(passkey.credentialId(), credentialId))
                .findFirst();
    }

    @Override
    List<Passkey> of(AccountId of) {
        passkeys.removeIf(passkey -> !factors.has(passkey.id()));
        return List.copyOf(passkeys);
    }

    @Override
    public boolean add(Factor factor, MadePasskey made) {
        if (find(made.credentialId()).isPresent()) {
            return false;
        }
        return passkeys.add(new Passkey(
                factor.id(),
                account,
                handle,
                made.credentialId(),
                made.credential(),
                made.counter(),
                made.transports(),
                made.backupEligible(),
                made.backedUp()));
    }

    @Override
    void used(Passkey passkey, long counter, boolean backedUp) {
        passkeys.removeIf(other -> other.id().equals(passkey.id()));
        passkeys.add(new Passkey(
                passkey.id(),
                account,
                handle,
                passkey.credentialId(),
                passkey.credential(),
                counter,
                passkey.transports(),
                passkey.backupEligible(),
                backedUp));
    }

    @Override
    byte[] handleOf(Account owner) {
        return handle;
    }
}
