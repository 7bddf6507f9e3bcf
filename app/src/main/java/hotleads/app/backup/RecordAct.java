package hotleads.app.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

/** Entries of core's audit trail about backups; core gives them their numbers as it does with its own. */
public final class RecordAct {
    private static final String INSERT = """
            INSERT INTO core.audit_entry (id, at, actor_kind, actor, act, subject_kind, subject, outcome, count)
            VALUES (?, ?, 'service', 'launcher', ?, 'backup', ?, 'done', 1)
            """;

    private final Connection connection;

    /** @param connection as the owner of the schema, in no transaction or in that of the act */
    public RecordAct(Connection connection) {
        this.connection = connection;
    }

    /** All that is stored is about to leave. */
    public void begun(UUID backup, Instant now) throws SQLException {
        record("backup.begun", backup, now);
    }

    /** It lies in a file. */
    public void made(UUID backup, Instant now) throws SQLException {
        record("backup.made", backup, now);
    }

    /** What is stored is what that backup held. */
    void restored(UUID backup, Instant now) throws SQLException {
        record("backup.restored", backup, now);
    }

    private void record(String act, UUID backup, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, UUID.randomUUID());
            insert.setObject(2, now.atOffset(ZoneOffset.UTC));
            insert.setString(3, act);
            insert.setString(4, backup.toString());
            insert.executeUpdate();
        }
    }
}
