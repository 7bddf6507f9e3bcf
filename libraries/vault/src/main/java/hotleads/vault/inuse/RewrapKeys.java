package hotleads.vault.inuse;

import hotleads.vault.CannotOpen;
import hotleads.vault.Purpose;
import hotleads.vault.WrappingKey;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The keys of identities, people and accounts, wrapped by the practice key in force. What they sealed stays as it is.
 */
public final class RewrapKeys implements Renewal {
    private static final int AT_ONCE = 500;
    private static final UUID FIRST = new UUID(0, 0);

    private final KeysInUse keys;
    private final JdbcTemplate jdbc;

    public RewrapKeys(KeysInUse keys, JdbcTemplate jdbc) {
        this.keys = keys;
        this.jdbc = jdbc;
    }

    @Override
    public Purpose purpose() {
        return Purpose.PRACTICE;
    }

    @Override
    public long rows() {
        Long rows = jdbc.queryForObject("SELECT count(*) FROM sealing_key", Long.class);
        return rows == null ? 0 : rows;
    }

    @Override
    public Batch renewAfter(@Nullable String mark) {
        WrappingKey newer = keys.holdWrapping();
        List<Stored> stored = jdbc.query(
                "SELECT id, wrapped, wrapped_by FROM sealing_key WHERE id > ? ORDER BY id LIMIT " + AT_ONCE,
                (row, number) ->
                        new Stored(row.getObject(1, UUID.class), row.getBytes(2), row.getObject(3, UUID.class)),
                mark == null ? FIRST : UUID.fromString(mark));
        List<Object[]> rewrapped = new ArrayList<>();
        int leftOut = 0;
        for (Stored one : stored) {
            if (!one.by.equals(newer.id())) {
                try {
                    rewrapped.add(
                            new Object[] {keys.rewrap(one.id, one.wrapped, one.by, newer), newer.id(), one.id, one.by});
                } catch (CannotOpen altered) {
                    // One that was altered must not keep the others under the old key.
                    leftOut++;
                }
            }
        }
        jdbc.batchUpdate(
                "UPDATE sealing_key SET wrapped = ?, wrapped_by = ? WHERE id = ? AND wrapped_by = ?", rewrapped);
        return new Batch(
                stored.size(),
                leftOut,
                stored.size() < AT_ONCE ? null : stored.getLast().id.toString());
    }

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Stored(UUID id, byte[] wrapped, UUID by) {}
}
