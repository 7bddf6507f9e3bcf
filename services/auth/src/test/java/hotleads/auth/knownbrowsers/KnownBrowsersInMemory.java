package hotleads.auth.knownbrowsers;

import hotleads.auth.Nowhere;
import hotleads.auth.accounts.AccountId;
import hotleads.auth.accounts.EmailAddress;
import hotleads.vault.inuse.KeysInUse;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The browsers of one account in a set, as {@link KnownBrowsers} keeps them in the database; none is away for a year.
 */
public final class KnownBrowsersInMemory extends KnownBrowsers {
    private final Set<BrowserSecret> known = new HashSet<>();
    private final SecureRandom random;

    public KnownBrowsersInMemory(KeysInUse keys, SecureRandom random, Clock clock) {
        super(Nowhere.client(), keys, random, clock);
        this.random = random;
    }

    @Override
    public boolean knows(@Nullable BrowserSecret browser, EmailAddress email) {
        return browser != null && known.contains(browser);
    }

    @Override
    public BrowserSecret remember(AccountId account, @Nullable BrowserSecret before) {
        BrowserSecret secret = BrowserSecret.random(random);
        if (before != null) {
            known.remove(before);
        }
        known.add(secret);
        return secret;
    }

    @Override
    public void forgetAll(AccountId account) {
        known.clear();
    }
}
