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
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

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

    /** A fresh key, stored in the caller's transaction. */
    public SealingKey newKey(UUID id, String kind) {
        WrappingKey.WrappedKey made = practice.holdWrapping().newKey(id);
        jdbc.sql("INSERT INTO sealing_key (id, kind, wrapped, wrapped_by, created_at) VALUES (?, ?, ?, ?, ?)")
                .params(id, kind, made.wrapped(), made.by(), java.sql.Timestamp.from(clock.instant()))
                .update();
        // Not remembered yet: the transaction may still be rolled back.
        return made.key();
    }

    /**
     * The key with this id.
     *
     * @throws CannotOpen when the stored key does not unwrap
     * @throws KeyDestroyed when it is gone
     */
    public SealingKey key(UUID id) {
        SealingKey known = opened.getIfPresent(id);
        return known != null
                ? known
                : keys(java.util.List.of(id)).values().iterator().next();
    }

    /** The keys with these ids, read in one go; destroyed ones make it fail. */
    public Map<UUID, SealingKey> keys(Collection<UUID> ids) {
        Map<UUID, SealingKey> found = new HashMap<>(opened.getAllPresent(ids));
        UUID[] missing =
                ids.stream().filter(id -> !found.containsKey(id)).distinct().toArray(UUID[]::new);
        if (missing.length > 0) {
            jdbc.sql("SELECT id, wrapped, wrapped_by FROM sealing_key WHERE id = ANY (?)")
                    .param(missing)
                    .query((row, number) -> new Wrapped(
                            row.getObject("id", UUID.class),
                            row.getBytes("wrapped"),
                            row.getObject("wrapped_by", UUID.class)))
                    .list()
                    .forEach(key -> found.put(key.id, practice.unwrap(key.id, key.wrapped, key.by)));
            Arrays.stream(missing)
                    .filter(id -> !found.containsKey(id))
                    .findFirst()
                    .ifPresent(id -> {
                        throw new KeyDestroyed(id);
                    });
            opened.putAll(found);
        }
        return found;
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
