package hotleads.audit.stored;

import hotleads.audit.chain.Anchor;
import hotleads.audit.stored.AnchorBucket.BucketUnusable;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Puts the chain's newest anchor into the bucket once a day (UTC); safe at several instances at once. */
public final class DailyAnchor {
    private static final Logger log = LoggerFactory.getLogger(DailyAnchor.class);

    private final JdbcTemplate jdbc;
    private final AnchorBucket bucket;
    private final Clock clock;
    private LocalDate kept;

    public DailyAnchor(JdbcTemplate jdbc, AnchorBucket bucket, Clock clock) {
        this.jdbc = jdbc;
        this.bucket = bucket;
        this.clock = clock;
        this.kept = today().minusDays(1);
    }

    /** One round; while the bucket is unusable it says why, and the next one tries again. */
    public synchronized void round() {
        LocalDate today = today();
        if (kept.equals(today)) {
            return;
        }
        try {
            newest().ifPresent(anchor -> {
                bucket.keep(today, anchor);
                kept = today;
            });
        } catch (BucketUnusable unusable) {
            log.warn("No anchor of today is kept: {}", unusable.getMessage());
        }
    }

    /** For whoever runs the program: more than one day means that the bucket cannot be used. */
    public synchronized Map<String, Object> lag() {
        return Map.of("behind", Math.max(0, ChronoUnit.DAYS.between(kept, today())));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private Optional<Anchor> newest() {
        return jdbc.query(Rows.ANCHORS + "ORDER BY seq DESC LIMIT 1", Rows::anchor).stream()
                .findFirst();
    }
}
