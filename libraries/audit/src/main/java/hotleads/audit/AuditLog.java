package hotleads.audit;

import java.sql.Timestamp;
import java.sql.Types;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Appends entries to the table {@code audit_entry} of the schema it is used in.
 *
 * <p>Call it inside the transaction of the act: then no act exists without its entry, and no entry without its act.
 */
public final class AuditLog {
    private static final String INSERT = """
            INSERT INTO audit_entry
              (id, at, actor_kind, actor, role, act, subject_kind, subject, outcome, count, request_id, sealed, key_id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO NOTHING
            """;

    private final JdbcTemplate jdbc;

    public AuditLog(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public void append(Entry entry) {
        append(List.of(entry));
    }

    /** Appends all of them in one round trip; an entry whose id is there already is left as it is. */
    public void append(List<Entry> entries) {
        jdbc.batchUpdate(INSERT, entries, entries.size(), (row, entry) -> {
            row.setObject(1, entry.id());
            row.setTimestamp(2, Timestamp.from(entry.at()));
            row.setString(3, entry.actor().kind());
            row.setString(4, entry.actor().id());
            row.setString(5, entry.actor().role());
            row.setString(6, entry.act());
            row.setString(7, entry.subjectKind());
            row.setString(8, entry.subject());
            row.setString(9, entry.outcome());
            row.setInt(10, entry.count());
            row.setString(11, entry.requestId());
            row.setBytes(12, entry.sealed());
            row.setObject(13, entry.keyId(), Types.OTHER);
        });
    }
}
