package hotleads.audit.shipping;

import hotleads.audit.chain.Anchor;
import hotleads.audit.chain.KeyChange;
import hotleads.audit.chain.Link;
import hotleads.audit.stored.StoredChain;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Ships what is new in the chain. How far it has come is stored after CloudWatch has it, so a crash in between sends
 * the same lines again and never leaves one out. Of several instances one ships, by a claim that runs out.
 */
public final class ShipTrail {
    private static final int AT_ONCE = 1_000;
    private static final Duration CLAIM = Duration.ofMinutes(2);

    private final JdbcTemplate jdbc;
    private final StoredChain chain;
    private final CloudWatch cloudWatch;
    private final Clock clock;

    public ShipTrail(JdbcTemplate jdbc, StoredChain chain, CloudWatch cloudWatch, Clock clock) {
        this.jdbc = jdbc;
        this.chain = chain;
        this.cloudWatch = cloudWatch;
        this.clock = clock;
    }

    /**
     * One round.
     *
     * @return how many links it brought; 0 when there was nothing, or another instance is at it
     */
    public int round() {
        Instant now = clock.instant();
        List<Position> claimed = claim(now);
        if (claimed.isEmpty()) {
            return 0;
        }
        try {
            return ship(claimed.getFirst(), now);
        } finally {
            jdbc.update("UPDATE audit_shipping SET claimed_until = 'epoch'");
        }
    }

    private int ship(Position from, Instant now) {
        List<Link> links = chain.after(from.seq, AT_ONCE);
        long last = links.isEmpty() ? from.seq : links.getLast().seq();
        List<Anchor> anchors = chain.anchorsBetween(from.anchor, last);
        events(links, anchors, chain.changesWithin(anchors, from.anchor), from, now)
                .calls()
                .forEach(call -> cloudWatch.put(chain.name(), call));
        jdbc.update(
                "UPDATE audit_shipping SET seq = ?, anchor_seq = ?, reached_at = ? WHERE seq <= ?",
                last,
                anchors.isEmpty() ? from.anchor : anchors.getLast().seq(),
                Timestamp.from(now),
                last);
        return links.size();
    }

    private LogEvents events(
            List<Link> links, List<Anchor> anchors, List<KeyChange> changes, Position from, Instant now) {
        LogEvents events = new LogEvents(chain.name(), from.reachedAt, now);
        changes.forEach(events::add);
        Deque<Anchor> waiting = new ArrayDeque<>(anchors);
        for (Link link : links) {
            while (!waiting.isEmpty() && waiting.getFirst().seq() < link.seq()) {
                events.add(waiting.removeFirst());
            }
            events.add(link);
        }
        waiting.forEach(events::add);
        return events;
    }

    private List<Position> claim(Instant now) {
        return jdbc.query(
                "UPDATE audit_shipping SET claimed_until = ? WHERE claimed_until < ?"
                        // Nobody claims it for so long: the clock was put back since.
                        + " OR claimed_until > ? RETURNING seq, anchor_seq,"
                        + " coalesce(reached_at, 'epoch') AS reached_at",
                (row, n) -> new Position(
                        row.getLong(1), row.getLong(2), row.getTimestamp(3).toInstant()),
                Timestamp.from(now.plus(CLAIM)),
                Timestamp.from(now),
                Timestamp.from(now.plus(CLAIM.multipliedBy(2))));
    }

    private record Position(long seq, long anchor, Instant reachedAt) {}
}
