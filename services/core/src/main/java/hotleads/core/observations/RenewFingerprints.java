package hotleads.core.observations;

import hotleads.contracts.AcuityAppointment;
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

/** The fingerprints of what Acuity answered, under the search key in force. */
@Component
@Order(2)
class RenewFingerprints implements Renewal {
    private static final int AT_ONCE = 300;
    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final AcuityRecords records;
    private final Vault vault;

    RenewFingerprints(JdbcClient jdbc, AcuityRecords records, Vault vault) {
        this.jdbc = jdbc;
        this.records = records;
        this.vault = vault;
    }

    @Override
    public Purpose purpose() {
        return Purpose.SEARCH;
    }

    @Override
    public long rows() {
        return jdbc.sql("SELECT count(*) FROM observation").query(Long.class).single();
    }

    @Override
    public Batch renewAfter(@Nullable String mark) {
        SearchKeys keys = vault.holdSearch();
        List<Kept> kept = jdbc.sql("SELECT id, content, key_id FROM observation WHERE id > ? ORDER BY id LIMIT ?")
                .params(mark == null ? FIRST : UUID.fromString(mark), AT_ONCE)
                .query((row, number) -> new Kept(
                        row.getObject("id", UUID.class), row.getBytes("content"), row.getObject("key_id", UUID.class)))
                .list();
        List<UUID> ids = new ArrayList<>();
        List<byte[]> fingerprints = new ArrayList<>();
        for (Kept one : kept) {
            try {
                fingerprints.add(records.fingerprint(opened(one), keys));
                ids.add(one.id);
            } catch (CannotOpen unreadable) {
                // Erased, or altered: what it says is not known any more, and the next answer is news.
            }
        }
        jdbc.sql("""
                        UPDATE observation o SET fingerprint = n.fingerprint
                        FROM unnest(?, ?) AS n (id, fingerprint) WHERE o.id = n.id
                        """)
                .params(ids.toArray(UUID[]::new), fingerprints.toArray(byte[][]::new))
                .update();
        return new Batch(
                kept.size(),
                kept.size() - ids.size(),
                kept.size() < AT_ONCE ? null : kept.getLast().id.toString());
    }

    private @Nullable AcuityAppointment opened(Kept one) {
        return one.content == null || one.keyId == null
                ? null
                : records.open(one.content, vault.key(one.keyId), one.id);
    }

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Kept(
            UUID id, byte @Nullable [] content, @Nullable UUID keyId) {}
}
