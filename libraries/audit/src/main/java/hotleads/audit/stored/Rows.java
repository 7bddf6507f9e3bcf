package hotleads.audit.stored;

import hotleads.audit.chain.Anchor;
import hotleads.audit.chain.StoredEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;

/** Rows of our tables as records. */
public final class Rows {
    /** All columns of {@code audit_entry e}, in the chain's order. */
    public static final String ENTRY =
            "e.id, e.at, e.actor_kind, e.actor, e.role, e.act, e.subject_kind, e.subject, e.outcome,"
                    + " e.count, e.request_id, e.sealed, e.key_id, e.arrived::text::bigint AS arrived";

    private Rows() {}

    /** @param first the index of the column {@code id} */
    public static StoredEntry entry(ResultSet row, int first) throws SQLException {
        return new StoredEntry(
                row.getObject(first, UUID.class),
                row.getObject(first + 1, OffsetDateTime.class).toInstant(),
                row.getString(first + 2),
                row.getString(first + 3),
                row.getString(first + 4),
                row.getString(first + 5),
                row.getString(first + 6),
                row.getString(first + 7),
                row.getString(first + 8),
                row.getInt(first + 9),
                row.getString(first + 10),
                row.getBytes(first + 11),
                row.getObject(first + 12, UUID.class),
                row.getLong(first + 13));
    }

    static final String ANCHORS = "SELECT seq, at, hash, key, signature FROM audit_anchor ";

    static Anchor anchor(ResultSet row, int number) throws SQLException {
        return new Anchor(
                row.getLong("seq"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getBytes("hash"),
                row.getBytes("key"),
                row.getBytes("signature"));
    }
}
