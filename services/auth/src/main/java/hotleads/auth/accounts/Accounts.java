package hotleads.auth.accounts;

import hotleads.auth.sealing.SealingKeys;
import hotleads.platform.endpoint.Role;
import hotleads.vault.Place;
import hotleads.vault.SealingKey;
import hotleads.vault.inuse.KeysInUse;
import hotleads.vault.inuse.SearchKeys;
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
            SELECT a.id, a.email, a.display_name, a.password, a.role, a.key_id, k.wrapped, k.wrapped_by
            FROM account a JOIN sealing_key k ON k.id = a.key_id
            """;

    private final JdbcClient jdbc;
    private final SealingKeys keys;
    private final KeysInUse inUse;
    private final Clock clock;

    Accounts(JdbcClient jdbc, SealingKeys keys, KeysInUse inUse, Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.inUse = inUse;
        this.clock = clock;
    }

    public Optional<Account> find(EmailAddress email) {
        return jdbc.sql(SELECT + "WHERE a.email_digest = ANY (?)")
                .param(digestsOf(email, inUse.search()))
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
                        SELECT a.id, a.display_name, a.key_id, k.wrapped, k.wrapped_by
                        FROM account a JOIN sealing_key k ON k.id = a.key_id WHERE a.id = ANY (?)
                        """).param(ids.toArray(UUID[]::new)).query(row -> {
            UUID id = row.getObject("id", UUID.class);
            names.put(id, keys.unwrap(row).openText(row.getBytes("display_name"), place("display_name", id)));
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
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM account WHERE email_digest = ANY (?))")
                .param(digestsOf(email, inUse.search()))
                .query(Boolean.class)
                .single();
    }

    /** Empty when the e-mail got an account in the meantime. */
    public Optional<Account> add(
            EmailAddress email, String displayName, Role role, String passwordHash, SealingKey key) {
        UUID id = UUID.randomUUID();
        SearchKeys digests = inUse.holdSearch();
        int added = jdbc.sql("""
                        INSERT INTO account
                          (id, email_digest, key_id, email, display_name, password, role, created_at)
                        SELECT ?, ?, ?, ?, ?, ?, ?, ?
                        WHERE NOT EXISTS (SELECT 1 FROM account WHERE email_digest = ANY (?))
                        ON CONFLICT DO NOTHING
                        """)
                .params(
                        id,
                        digestOf(email, digests),
                        key.id(),
                        key.seal(email.value(), place("email", id)),
                        key.seal(displayName, place("display_name", id)),
                        // Sealed as well as hashed: a stolen database alone gives nothing to guess against.
                        key.seal(passwordHash, place("password", id)),
                        role.word(),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        // Under a key whose place another takes just now an index would not see that it is the same.
                        digestsOf(email, digests))
                .update();
        return added == 0
                ? Optional.empty()
                : Optional.of(new Account(new AccountId(id), role, email, displayName, passwordHash, key));
    }

    /** The keyed digest to store of an e-mail. */
    public static byte[] digestOf(EmailAddress email, SearchKeys held) {
        return held.of("email", email.value());
    }

    /** The keyed digests an e-mail is found by. */
    public static byte[][] digestsOf(EmailAddress email, SearchKeys keys) {
        return keys.any("email", email.value());
    }

    private Account read(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        SealingKey key = keys.unwrap(row);
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
