package hotleads.auth.accounts;

import hotleads.auth.sealing.SealingKeys;
import hotleads.platform.endpoint.Role;
import hotleads.vault.CannotOpen;
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
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stored accounts. */
@Component
public class Accounts {
    private static final String SELECT = """
            SELECT a.id, a.email, a.display_name, a.password, a.role, a.locked_at, a.created_at, a.acuity_calendars,
              a.google_address, a.zoom_host, a.person_id, a.key_id, k.wrapped, k.wrapped_by,
              EXISTS (SELECT 1 FROM factor_reset r WHERE r.account_id = a.id AND r.state = 'done')
                AND NOT EXISTS (SELECT 1 FROM working_factor f WHERE f.account_id = a.id) AS needs_link
            FROM account a JOIN sealing_key k ON k.id = a.key_id
            """;

    private static final String ASKED_OR_ANY = """
            (SELECT true AS is_asked, asked.* FROM (%1$s WHERE a.email_digest = ANY (?)) asked)
            UNION ALL (SELECT false, any_one.* FROM (%1$s ORDER BY a.id LIMIT 1) any_one) LIMIT 1
            """.formatted(SELECT);

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

    /**
     * What strangers ask for: where there is no such account another is read, opened and forgotten in its place, or the
     * time it takes would tell.
     *
     * @throws CannotOpen when what is stored of it does not open
     */
    public Optional<Account> find(EmailAddress email) {
        return jdbc.sql(ASKED_OR_ANY)
                .param(digestsOf(email, inUse.search()))
                .query(this::readAsked)
                .optional()
                .flatMap(asked -> asked);
    }

    private Optional<Account> readAsked(ResultSet row, int number) throws SQLException {
        boolean isAsked = row.getBoolean("is_asked");
        try {
            return Optional.of(read(row, number)).filter(account -> isAsked);
        } catch (CannotOpen broken) {
            if (isAsked) {
                throw broken;
            }
            return Optional.empty();
        }
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

    /**
     * Holds all administrators and this account as {@link #hold} does, in the order of their ids. None is opened: one
     * that does not open must not keep the others from acting.
     */
    public void holdAdministratorsAnd(AccountId id) {
        jdbc.sql("SELECT a.id FROM account a WHERE a.role = 'admin' OR a.id = ? ORDER BY a.id FOR UPDATE")
                .param(id.value())
                .query((row, number) -> row.getObject("id", UUID.class))
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
    public List<AccountId> page(Optional<AccountId> behind, int most) {
        return jdbc.sql("""
                        SELECT a.id FROM account a
                        WHERE :behind::uuid IS NULL
                           OR (a.created_at, a.id) > (SELECT b.created_at, b.id FROM account b WHERE b.id = :behind)
                        ORDER BY a.created_at, a.id LIMIT :most
                        """)
                .param("behind", behind.map(AccountId::value).orElse(null), Types.OTHER)
                .param("most", most)
                .query((row, number) -> new AccountId(row.getObject("id", UUID.class)))
                .list();
    }

    public void changeRole(Account account, Role role) {
        jdbc.sql("UPDATE account SET role = ? WHERE id = ?")
                .params(role.word(), account.id().value())
                .update();
    }

    public void changePractice(Account account, Practice practice) {
        jdbc.sql("UPDATE account SET acuity_calendars = :calendars, google_address = :google, zoom_host = :zoom"
                        + " WHERE id = :id")
                .param("calendars", practice.acuityCalendars().toArray(Long[]::new))
                .param("google", sealed(practice.googleAddress(), account, "google_address"), Types.BINARY)
                .param("zoom", sealed(practice.zoomHost(), account, "zoom_host"), Types.BINARY)
                .param("id", account.id().value())
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

    /** Whose calendars at Acuity need no opening. */
    public List<Long> calendarsOfPractitionersOtherThan(Collection<AccountId> these) {
        return jdbc.sql("""
                        SELECT DISTINCT unnest(acuity_calendars) FROM account
                        WHERE role = ? AND NOT id = ANY (?) ORDER BY 1
                        """)
                .params(
                        Role.PRACTITIONER.word(),
                        these.stream().map(AccountId::value).toArray(UUID[]::new))
                .query((row, number) -> row.getLong(1))
                .list();
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

    /** Whether a client can already sign in to see what this person may see of themselves. */
    public boolean existsAbout(UUID person) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM account WHERE person_id = ?)")
                .param(person)
                .query(Boolean.class)
                .single();
    }

    /** Empty when the e-mail, or the person, got an account in the meantime. */
    public Optional<Account> add(
            EmailAddress email,
            String displayName,
            Role role,
            List<Long> acuityCalendars,
            @Nullable UUID person,
            String passwordHash,
            SealingKey key) {
        UUID id = UUID.randomUUID();
        Instant now = clock.instant();
        SearchKeys digests = inUse.holdSearch();
        int added = jdbc.sql("""
                        INSERT INTO account
                          (id, email_digest, key_id, email, display_name, password, role, acuity_calendars, person_id,
                           created_at)
                        SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
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
                        new SqlParameterValue(Types.OTHER, person),
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
                        new Practice(acuityCalendars, null, null),
                        person,
                        key));
    }

    /** Keeps another hash, of the same password or another, unless it was changed in the meantime. */
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
                new Practice(
                        List.of((Long[]) row.getArray("acuity_calendars").getArray()),
                        address(row, key, "google_address", id),
                        address(row, key, "zoom_host", id)),
                row.getObject("person_id", UUID.class),
                key);
    }

    private static @Nullable EmailAddress address(ResultSet row, SealingKey key, String column, UUID id)
            throws SQLException {
        byte[] sealed = row.getBytes(column);
        return sealed == null ? null : new EmailAddress(key.openText(sealed, place(column, id)));
    }

    private static byte @Nullable [] sealed(@Nullable EmailAddress address, Account account, String column) {
        return address == null
                ? null
                : account.key().seal(address.value(), place(column, account.id().value()));
    }

    private static Place place(String column, UUID id) {
        return new Place("account", column, id);
    }
}
