package hotleads.auth.accounts;

import hotleads.auth.sealing.SealingKeys;
import hotleads.platform.endpoint.Role;
import hotleads.vault.Digests;
import hotleads.vault.Place;
import hotleads.vault.SealingKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stored accounts. */
@Component
public class Accounts {
    private static final String SELECT = """
            SELECT a.id, a.email, a.display_name, a.password, a.role, a.key_id, k.wrapped
            FROM account a JOIN sealing_key k ON k.id = a.key_id
            """;

    private final JdbcClient jdbc;
    private final SealingKeys keys;
    private final Digests digests;
    private final Clock clock;

    Accounts(JdbcClient jdbc, SealingKeys keys, Digests digests, Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.digests = digests;
        this.clock = clock;
    }

    public Optional<Account> find(EmailAddress email) {
        return jdbc.sql(SELECT + "WHERE a.email_digest = ?")
                .param(digestOf(email))
                .query(this::read)
                .optional();
    }

    public Optional<Account> find(AccountId id) {
        return jdbc.sql(SELECT + "WHERE a.id = ?")
                .param(id.value())
                .query(this::read)
                .optional();
    }

    /** What people are called, by account; accounts that are not there are left out. */
    public Map<UUID, String> namesOf(Collection<UUID> ids) {
        Map<UUID, String> names = new HashMap<>();
        jdbc.sql("""
                        SELECT a.id, a.display_name, a.key_id, k.wrapped
                        FROM account a JOIN sealing_key k ON k.id = a.key_id WHERE a.id = ANY (?)
                        """).param(ids.toArray(UUID[]::new)).query(row -> {
            UUID id = row.getObject("id", UUID.class);
            names.put(
                    id,
                    keys.unwrap(row.getObject("key_id", UUID.class), row.getBytes("wrapped"))
                            .openText(row.getBytes("display_name"), place("display_name", id)));
        });
        return names;
    }

    /** The account, held against every other step of signing in until the transaction ends. */
    public Optional<Account> hold(AccountId id) {
        return jdbc.sql(SELECT + "WHERE a.id = ? FOR UPDATE OF a")
                .param(id.value())
                .query(this::read)
                .optional();
    }

    public boolean anyoneIs(Role role) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM account WHERE role = ?)")
                .param(role.word())
                .query(Boolean.class)
                .single();
    }

    /** All in one role, in the order they joined. */
    public List<Account> in(Role role) {
        return jdbc.sql(SELECT + "WHERE a.role = ? ORDER BY a.created_at, a.id")
                .param(role.word())
                .query(this::read)
                .list();
    }

    public boolean exists(EmailAddress email) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM account WHERE email_digest = ?)")
                .param(digestOf(email))
                .query(Boolean.class)
                .single();
    }

    /** Empty when the e-mail got an account in the meantime. */
    public Optional<Account> add(
            EmailAddress email, String displayName, Role role, String passwordHash, SealingKey key) {
        UUID id = UUID.randomUUID();
        int added = jdbc.sql("""
                        INSERT INTO account
                          (id, email_digest, key_id, email, display_name, password, role, created_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT DO NOTHING
                        """)
                .params(
                        id,
                        digestOf(email),
                        key.id(),
                        key.seal(email.value(), place("email", id)),
                        key.seal(displayName, place("display_name", id)),
                        // Sealed as well as hashed: a stolen database alone gives nothing to guess against.
                        key.seal(passwordHash, place("password", id)),
                        role.word(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return added == 0
                ? Optional.empty()
                : Optional.of(new Account(new AccountId(id), role, email, displayName, passwordHash, key));
    }

    /** Keeps another hash of the same password, unless the password was changed in the meantime. */
    public void rehash(Account held, String before, String after) {
        if (held.passwordHash().equals(before)) {
            jdbc.sql("UPDATE account SET password = ? WHERE id = ?")
                    .params(
                            held.key().seal(after, place("password", held.id().value())),
                            held.id().value())
                    .update();
        }
    }

    /** The keyed digest an e-mail is found by. */
    public byte[] digestOf(EmailAddress email) {
        return digests.of("email", email.value());
    }

    private Account read(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        SealingKey key = keys.unwrap(row.getObject("key_id", UUID.class), row.getBytes("wrapped"));
        return new Account(
                new AccountId(id),
                Role.of(row.getString("role")),
                new EmailAddress(key.openText(row.getBytes("email"), place("email", id))),
                key.openText(row.getBytes("display_name"), place("display_name", id)),
                key.openText(row.getBytes("password"), place("password", id)),
                key);
    }

    private static Place place(String column, UUID id) {
        return new Place("account", column, id);
    }
}
