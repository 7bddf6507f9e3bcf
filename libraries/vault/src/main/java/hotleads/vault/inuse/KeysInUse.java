package hotleads.vault.inuse;

import hotleads.vault.CannotOpen;
import hotleads.vault.Digests;
import hotleads.vault.KeyPlace;
import hotleads.vault.KeySet;
import hotleads.vault.KeyUnusable;
import hotleads.vault.Purpose;
import hotleads.vault.SealingKey;
import hotleads.vault.Signer;
import hotleads.vault.WrappingKey;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A program's keys, opened once and kept in memory, and which of them its database has in use.
 *
 * <p>The table {@code practice_key} decides, so that all instances agree: whoever meets the id of a key he does not
 * know reads the keys anew. What is made with a key that must not change meanwhile is made while the keys are held; a
 * rotation waits for all who hold them.
 */
public final class KeysInUse {
    private static final String LOCK = "(hashtextextended('hotleads keys ' || current_schema(), 0))";
    private static final String HOLD = "SELECT pg_advisory_xact_lock_shared" + LOCK;
    static final String HOLD_ALONE = "SELECT pg_advisory_xact_lock" + LOCK;

    private final KeyPlace place;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ReentrantLock opening = new ReentrantLock();
    private volatile @Nullable KeySet opened;

    public KeysInUse(KeyPlace place, JdbcTemplate jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.place = place;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Opens the keys at the start. Without a database there is nothing to compare them with yet: then they are opened
     * when they are first needed.
     *
     * @throws KeyUnusable when they cannot be had, or are not those this database was sealed with
     */
    public void openAtStart() {
        try {
            keys();
        } catch (DataAccessException | TransactionException away) {
            // The program says that it is not ready, and why, until the database is back.
        }
    }

    /** What is wrong with the keys, in words for whoever runs the program. */
    public Optional<String> problem() {
        try {
            keys();
            return Optional.empty();
        } catch (KeyUnusable unusable) {
            return Optional.of(String.valueOf(unusable.getMessage()));
        } catch (DataAccessException | TransactionException away) {
            return Optional.of("PostgreSQL does not answer");
        }
    }

    private KeySet keys() {
        KeySet known = opened;
        if (known != null) {
            return known;
        }
        opening.lock();
        try {
            KeySet read = opened == null ? open() : opened;
            opened = read;
            return read;
        } finally {
            opening.unlock();
        }
    }

    private KeySet open() {
        KeySet read = place.read();
        transaction.executeWithoutResult(status -> putInUseAtFirstStart(read));
        refuseUnlessOurs(read);
        return read;
    }

    /** Of several instances that try, one wins, and all use its keys. */
    private void putInUseAtFirstStart(KeySet read) {
        for (Purpose purpose : Purpose.values()) {
            jdbc.update("""
                    INSERT INTO practice_key (id, purpose, state, since)
                    SELECT ?, ?, 'in-force', ? WHERE NOT EXISTS (SELECT 1 FROM practice_key WHERE purpose = ?)
                    ON CONFLICT DO NOTHING
                    """, read.newest(purpose), purpose.word(), Timestamp.from(clock.instant()), purpose.word());
        }
    }

    private void refuseUnlessOurs(KeySet read) {
        for (Row row : jdbc.query(
                "SELECT id, purpose FROM practice_key ORDER BY purpose = 'practice' DESC, since DESC",
                (row, number) -> new Row(row.getObject(1, UUID.class), row.getString(2)))) {
            if (!read.holds(row.id)) {
                throw lacks(row.purpose, row.id);
            }
        }
        jdbc.query(
                        "SELECT id, wrapped, wrapped_by FROM sealing_key ORDER BY id LIMIT 1",
                        (row, number) -> new Wrapped(
                                row.getObject(1, UUID.class), row.getBytes(2), row.getObject(3, UUID.class)))
                .forEach(one -> refuseUnlessOpens(read, one));
    }

    private void refuseUnlessOpens(KeySet read, Wrapped one) {
        try {
            if (!read.holds(one.by)) {
                throw lacks(Purpose.PRACTICE.word(), one.by);
            }
            read.wrapping(one.by).unwrap(one.id, one.wrapped);
        } catch (CannotOpen another) {
            throw new KeyUnusable("The practice key " + one.by + " in " + place.name()
                    + " bears the name of the one this database was sealed with, and is another. Put that one back");
        }
    }

    private KeyUnusable lacks(String purpose, UUID id) {
        return new KeyUnusable("This database needs the " + purpose + " key " + id + ", and " + place.name()
                + " does not hold it. Put back the keys that hold it, or name another database in"
                + " HOTLEADS_DATABASE_URL");
    }

    /** The keys, read anew when the id is unknown: another instance may have made it. */
    private KeySet holding(Purpose purpose, UUID id) {
        KeySet known = keys();
        if (known.holds(id)) {
            return known;
        }
        KeySet read = readAnew();
        if (!read.holds(id)) {
            throw lacks(purpose.word(), id);
        }
        return read;
    }

    KeySet readAnew() {
        opening.lock();
        try {
            KeySet read = place.read();
            opened = read;
            return read;
        } finally {
            opening.unlock();
        }
    }

    KeyPlace place() {
        return place;
    }

    /** The practice key in force, which stays so until the caller's transaction ends. */
    public WrappingKey holdWrapping() {
        jdbc.query(HOLD, row -> {});
        UUID id = inUse(Purpose.PRACTICE).getFirst();
        return holding(Purpose.PRACTICE, id).wrapping(id);
    }

    /**
     * The key of an identity, person or account.
     *
     * @param by the practice key that wrapped it
     * @throws CannotOpen when it was altered or belongs to another id
     */
    public SealingKey unwrap(UUID id, byte[] wrapped, UUID by) {
        return holding(Purpose.PRACTICE, by).wrapping(by).unwrap(id, wrapped);
    }

    byte[] rewrap(UUID id, byte[] wrapped, UUID by, WrappingKey newer) {
        return holding(Purpose.PRACTICE, by).wrapping(by).rewrap(id, wrapped, newer);
    }

    /** The search keys, which stay so until the caller's transaction ends: whoever stores digests holds them. */
    public SearchKeys holdSearch() {
        jdbc.query(HOLD, row -> {});
        return search();
    }

    /** The search keys of this moment. */
    public SearchKeys search() {
        return new SearchKeys(inUse(Purpose.SEARCH).stream()
                .map(id -> holding(Purpose.SEARCH, id).digests(id))
                .toList());
    }

    /** Every search key there ever was: for what cannot be made anew, because only its digest is kept. */
    public SearchKeys everySearch() {
        UUID newest = inUse(Purpose.SEARCH).getFirst();
        KeySet keys = holding(Purpose.SEARCH, newest);
        List<Digests> all =
                keys.ids(Purpose.SEARCH).reversed().stream().map(keys::digests).toList();
        return new SearchKeys(all);
    }

    /** Waits for all who hold keys; until the caller's transaction ends nothing new is sealed or found. */
    public void holdAlone() {
        jdbc.query(HOLD_ALONE, row -> {});
    }

    /** The anchors' key in force, which stays so until the caller's transaction ends. */
    public Signer holdSigner() {
        jdbc.query(HOLD, row -> {});
        UUID id = inUse(Purpose.ANCHORS).getFirst();
        return holding(Purpose.ANCHORS, id).signer(id);
    }

    /** Every key that ever signed anchors, the first one first. */
    public List<Signer> signers() {
        KeySet keys = holding(Purpose.ANCHORS, inUse(Purpose.ANCHORS).getFirst());
        return keys.ids(Purpose.ANCHORS).stream().map(keys::signer).toList();
    }

    /** The one in force first, and any whose place it takes. */
    private List<UUID> inUse(Purpose purpose) {
        keys();
        return jdbc.query(
                "SELECT id FROM practice_key WHERE purpose = ? AND state <> 'retired' ORDER BY state = 'in-force' DESC",
                (row, number) -> row.getObject(1, UUID.class),
                purpose.word());
    }

    private record Row(UUID id, String purpose) {}

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Wrapped(UUID id, byte[] wrapped, UUID by) {}
}
