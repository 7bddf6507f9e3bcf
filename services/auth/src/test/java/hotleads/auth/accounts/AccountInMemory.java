package hotleads.auth.accounts;

import hotleads.auth.Nowhere;
import hotleads.auth.sealing.SealingKeys;
import hotleads.platform.endpoint.Role;
import hotleads.vault.SealingKey;
import hotleads.vault.inuse.KeysInUse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One account and no other, as {@link Accounts} keeps many in the database. */
public final class AccountInMemory extends Accounts {
    private Account only;

    public AccountInMemory(
            String email, String passwordHash, SealingKey key, SealingKeys keys, KeysInUse inUse, Clock clock) {
        super(Nowhere.client(), keys, inUse, clock);
        this.only = new Account(
                new AccountId(UUID.randomUUID()),
                Role.CLIENT,
                EmailAddress.asTyped(email),
                "Someone",
                passwordHash,
                new Standing(clock.instant(), null, false),
                new Practice(List.of(), null, null),
                UUID.randomUUID(),
                key);
    }

    @Override
    public Optional<Account> find(EmailAddress email) {
        return Optional.of(only).filter(account -> account.email().equals(email));
    }

    @Override
    public Optional<Account> find(AccountId id) {
        return Optional.of(only).filter(account -> account.id().equals(id));
    }

    @Override
    public Optional<Account> hold(AccountId id) {
        return find(id);
    }

    @Override
    public void rehash(Account held, String before, String after) {
        if (held.passwordHash().equals(before)) {
            only = new Account(
                    only.id(),
                    only.role(),
                    only.email(),
                    only.displayName(),
                    after,
                    only.standing(),
                    only.practice(),
                    only.person(),
                    only.key());
        }
    }
}
