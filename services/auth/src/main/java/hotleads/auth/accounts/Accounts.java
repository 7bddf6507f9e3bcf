package hotleads.auth.accounts;

import hotleads.auth.sealing.SealingKeys;
import hotleads.platform.endpoint.Role;
import hotleads.vault.Place;
import hotleads.vault.SealingKey;
import hotleads.vault.Unopened;
import hotleads.vault.inuse.KeysInUse;
import hotleads.vault.inuse.SearchKeys;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stored accounts. */
@Component
public class Accounts {
    private static final String SELECT = """
            SELECT a.id, a.email, a.display_name, a.password, a.role, a.locked_at, a.created_at, a.acuity_calendars,
              a.key_id, k.wrapped, k.wrapped_by,
              EXISTS (SELECT 1 FROM factor_reset r WHERE r.account_id = a.id AND r.state = 'done')
                AND NOT EXISTS (SELECT 1 FROM working_factor f WHERE f.account_id = a.id) AS needs_link
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

    /** @throws hotleads.vault.CannotOpen when what is stored of it does not open */
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

    /** What people are called, by account; accounts that are not there, or do not open, are left out. */
    public Map<UUID, String> namesOf(Collection<UUID> ids, Unopened unopened) {
        Map<UUID, String> names = new HashMap<>();
        jdbc.sql("""
                        SELECT a.id, a.display_name, a.key_id, k.wrapped, k.wrapped_by
                        FROM account a JOIN sealing_key k ON k.id = a.key_id WHERE a.id = ANY (?)
                        """).param(ids.toArray(UUID[]::new)).query(row -> {
            UUID id = row.getObject("id", UUID.class);
            UUID key = row.getObject("key_id", UUID.class);
            byte[] wrapped = row.getBytes("wrapped");
            UUID wrappedBy = row.getObject("wrapped_by", UUID.class);
            byte[] name = row.getBytes("display_name");
            unopened.open(() -> keys.unwrap(key, wrapped, wrappedBy).openText(name, place("display_name", id)))
                    .ifPresent(opened -> names.put(id, opened));
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

    /** All administrators and this account, each held as by {@link #hold}, in the order of their ids. */
    public List<Account> holdAdministratorsAnd(AccountId id) {
        return jdbc.sql(SELECT + "WHERE a.role = 'admin' OR a.id = ? ORDER BY a.id FOR UPDATE OF a")
                .param(id.value())
                .query(this::read)
                .list();
    }

    /** The administrators who can sign in: not locked, and with a second factor. */
    public Set<AccountId> workingAdministrators() {
        return Set.copyOf(jdbc.sql("""
                        SELECT a.id FROM account a WHERE a.role = 'admin' AND a.locked_at IS NULL
                          AND EXISTS (SELECT 1 FROM working_factor f WHERE f.account_id = a.id)
                        """)
                .query((row, n) -> new AccountId(row.getObject("id", UUID.class)))
                .list());
    }

    /** A page of all accounts in the order they were made, behind this one or from the first. */
    public List<Account> page(Optional<AccountId> behind, int most) {
        return jdbc.sql(SELECT + """
                        WHERE :behind::uuid IS NULL
                           OR (a.created_at, a.id) > (SELECT b.created_at, b.id FROM account b WHERE b.id = :behind)
                        ORDER BY a.created_at, a.id LIMIT :most
                        """)
                .param("behind", behind.map(AccountId::value).orElse(null), Types.OTHER)
                .param("most", most)
                .query(this::read)
                .list();
    }

    public void changeRole(Account account, Role role) {
        jdbc.sql("UPDATE account SET role = ? WHERE id = ?")
                .params(role.word(), account.id().value())
                .update();
    }

    /** @param since null unlocks */
    public void lock(Account account, @Nullable Instant since) {
        jdbc.sql("UPDATE account SET locked_at = :since WHERE id = :id")
                .param("since", since == null ? null : since.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", account.id().value())
                .update();
    }

    public boolean anyoneIs(Role role) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM account WHERE role = ?)")
                .param(role.word())
                .query(Boolean.class)
                .single();
    }

    /** All in one role, in the order they joined; those that do not open are left out. */
    public List<Account> in(Role role, Unopened unopened) {
        return jdbc
                .sql("SELECT id FROM account WHERE role = ? ORDER BY created_at, id")
                .param(role.word())
                .query((row, number) -> row.getObject("id", UUID.class))
                .list()
                .stream()
                .flatMap(id -> unopened.open(() -> find(new AccountId(id))).stream())
                .flatMap(Optional::stream)
                .toList();
    }

    public boolean exists(EmailAddress email) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM account WHERE email_digest = ANY (?))")
                .param(digestsOf(email, inUse.search()))
                .query(Boolean.class)
                .single();
    }

    /** Empty when the e-mail got an account in the meantime. */
    public Optional<Account> add(
            EmailAddress email,
            String displayName,
            Role role,
            List<Long> acuityCalendars,
            String passwordHash,
            SealingKey key) {
        UUID id = UUID.randomUUID();
        Instant now = clock.instant();
        SearchKeys digests = inUse.holdSearch();
        int added = jdbc.sql("""
                        INSERT INTO account
                          (id, email_digest, key_id, email, display_name, password, role, acuity_calendars, created_at)
                        SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?
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
                        acuityCalendars.toArray(Long[]::new),
                        now.atOffset(ZoneOffset.UTC),
                        // Under a key whose place another takes just now an index would not see that it is the same.
                        digestsOf(email, digests))
                .update();
        return added == 0
                ? Optional.empty()
                : Optional.of(new Account(
                        new AccountId(id),
                        role,
                        email,
                        displayName,
                        passwordHash,
                        new Standing(now, null, false),
                        acuityCalendars,
                        key));
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
        OffsetDateTime lockedAt = row.getObject("locked_at", OffsetDateTime.class);
        return new Account(
                new AccountId(id),
                Role.of(row.getString("role")),
                new EmailAddress(key.openText(row.getBytes("email"), place("email", id))),
                key.openText(row.getBytes("display_name"), place("display_name", id)),
                key.openText(row.getBytes("password"), place("password", id)),
                new Standing(
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        lockedAt == null ? null : lockedAt.toInstant(),
                        row.getBoolean("needs_link")),
                List.of((Long[]) row.getArray("acuity_calendars").getArray()),
                key);
    }

    private static Place place(String column, UUID id) {
        return new Place("account", column, id);
    }
}
