package hotleads.core.observations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Observations as stored: appended, never altered but for the last time the same was seen, and the fingerprint's key.
 */
@Component
class Observations {
    private static final String ACUITY = "acuity";

    private final JdbcClient jdbc;

    Observations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Drawn before a read begins. */
    long nextTicket() {
        return jdbc.sql("SELECT nextval('read_ticket')").query(Long.class).single();
    }

    /** One writer a record: held until the transaction ends. */
    void lock(long record) {
        jdbc.sql("SELECT pg_advisory_xact_lock(?)")
                .param(record)
                .query((row, number) -> 0)
                .list();
    }

    /** All that was ever answered about a record, in the order of the reads that showed it last. */
    List<Observation> of(long record) {
        return jdbc.sql("SELECT * FROM observation WHERE source = ? AND record_id = ? ORDER BY seen_ticket")
                .params(ACUITY, record)
                .query((row, number) -> read(row))
                .list();
    }

    /** The last two of those whose read began no later, newest first. */
    List<Observation> upTo(long record, long ticket) {
        return jdbc.sql("""
                        SELECT * FROM observation WHERE source = ? AND record_id = ? AND ticket <= ?
                        ORDER BY ticket DESC LIMIT 2
                        """)
                .params(ACUITY, record, ticket)
                .query((row, number) -> read(row))
                .list();
    }

    void append(Observation observation) {
        jdbc.sql("""
                        INSERT INTO observation
                          (id, source, record_id, ticket, received_at, seen_ticket, seen_until, state, identity_id, fingerprint, content, key_id)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        observation.id(),
                        ACUITY,
                        observation.recordId(),
                        observation.ticket(),
                        Timestamp.from(observation.receivedAt()),
                        observation.seenTicket(),
                        Timestamp.from(observation.seenUntil()),
                        observation.state().word(),
                        observation.identityId(),
                        observation.fingerprint(),
                        observation.content(),
                        observation.keyId()))
                .update();
    }

    void seenAgain(UUID id, long ticket, Instant at) {
        jdbc.sql("UPDATE observation SET seen_ticket = ?, seen_until = ? WHERE id = ? AND seen_ticket < ?")
                .params(ticket, Timestamp.from(at), id, ticket)
                .update();
    }

    private static Observation read(ResultSet row) throws SQLException {
        return new Observation(
                row.getObject("id", UUID.class),
                row.getLong("record_id"),
                row.getLong("ticket"),
                row.getTimestamp("received_at").toInstant(),
                row.getLong("seen_ticket"),
                row.getTimestamp("seen_until").toInstant(),
                BookingState.of(row.getString("state")),
                row.getObject("identity_id", UUID.class),
                row.getBytes("fingerprint"),
                row.getBytes("content"),
                row.getObject("key_id", UUID.class));
    }
}
