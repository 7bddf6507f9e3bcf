package hotleads.core.vault;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import hotleads.vault.CannotOpen;
import hotleads.vault.Place;
import hotleads.vault.SealingKey;
import hotleads.vault.Unopened;
import hotleads.vault.WrappingKey;
import hotleads.vault.inuse.KeysInUse;
import hotleads.vault.inuse.SearchKeys;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Hands out the keys that seal and open: one for each identity and person, kept wrapped beside the data. */
@Component
public class Vault {
    // An opened key lives in memory for a while only, so that a destroyed one is soon gone everywhere.
    private final Cache<UUID, SealingKey> opened = Caffeine.newBuilder()
            .maximumSize(50_000)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();
    private final KeysInUse practice;
    private final JdbcClient jdbc;
    private final Clock clock;

    Vault(KeysInUse practice, JdbcClient jdbc, Clock clock) {
        this.practice = practice;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What digests are made and looked for with at this moment. */
    public SearchKeys search() {
        return practice.search();
    }

    /** The same, until the caller's transaction ends: for whoever stores digests. */
    public SearchKeys holdSearch() {
        return practice.holdSearch();
    }

    /** Every search key there ever was: for digests that outlive what they were made of. */
    public SearchKeys everySearch() {
        return practice.everySearch();
    }

    /** Nothing new is sealed, and nobody new is found, until the caller's transaction ends. */
    public void holdAlone() {
        practice.holdAlone();
    }

    /** Keys that are destroyed open nothing here from now on; elsewhere they are forgotten within minutes. */
    public void forget(Collection<UUID> destroyed) {
        opened.invalidateAll(destroyed);
    }

    /** A fresh key, stored in the caller's transaction. */
    public SealingKey newKey(UUID id, String kind) {
        Here here = here();
        if (here.wrapping == null) {
            here.wrapping = practice.holdWrapping();
        }
        WrappingKey.WrappedKey made = here.wrapping.newKey(id);
        jdbc.sql("INSERT INTO sealing_key (id, kind, wrapped, wrapped_by, created_at) VALUES (?, ?, ?, ?, ?)")
                .params(id, kind, made.wrapped(), made.by(), java.sql.Timestamp.from(clock.instant()))
                .update();
        here.made.put(id, made.key());
        return made.key();
    }

    /** A key is gone with the caller's transaction: what it sealed is lost for good, wherever copies of it lie. */
    public void destroy(UUID id) {
        jdbc.sql("DELETE FROM sealing_key WHERE id = ?").param(id).update();
        opened.invalidate(id);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    // Somebody may have read it in between.
                    opened.invalidate(id);
                }
            });
        }
    }

    /** What the caller's transaction alone knows until it ends. */
    private static final class Here {
        private final Map<UUID, SealingKey> made = new HashMap<>();
        /** Held until then. */
        private @Nullable WrappingKey wrapping;
    }

    private Here here() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Here bound) {
            return bound;
        }
        Here here = new Here();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.bindResource(this, here);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    TransactionSynchronizationManager.unbindResource(Vault.this);
                    if (status == STATUS_COMMITTED) {
                        opened.putAll(here.made);
                    }
                }
            });
        }
        return here;
    }

    /**
     * The key with this id.
     *
     * @throws CannotOpen when the stored key does not unwrap
     * @throws KeyDestroyed when it is gone
     */
    public SealingKey key(UUID id) {
        SealingKey known = opened.getIfPresent(id);
        return known != null ? known : keys(List.of(id)).values().iterator().next();
    }

    /** The keys with these ids, read in one go; destroyed ones make it fail. */
    public Map<UUID, SealingKey> keys(Collection<UUID> ids) {
        Map<UUID, SealingKey> found = new HashMap<>(opened.getAllPresent(ids));
        Map<UUID, SealingKey> made = here().made;
        ids.stream().filter(made::containsKey).forEach(id -> found.put(id, made.get(id)));
        List<UUID> missing =
                ids.stream().filter(id -> !found.containsKey(id)).distinct().toList();
        if (!missing.isEmpty()) {
            Map<UUID, SealingKey> read = read(missing);
            opened.putAll(read);
            found.putAll(read);
        }
        return found;
    }

    private Map<UUID, SealingKey> read(List<UUID> ids) {
        Map<UUID, SealingKey> read = new HashMap<>();
        jdbc.sql("SELECT id, wrapped, wrapped_by FROM sealing_key WHERE id = ANY (?)")
                .param(ids.toArray(UUID[]::new))
                .query((row, number) -> new Wrapped(
                        row.getObject("id", UUID.class),
                        row.getBytes("wrapped"),
                        row.getObject("wrapped_by", UUID.class)))
                .list()
                .forEach(key -> read.put(key.id, practice.unwrap(key.id, key.wrapped, key.by)));
        ids.stream().filter(id -> !read.containsKey(id)).findFirst().ifPresent(id -> {
            throw new KeyDestroyed(id);
        });
        return read;
    }

    /** The keys with these ids; those that are gone or do not unwrap are left out and remembered. */
    public Map<UUID, SealingKey> keys(Collection<UUID> ids, Unopened unopened) {
        Map<UUID, SealingKey> found = new HashMap<>();
        unopened.open(() -> keys(ids))
                .ifPresentOrElse(
                        found::putAll,
                        // Rare, so each is asked for again to tell which.
                        () -> ids.forEach(id -> unopened.open(() -> key(id)).ifPresent(key -> found.put(id, key))));
        return found;
    }

    /** Opens a value under the key with this id. */
    public String open(UUID keyId, byte[] sealed, Place place) {
        return key(keyId).openText(sealed, place);
    }

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Wrapped(UUID id, byte[] wrapped, UUID by) {}
}
