package hotleads.auth.resets;

import hotleads.auth.Nowhere;
import hotleads.auth.accounts.AccountId;
import hotleads.auth.invites.LinkSecret;
import java.time.Clock;
import java.util.Optional;

/** A practice in which nothing was ever reset. */
public final class NoResets extends Resets {
    public NoResets(Clock clock) {
        super(Nowhere.client(), clock);
    }

    @Override
    public Optional<AccountId> accountOf(LinkSecret link) {
        return Optional.empty();
    }
}
