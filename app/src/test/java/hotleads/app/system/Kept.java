package hotleads.app.system;

import hotleads.app.RunningDemo;
import hotleads.app.database.DatabaseRole;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * What core keeps of hooks about some appointments, all seen in one moment.
 *
 * @param deliveries how many rows of the inbox name each
 * @param asked how often it was ordered to look at each
 * @param recorded how many entries of the audit trail say that a hook about it came
 */
record Kept(Map<Long, Long> deliveries, Map<Long, Long> asked, Map<Long, Long> recorded) {
    static Kept of(RunningDemo demo, Collection<Long> appointments) throws SQLException {
        try (Connection core = demo.connect(DatabaseRole.CORE)) {
            core.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            core.setAutoCommit(false);
            return new Kept(
                    counts(core, appointments, """
                            SELECT record_id, count(*) FROM core.inbox_delivery WHERE record_id = ANY (?) GROUP BY record_id
                            """),
                    counts(
                            core,
                            appointments,
                            "SELECT appointment, asked FROM core.look_again WHERE appointment = ANY (?)"),
                    counts(core, appointments, """
                            SELECT subject::bigint, count(*) FROM core.audit_entry
                            WHERE act = 'hook.received' AND subject = ANY (CAST(? AS text[])) GROUP BY subject
                            """));
        }
    }

    private static Map<Long, Long> counts(Connection core, Collection<Long> appointments, String sql)
            throws SQLException {
        Map<Long, Long> counts = new TreeMap<>();
        try (PreparedStatement statement = core.prepareStatement(sql)) {
            statement.setArray(1, core.createArrayOf("bigint", appointments.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    counts.put(row.getLong(1), row.getLong(2));
                }
            }
        }
        return counts;
    }
}
