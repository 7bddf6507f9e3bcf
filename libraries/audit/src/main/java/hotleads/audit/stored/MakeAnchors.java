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
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Signs the chain's end whenever it has grown, in the database and in a file that lies outside of it. */
public final class MakeAnchors {
    /** Half of the minute that may go unanchored, so that one failed try does not exceed it. */
    private static final Duration EVERY = Duration.ofSeconds(30);

    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    private final JdbcTemplate jdbc;
    private final AnchorFile file;
    private final ChainHash hash;
    private final byte[] key;
    private final UnaryOperator<byte[]> sign;
    private final Clock clock;
    private Instant nextLook = Instant.MIN;

    /**
     * The maker of one chain's anchors.
     *
     * @param key the public part of the key that {@code sign} signs with
     */
    public MakeAnchors(
            JdbcTemplate jdbc, AnchorFile file, String chain, byte[] key, UnaryOperator<byte[]> sign, Clock clock) {
        this.jdbc = jdbc;
        this.file = file;
        this.hash = new ChainHash(chain);
        this.key = key.clone();
        this.sign = sign;
        this.clock = clock;
    }

    /** One round: an anchor if one is due, and the file brought up to the database. */
    public synchronized void round() {
        Instant now = clock.instant();
        if (!now.isBefore(nextLook)) {
            nextLook = now.plus(LOOK_EVERY);
            anchorIfDue(now);
        }
    }

    private void anchorIfDue(Instant now) {
        End end = end();
        if (end == null) {
            return;
        }
        if (end.seq > end.anchored && !end.anchoredAt.plus(EVERY).isAfter(now)) {
            insert(anchor(end, now.truncatedTo(ChronoUnit.MICROS)));
        }
        file.append(newerThan(file.lastSeq()));
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

    private Anchor anchor(End end, Instant at) {
        return new Anchor(end.seq, at, end.hash, key.clone(), sign.apply(hash.toSign(end.seq, end.hash, at)));
    }

    private void insert(Anchor anchor) {
        jdbc.update(
                "INSERT INTO audit_anchor (seq, at, hash, key, signature) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                anchor.seq(),
                Timestamp.from(anchor.at()),
                anchor.hash(),
                anchor.key(),
                anchor.signature());
    }

    private List<Anchor> newerThan(long seq) {
        return jdbc.query("SELECT * FROM audit_anchor WHERE seq > ? ORDER BY seq", Rows::anchor, seq);
    }

    private record End(long seq, byte[] hash, long anchored, Instant anchoredAt) {}
}
