package hotleads.core.tombstones;

import hotleads.core.vault.Vault;
import hotleads.vault.inuse.SearchKeys;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells records of erased people from all others. Whoever takes something in asks here while holding the keys: an
 * erasure waits for them, and they for it.
 */
@Component
public class Tombstones {
    private final JdbcClient jdbc;
    private final Vault vault;
    private volatile boolean ledgerApplied;

    Tombstones(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** From now on the table holds all that the ledger does. */
    public void ledgerIsApplied() {
        ledgerApplied = true;
    }

    public boolean isLedgerApplied() {
        return ledgerApplied;
    }

    /**
     * Those of these texts that were written on a tombstone, each with when the last one was.
     *
     * @throws LedgerNotApplied before the ledger was: a restored database knows nothing of who was erased since
     */
    public Map<String, Instant> of(Collection<String> texts) {
        if (!ledgerApplied) {
            throw new LedgerNotApplied();
        }
        if (texts.isEmpty() || isEmpty()) {
            return Map.of();
        }
        SearchKeys keys = vault.everySearch();
        Map<ByteBuffer, String> wanted = new HashMap<>();
        Set<String> each = new HashSet<>(texts);
        each.forEach(text -> Arrays.stream(keys.any(Marks.DIGEST, text))
                .forEach(digest -> wanted.put(ByteBuffer.wrap(digest), text)));
        Map<String, Instant> found = new HashMap<>();
        jdbc.sql("SELECT digest, max(erased_at) AS erased_at FROM tombstone WHERE digest = ANY (?) GROUP BY digest")
                .param(wanted.keySet().stream().map(ByteBuffer::array).toArray(byte[][]::new))
                .query(row -> {
                    found.merge(
                            Objects.requireNonNull(wanted.get(ByteBuffer.wrap(row.getBytes("digest")))),
                            row.getTimestamp("erased_at").toInstant(),
                            (one, other) -> one.isAfter(other) ? one : other);
                });
        return found;
    }

    private boolean isEmpty() {
        return !jdbc.sql("SELECT EXISTS (SELECT 1 FROM tombstone)")
                .query(Boolean.class)
                .single();
    }
}
