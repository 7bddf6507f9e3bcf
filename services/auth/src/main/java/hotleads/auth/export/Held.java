package hotleads.auth.export;

import hotleads.auth.accounts.Account;
import hotleads.auth.accounts.AccountId;
import hotleads.auth.accounts.Accounts;
import hotleads.auth.notices.Notice;
import hotleads.auth.sealing.SealingKeys;
import hotleads.auth.secondfactor.Factors;
import hotleads.auth.sessions.Sessions;
import hotleads.contracts.AccountsHeld;
import hotleads.vault.Place;
import hotleads.vault.SealingKey;
import hotleads.vault.Unopened;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what is held of accounts and opens it: all but what proves who somebody is. */
@Component
class Held {
    private final Accounts accounts;
    private final Factors factors;
    private final Sessions sessions;
    private final SealingKeys keys;
    private final JdbcClient jdbc;

    Held(Accounts accounts, Factors factors, Sessions sessions, SealingKeys keys, JdbcClient jdbc) {
        this.accounts = accounts;
        this.factors = factors;
        this.sessions = sessions;
        this.keys = keys;
        this.jdbc = jdbc;
    }

    List<AccountsHeld.Account> accountsOf(List<UUID> people, Unopened unopened) {
        return jdbc
                .sql("SELECT id FROM account WHERE person_id = ANY (?) ORDER BY created_at, id")
                .param(people.toArray(UUID[]::new))
                .query((row, number) -> new AccountId(row.getObject("id", UUID.class)))
                .list()
                .stream()
                .flatMap(id -> unopened.open(() -> accounts.find(id)).flatMap(found -> found).stream())
                .map(account -> heldOf(account, unopened))
                .toList();
    }

    private AccountsHeld.Account heldOf(Account account, Unopened unopened) {
        return new AccountsHeld.Account(
                account.id().value(),
                account.email().value(),
                account.displayName(),
                account.role().word(),
                account.standing().joinedAt(),
                account.standing().lockedAt(),
                listed(unopened, () -> factorsOf(account)),
                listed(unopened, () -> sessionsOf(account)),
                noticesOf(account),
                resetsOf(account, unopened),
                actsOf(account, unopened));
    }

    private static <T> List<T> listed(Unopened unopened, Supplier<List<T>> read) {
        return unopened.open(read).orElse(List.of());
    }

    private List<AccountsHeld.Factor> factorsOf(Account account) {
        return factors.active(account).stream()
                .map(factor -> new AccountsHeld.Factor(
                        factor.kind().word(), factor.name(), factor.activeAt(), factor.lastUsedAt()))
                .toList();
    }

    private List<AccountsHeld.Session> sessionsOf(Account account) {
        return sessions.openedBy(account).stream()
                .map(session -> new AccountsHeld.Session(
                        (session.device().browser() + ' ' + session.device().system()).strip(),
                        session.address(),
                        session.openedAt(),
                        session.lastUsedAt()))
                .toList();
    }

    private List<AccountsHeld.Notice> noticesOf(Account account) {
        return jdbc.sql("SELECT kind, made_at, over_at FROM notice WHERE account_id = ? ORDER BY made_at")
                .param(account.id().value())
                .query((row, number) -> new AccountsHeld.Notice(
                        Notice.of(row.getString("kind")).subject(), time(row, "made_at"), timeOrNone(row, "over_at")))
                .list();
    }

    private List<AccountsHeld.Reset> resetsOf(Account account, Unopened unopened) {
        return jdbc.sql("""
                        SELECT id, state, asked_at, asked_by, reason, identity_check FROM factor_reset
                        WHERE account_id = ? ORDER BY asked_at
                        """)
                .param(account.id().value())
                .query((row, number) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return new AccountsHeld.Reset(
                            row.getString("state"),
                            time(row, "asked_at"),
                            row.getObject("asked_by", UUID.class),
                            text(
                                    row.getBytes("reason"),
                                    account.key(),
                                    new Place("factor_reset", "reason", id),
                                    unopened),
                            text(
                                    row.getBytes("identity_check"),
                                    account.key(),
                                    new Place("factor_reset", "identity_check", id),
                                    unopened));
                })
                .list();
    }

    /** Where from is told of what they did themselves: where somebody else sat is no business of theirs. */
    private List<AccountsHeld.Act> actsOf(Account account, Unopened unopened) {
        String id = account.id().toString();
        return jdbc.sql("""
                        SELECT id, at, actor, act, outcome, sealed, key_id FROM audit_entry
                        WHERE actor = ? OR (subject_kind = 'account' AND subject = ?) ORDER BY at
                        """)
                .params(id, id)
                .query((row, number) -> {
                    boolean isOwn = id.equals(row.getString("actor"));
                    return new AccountsHeld.Act(
                            time(row, "at"),
                            row.getString("act"),
                            row.getString("outcome"),
                            isOwn ? "self" : "somebody-else",
                            isOwn ? addressIn(row, account, unopened) : null);
                })
                .list();
    }

    private @Nullable String addressIn(ResultSet row, Account account, Unopened unopened) throws SQLException {
        byte[] sealed = row.getBytes("sealed");
        UUID key = row.getObject("key_id", UUID.class);
        if (sealed == null || key == null) {
            return null;
        }
        Place place = new Place("audit_entry", "sealed", row.getObject("id", UUID.class));
        Optional<SealingKey> found = key.equals(account.key().id()) ? Optional.of(account.key()) : keys.find(key);
        return found.map(held -> text(sealed, held, place, unopened)).orElse(null);
    }

    /** What waits for them to open their first account: with it their address goes. */
    List<AccountsHeld.Invite> invitesOf(List<UUID> people, Unopened unopened) {
        return jdbc
                .sql("""
                        SELECT i.id, i.email, i.display_name, i.created_at, i.expires_at, i.key_id, k.wrapped, k.wrapped_by
                        FROM invite i JOIN sealing_key k ON k.id = i.key_id
                        WHERE i.person_id = ANY (?) AND i.over_at IS NULL ORDER BY i.created_at
                        """)
                .param(people.toArray(UUID[]::new))
                .query((row, number) -> invite(row, unopened))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<AccountsHeld.Invite> invite(ResultSet row, Unopened unopened) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        byte[] email = row.getBytes("email");
        byte[] name = row.getBytes("display_name");
        Instant createdAt = time(row, "created_at");
        Instant expiresAt = time(row, "expires_at");
        UUID key = row.getObject("key_id", UUID.class);
        byte[] wrapped = row.getBytes("wrapped");
        UUID wrappedBy = row.getObject("wrapped_by", UUID.class);
        return unopened.open(() -> keys.unwrap(key, wrapped, wrappedBy))
                .map(opened -> new AccountsHeld.Invite(
                        text(email, opened, new Place("invite", "email", id), unopened),
                        text(name, opened, new Place("invite", "display_name", id), unopened),
                        createdAt,
                        expiresAt));
    }

    private static String text(byte[] sealed, SealingKey key, Place place, Unopened unopened) {
        return unopened.open(() -> key.openText(sealed, place)).orElse("");
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant timeOrNone(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
