package hotleads.audit.stored;

import hotleads.audit.chain.Anchor;
import hotleads.audit.chain.ChainHash;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Signs the chain's end whenever it has grown, in the database and in a file that lies outside of it. */
public final class MakeAnchors {
    /** Half of the minute that may go unanchored, so that one failed try does not exceed it. */
    private static final Duration EVERY = Duration.ofSeconds(30);

    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    private final JdbcTemplate jdbc;
    private final Optional<AnchorFile> file;
    private final ChainHash hash;
    private final TransactionTemplate transaction;
    private final AnchorSigners signers;
    private final Clock clock;
    private Instant lastLook = Instant.EPOCH;

    public MakeAnchors(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Optional<AnchorFile> file,
            String chain,
            AnchorSigners signers,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.file = file;
        this.hash = new ChainHash(chain);
        this.signers = signers;
        this.clock = clock;
    }

    /** One round: an anchor if one is due, and the file brought up to the database. */
    public synchronized void round() {
        Instant now = clock.instant();
        if (isOver(lastLook, LOOK_EVERY, now)) {
            lastLook = now;
            anchorIfDue(now);
        }
    }

    private void anchorIfDue(Instant now) {
        End end = end();
        if (end == null) {
            return;
        }
        if (end.seq > end.anchored && isOver(end.anchoredAt, EVERY, now)) {
            Instant at = now.truncatedTo(ChronoUnit.MICROS);
            // The key is held: once another follows it, it signs no more.
            transaction.executeWithoutResult(status -> insert(anchor(end, at, signers.hold())));
        }
        file.ifPresent(outside -> outside.append(newerThan(outside.lastSeq())));
    }

    /** Also once the clock was put back behind the beginning: until then again, nothing would be anchored. */
    private static boolean isOver(Instant from, Duration howLong, Instant now) {
        return !from.plus(howLong).isAfter(now) || from.isAfter(now);
    }

    private @Nullable End end() {
        return jdbc
                .query("""
                        SELECT l.seq, l.hash, coalesce(a.seq, 0) AS anchored, a.at
                        FROM (SELECT seq, hash FROM audit_link ORDER BY seq DESC LIMIT 1) l
                        LEFT JOIN (SELECT seq, at FROM audit_anchor ORDER BY seq DESC LIMIT 1) a ON true
                        """, (row, n) -> {
                    OffsetDateTime at = row.getObject("at", OffsetDateTime.class);
                    return new End(
                            row.getLong("seq"),
                            row.getBytes("hash"),
                            row.getLong("anchored"),
                            at == null ? Instant.EPOCH : at.toInstant());
                })
                .stream()
                .findFirst()
                .orElse(null);
    }

    private Anchor anchor(End end, Instant at, AnchorSigners.Signer signer) {
        return new Anchor(end.seq, at, end.hash, signer.key(), signer.sign().apply(hash.toSign(end.seq, end.hash, at)));
    }

    private void insert(Anchor anchor) {
        // Never below one that is there: another instance may have gone on meanwhile, under a key that follows ours.
        jdbc.update(
                """
                INSERT INTO audit_anchor (seq, at, hash, key, signature)
                SELECT ?, ?, ?, ?, ? WHERE NOT EXISTS (SELECT 1 FROM audit_anchor WHERE seq >= ?) ON CONFLICT DO NOTHING
                """,
                anchor.seq(),
                Timestamp.from(anchor.at()),
                anchor.hash(),
                anchor.key(),
                anchor.signature(),
                anchor.seq());
    }

    private List<Anchor> newerThan(long seq) {
        return jdbc.query(Rows.ANCHORS + "WHERE seq > ? ORDER BY seq", Rows::anchor, seq);
    }

    private record End(long seq, byte[] hash, long anchored, Instant anchoredAt) {}
}
