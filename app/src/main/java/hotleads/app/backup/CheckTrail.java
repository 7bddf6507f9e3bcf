package hotleads.app.backup;

import hotleads.app.database.Schema;
import hotleads.audit.chain.Anchor;
import hotleads.audit.chain.AnchorKey;
import hotleads.audit.chain.ChainHash;
import hotleads.audit.chain.CheckChain;
import hotleads.audit.chain.KeyChange;
import hotleads.audit.chain.Link;
import hotleads.audit.chain.StoredEntry;
import hotleads.audit.chain.Verdict;
import hotleads.audit.stored.AnchorFile;
import hotleads.audit.stored.Rows;
import hotleads.vault.KeySet;
import hotleads.vault.Purpose;
import hotleads.vault.Signer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Checks the audit chain of a schema from end to end, in little memory. */
final class CheckTrail {
    private static final int ROWS_AT_ONCE = 2_000;
    /** An anchor that agrees vouches for all before it, so of a file of years the last ones will do. */
    private static final int LAST_ANCHORS = 1_000;

    private final Connection connection;
    private final Schema schema;

    CheckTrail(Connection connection, Schema schema) {
        this.connection = connection;
        this.schema = schema;
    }

    /**
     * What the check came to.
     *
     * @param beyond the last number that an anchor outside the database knows after the chain's last: entries that came
     *     after the backup; 0 when there are none
     */
    record Found(Verdict verdict, long beyond) {}

    /**
     * @param keys the program's, when they lie in a file: without them nobody vouches for anchors, and they are left
     *     out
     * @param keyFile beside which its anchors lie
     */
    Found check(Optional<KeySet> keys, Path keyFile) throws SQLException {
        List<Signer> signers = keys.map(set ->
                        set.ids(Purpose.ANCHORS).stream().map(set::signer).toList())
                .orElse(List.of());
        CheckChain check = new CheckChain(
                schema.word(),
                0,
                ChainHash.start(),
                new AnchorKey(signers.isEmpty() ? anyKey() : signers.getFirst().publicKey()));
        for (int next = 1; next < signers.size(); next++) {
            Signer before = signers.get(next - 1);
            byte[] key = signers.get(next).publicKey();
            byte[] follows = before.publicKey();
            check.keyChanges(new KeyChange(key, follows, before.sign(KeyChange.toSign(key, follows))));
        }
        long last = last();
        Outside outside = new Outside(last);
        if (!signers.isEmpty()) {
            AnchorFile.beside(keyFile.toString()).ifPresent(there -> there.read(outside::take));
            outside.upToLast.forEach(check::anchor);
        }
        read(check, !signers.isEmpty());
        return new Found(check.end(), outside.beyond);
    }

    private static byte[] anyKey() {
        KeySet fresh = KeySet.fresh();
        return fresh.signer(fresh.newest(Purpose.ANCHORS)).publicKey();
    }

    private static final class Outside {
        private final long last;
        private final Deque<Anchor> upToLast = new ArrayDeque<>();
        private long beyond;

        private Outside(long last) {
            this.last = last;
        }

        private void take(Anchor anchor) {
            if (anchor.seq() > last) {
                beyond = Math.max(beyond, anchor.seq());
                return;
            }
            upToLast.add(anchor);
            if (upToLast.size() > LAST_ANCHORS) {
                upToLast.removeFirst();
            }
        }
    }

    private long last() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                        "SELECT coalesce(max(seq), 0) FROM " + schema.word() + ".audit_link");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private void read(CheckChain check, boolean anchored) throws SQLException {
        // Anchors beyond the last link stay in: they show that the chain was cut.
        try (PreparedStatement statement = connection.prepareStatement(("SELECT l.seq, l.entry_id, l.hash, "
                        + Rows.ENTRY
                        + ", a.seq AS anchor, a.at AS anchor_at, a.hash AS anchor_hash, a.key AS anchor_key, a.signature"
                        + " FROM SCHEMA.audit_link l LEFT JOIN SCHEMA.audit_entry e ON e.id = l.entry_id"
                        + " FULL JOIN SCHEMA.audit_anchor a ON a.seq = l.seq ORDER BY coalesce(l.seq, a.seq)")
                .replace("SCHEMA", schema.word()))) {
            statement.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next() && !check.isBroken()) {
                    if (row.getObject(1) != null) {
                        UUID entryId = row.getObject(2, UUID.class);
                        StoredEntry entry = row.getObject(4) == null ? null : Rows.entry(row, 4);
                        check.link(new Link(row.getLong(1), entryId, row.getBytes(3), entry, null));
                    }
                    if (anchored && row.getObject("anchor") != null) {
                        check.anchor(anchor(row));
                    }
                }
            }
        }
    }

    private static Anchor anchor(ResultSet row) throws SQLException {
        return new Anchor(
                row.getLong("anchor"),
                row.getObject("anchor_at", OffsetDateTime.class).toInstant(),
                row.getBytes("anchor_hash"),
                row.getBytes("anchor_key"),
                row.getBytes("signature"));
    }
}
