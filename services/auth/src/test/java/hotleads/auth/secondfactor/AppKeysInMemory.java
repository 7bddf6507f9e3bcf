package hotleads.auth.secondfactor;

import hotleads.auth.Nowhere;
import hotleads.auth.accounts.Account;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** The keys of one account's apps in a map, as {@link AppKeys} keeps them in the database. */
public final class AppKeysInMemory extends AppKeys {
    private final Map<UUID, byte[]> secrets = new HashMap<>();
    private final Map<UUID, Long> lastSteps = new HashMap<>();
    private final SecureRandom random;

    public AppKeysInMemory(SecureRandom random) {
        super(Nowhere.client(), random);
        this.random = random;
    }

    @Override
    public AppKey make(Account account, Factor app) {
        byte[] secret = new byte[Totp.SECRET_BYTES];
        random.nextBytes(secret);
        secrets.put(app.id(), secret);
        return new AppKey(app, secret);
    }

    @Override
    public AppKey of(Account account, Factor app) {
        return new AppKey(app, Objects.requireNonNull(secrets.get(app.id())));
    }

    @Override
    public boolean useStep(AppKey key, long step) {
        Long last = lastSteps.get(key.factor().id());
        if (last != null && last >= step && last <= step + 2) {
            return false;
        }
        lastSteps.put(key.factor().id(), step);
        return true;
    }
}
