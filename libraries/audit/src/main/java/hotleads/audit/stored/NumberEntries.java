package hotleads.audit.stored;

import hotleads.audit.chain.ChainHash;
import hotleads.audit.chain.StoredEntry;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives each entry its number and its hash, after the act's own transaction: no act waits for another's.
 *
 * <p>Entries bear the transaction that brought them. What a snapshot no longer counts as running has arrived for good,
 * so only entries from there on are looked at again; one that commits late is simply found later, and gets the next
 * number. At its first look it goes through the whole trail, because a restored database counts transactions anew.
 */
public final class NumberEntries {
    private static final int AT_ONCE = 2_000;

    private static final String WAITING =
            " FROM audit_entry e WHERE e.arrived >= ?::text::xid8 AND e.arrived < ?::text::xid8"
                    + " AND NOT EXISTS (SELECT FROM audit_link l WHERE l.entry_id = e.id)";

    /** The highest there is: at the first look entries of another database's time count too. */
    private static final String NO_END = "18446744073709551615";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final ChainHash hash;
    private final String chain;
    private long lookedThroughTo;

    public NumberEntries(JdbcTemplate jdbc, PlatformTransactionManager transactions, String chain) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.chain = chain;
        this.hash = new ChainHash(chain);
    }

    /**
     * One round; several programs may try at once, one of them works.
     *
     * @return how many got their number
     */
    public synchronized int round() {
        Snapshot now = snapshot();
        if (!anyWaits(now)) {
            lookedThroughTo = now.runningFrom;
            return 0;
        }
        Integer numbered = transaction.execute(status -> hold() ? number() : 0);
        return numbered == null ? 0 : numbered;
    }

    private Snapshot snapshot() {
        return jdbc.query(
                        "SELECT pg_snapshot_xmin(s)::text::bigint, pg_snapshot_xmax(s)::text FROM pg_current_snapshot() s",
                        (row, n) -> new Snapshot(row.getLong(1), row.getString(2)))
                .getFirst();
    }

    private boolean anyWaits(Snapshot now) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "SELECT EXISTS (SELECT" + WAITING + ")", Boolean.class, Long.toString(lookedThroughTo), end(now)));
    }

    private String end(Snapshot now) {
        return lookedThroughTo == 0 ? NO_END : now.end;
    }

    /** Whoever holds this numbers; others leave it to him. */
    private boolean hold() {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "SELECT pg_try_advisory_xact_lock(hashtextextended('hotleads audit chain ' || ?, 0))",
                Boolean.class,
                chain));
    }

    private int number() {
        // Before the rows: whatever ends in between makes the rows newer than the snapshot, never older.
        Snapshot before = snapshot();
        List<StoredEntry> entries = jdbc.query(
                "SELECT " + Rows.ENTRY + WAITING + " ORDER BY e.arrived, e.id LIMIT " + AT_ONCE,
                (row, n) -> Rows.entry(row, 1),
                Long.toString(lookedThroughTo),
                end(before));
        if (!entries.isEmpty()) {
            append(entries, end());
        }
        if (entries.size() < AT_ONCE) {
            lookedThroughTo = before.runningFrom;
        }
        return entries.size();
    }

    private End end() {
        List<End> last = jdbc.query(
                "SELECT seq, hash FROM audit_link ORDER BY seq DESC LIMIT 1",
                (row, n) -> new End(row.getLong(1), row.getBytes(2)));
        return last.isEmpty() ? new End(0, ChainHash.start()) : last.getFirst();
    }

    private void append(List<StoredEntry> entries, End end) {
        List<Long> numbers = new ArrayList<>();
        List<UUID> ids = new ArrayList<>();
        List<byte[]> hashes = new ArrayList<>();
        long seq = end.seq;
        byte[] last = end.hash;
        for (StoredEntry entry : entries) {
            seq++;
            last = hash.next(seq, last, hash.digest(entry));
            numbers.add(seq);
            ids.add(entry.id());
            hashes.add(last);
        }
        jdbc.update(connection -> {
            var insert = connection.prepareStatement(
                    "INSERT INTO audit_link (seq, entry_id, hash) SELECT * FROM unnest(?::bigint[], ?::uuid[], ?::bytea[])");
            insert.setArray(1, array(connection, "bigint", numbers));
            insert.setArray(
                    2,
                    array(connection, "text", ids.stream().map(UUID::toString).toList()));
            insert.setArray(3, connection.createArrayOf("bytea", hashes.toArray(byte[][]::new)));
            return insert;
        });
    }

    private static java.sql.Array array(Connection connection, String type, List<?> values)
            throws java.sql.SQLException {
        return connection.createArrayOf(type, values.toArray());
    }

    /**
     * What the database counts as running.
     *
     * @param runningFrom the oldest running transaction: all before it have ended
     * @param end the first that had not begun
     */
    private record Snapshot(long runningFrom, String end) {}

    private record End(long seq, byte[] hash) {}
}
