package hotleads.core.outbox;

import hotleads.core.Ids;
import hotleads.core.acts.Acts;
import hotleads.core.time.PracticeClock;
import hotleads.vault.Place;
import hotleads.vault.SealingKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is to leave the building, as stored. */
@Component
public class Outbox {
    private static final String JOB = "outbox";
    private static final String SELECT =
            "SELECT id, kind, subject, decision, state, cause, settled_at, saved_as FROM outbox ";

    private final JdbcClient jdbc;
    private final Acts acts;
    private final Ids ids;
    private final PracticeClock practiceClock;
    private final Clock clock;

    Outbox(JdbcClient jdbc, Acts acts, Ids ids, PracticeClock practiceClock, Clock clock) {
        this.jdbc = jdbc;
        this.acts = acts;
        this.ids = ids;
        this.practiceClock = practiceClock;
        this.clock = clock;
    }

    /**
     * What to send.
     *
     * @param decision the act that decided it: taken back, it takes this back too
     * @param key what seals the content
     * @param hold how long it stays takeable back before it leaves
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    public record Packed(String kind, String subject, UUID decision, byte[] content, SealingKey key, Duration hold) {}

    /** In the transaction of the decision: both are there, or neither. */
    public UUID put(Packed packed) {
        UUID id = ids.next();
        jdbc.sql("""
                        INSERT INTO outbox (id, kind, subject, decision, marker, payload, key_id, state, decided_at, next_try_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, 'sending', ?, ?)
                        """)
                .params(
                        id,
                        packed.kind,
                        packed.subject,
                        packed.decision,
                        markerOf(id),
                        packed.key.seal(packed.content, place(id)),
                        packed.key.id(),
                        Timestamp.from(practiceClock.instant()),
                        Timestamp.from(clock.instant().plus(packed.hold)))
                .update();
        acts.byJob(JOB, "outward.decided", packed.kind, id.toString());
        return id;
    }

    /** The last words of an id are chance alone, so nobody reads anything in them. */
    static String markerOf(UUID id) {
        return "HL-" + Long.toHexString(id.getLeastSignificantBits());
    }

    static Place place(UUID id) {
        return new Place("outbox", "payload", id);
    }

    /** Its decision was taken back: what has not been tried yet stays here; what may have left is left alone. */
    public void withdraw(UUID decision) {
        jdbc.sql("""
                        UPDATE outbox SET state = 'withdrawn', settled_at = ?
                        WHERE decision = ? AND state IN ('sending', 'not-saved') AND NOT unsure AND claimed_until IS NULL
                        """).params(Timestamp.from(practiceClock.instant()), decision).update();
    }

    /** What these decisions sent, in the order of deciding. */
    public List<Shipment> of(Collection<UUID> decisions) {
        return jdbc.sql(SELECT + "WHERE decision = ANY (?) ORDER BY id")
                .param(decisions.toArray(UUID[]::new))
                .query((row, number) -> read(row))
                .list();
    }

    public Optional<Shipment> find(UUID id) {
        return jdbc.sql(SELECT + "WHERE id = ?")
                .param(id)
                .query((row, number) -> read(row))
                .optional();
    }

    /** @return false when it is not one that was given up */
    boolean tryAgain(UUID id) {
        return jdbc.sql("""
                        UPDATE outbox SET state = 'sending', cause = NULL, settled_at = NULL, attempts = 0, next_try_at = ?
                        WHERE id = ? AND state = 'not-saved'
                        """).params(Timestamp.from(clock.instant()), id).update() == 1;
    }

    private static Shipment read(ResultSet row) throws SQLException {
        Timestamp settled = row.getTimestamp("settled_at");
        return new Shipment(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("subject"),
                row.getObject("decision", UUID.class),
                OutboxState.of(row.getString("state")),
                row.getString("cause"),
                settled == null ? null : settled.toInstant(),
                row.getString("saved_as"));
    }
}
