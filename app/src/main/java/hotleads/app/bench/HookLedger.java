package hotleads.app.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What was acknowledged, kept apart from the product: a line for each answer of 200, with the request's id, which the
 * inbox and the trail keep too.
 */
final class HookLedger implements AutoCloseable {
    private static final int AT_ONCE = 10_000;

    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final BufferedWriter file;

    HookLedger(Path file) {
        try {
            this.file = Files.newBufferedWriter(file);
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot write " + file, failed);
        }
    }

    synchronized void acknowledged(String requestId, long appointment) {
        acknowledged.add(requestId);
        try {
            file.write(requestId + " " + appointment + "\n");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    int size() {
        return acknowledged.size();
    }

    /**
     * What the product keeps of all that was acknowledged.
     *
     * @param lost acknowledged and not in the inbox
     * @param doubled in the inbox more than once
     * @param unrecorded without its one entry in the audit trail
     */
    record Kept(long lost, long doubled, long unrecorded) {}

    Kept kept(Connection core) throws SQLException {
        long lost = 0;
        long doubled = 0;
        long unrecorded = 0;
        List<String> all = new ArrayList<>(acknowledged);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<String> some = all.subList(from, Math.min(from + AT_ONCE, all.size()));
            Map<String, Long> stored = counts(
                    core,
                    "SELECT request_id, count(*) FROM core.inbox_delivery WHERE request_id = ANY (?) GROUP BY 1",
                    some);
            Map<String, Long> recorded = counts(
                    core,
                    "SELECT request_id, count(*) FROM core.audit_entry WHERE act = 'hook.received'"
                            + " AND request_id = ANY (?) GROUP BY 1",
                    some);
            lost += some.stream().filter(id -> !stored.containsKey(id)).count();
            doubled += stored.values().stream().filter(times -> times > 1).count();
            unrecorded += some.stream()
                    .filter(id -> recorded.getOrDefault(id, 0L) != 1)
                    .count();
        }
        return new Kept(lost, doubled, unrecorded);
    }

    private static Map<String, Long> counts(Connection core, String sql, List<String> ids) throws SQLException {
        Map<String, Long> counts = new HashMap<>();
        try (PreparedStatement statement = core.prepareStatement(sql)) {
            statement.setArray(1, core.createArrayOf("text", ids.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    counts.put(row.getString(1), row.getLong(2));
                }
            }
        }
        return counts;
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
