package hotleads.core.sources;

import hotleads.core.vault.Vault;
import hotleads.vault.CannotOpen;
import hotleads.vault.Purpose;
import hotleads.vault.inuse.Renewal;
import hotleads.vault.inuse.SearchKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The fingerprints of what Zoom, Zoho and Google answered, under the search key in force. */
@Component
@Order(3)
class RenewSourceFingerprints implements Renewal {
    private static final int AT_ONCE = 300;
    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final Vault vault;

    RenewSourceFingerprints(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    @Override
    public Purpose purpose() {
        return Purpose.SEARCH;
    }

    @Override
    public long rows() {
        return jdbc.sql("SELECT count(*) FROM source_observation")
                .query(Long.class)
                .single();
    }

    @Override
    public Batch renewAfter(@Nullable String mark) {
        SearchKeys keys = vault.holdSearch();
        List<Kept> kept = jdbc.sql(
                        "SELECT id, state, content, key_id FROM source_observation WHERE id > ? ORDER BY id LIMIT ?")
                .params(mark == null ? FIRST : UUID.fromString(mark), AT_ONCE)
                .query((row, number) -> new Kept(
                        row.getObject("id", UUID.class),
                        row.getString("state"),
                        row.getBytes("content"),
                        row.getObject("key_id", UUID.class)))
                .list();
        List<UUID> ids = new ArrayList<>();
        List<byte[]> fingerprints = new ArrayList<>();
        for (Kept one : kept) {
            try {
                fingerprints.add(keys.of(SourceObservations.DIGEST, SourceObservations.text(one.state, opened(one))));
                ids.add(one.id);
            } catch (CannotOpen unreadable) {
                // Erased, or altered: what it says is not known any more, and the next answer is news.
            }
        }
        jdbc.sql("""
                        UPDATE source_observation o SET fingerprint = n.fingerprint
                        FROM unnest(?, ?) AS n (id, fingerprint) WHERE o.id = n.id
                        """)
                .params(ids.toArray(UUID[]::new), fingerprints.toArray(byte[][]::new))
                .update();
        return new Batch(
                kept.size(),
                kept.size() - ids.size(),
                kept.size() < AT_ONCE ? null : kept.getLast().id.toString());
    }

    private @Nullable String opened(Kept one) {
        return one.content == null || one.keyId == null
                ? null
                : vault.open(one.keyId, one.content, SourceObservations.place(one.id));
    }

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Kept(
            UUID id,
            String state,
            byte @Nullable [] content,
            @Nullable UUID keyId) {}
}
