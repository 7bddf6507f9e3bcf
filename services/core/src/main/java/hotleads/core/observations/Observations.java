package hotleads.core.observations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Observations as stored: appended, never altered but for the last time the same was seen, and the fingerprint's key.
 */
@Component
class Observations {
    private static final String ACUITY = "acuity";

    private static final String SELECT = """
            SELECT o.id, o.record_id, o.ticket, o.received_at, o.seen_ticket, o.seen_until, o.state, o.identity_id,
                   o.fingerprint, o.content, o.key_id
            FROM observation o
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Observations(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Drawn before a read begins. */
    long nextTicket() {
        return jdbc.sql("SELECT nextval('read_ticket')").query(Long.class).single();
    }

    /**
     * One writer a record: held until the transaction ends. All that a transaction writes are locked in one go, in one
     * order, so that two never wait for each other.
     */
    void lock(Collection<Long> records) {
        jdbc.sql("SELECT pg_advisory_xact_lock(r) FROM (SELECT DISTINCT unnest(?) AS r ORDER BY r) in_order")
                .param(records.toArray(Long[]::new))
                .query((row, number) -> 0)
                .list();
    }

    /** All that was ever answered about these records, of each in the order of the reads that showed it last. */
    Map<Long, List<Observation>> ofEach(Collection<Long> records) {
        Map<Long, List<Observation>> found = new LinkedHashMap<>();
        records.forEach(record -> found.put(record, new ArrayList<>()));
        jdbc.sql(SELECT + "WHERE o.source = ? AND o.record_id = ANY (?) ORDER BY o.record_id, o.seen_ticket")
                .params(ACUITY, records.toArray(Long[]::new))
                .query((row, number) -> read(row))
                .list()
                .forEach(
                        one -> Objects.requireNonNull(found.get(one.recordId())).add(one));
        return found;
    }

    /**
     * All that was ever answered about the bookings of these people, by booking, in the order in which the reads began.
     */
    Map<Long, List<Observation>> ofPeople(Collection<UUID> people) {
        return jdbc
                .sql(SELECT + """
                        JOIN booking b ON o.source = ? AND o.record_id = b.id
                        WHERE b.person_id = ANY (?) ORDER BY o.record_id, o.ticket
                        """)
                .params(ACUITY, people.toArray(UUID[]::new))
                .query((row, number) -> read(row))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Observation::recordId));
    }

    /** How many of these records the read with this ticket was the first to tell of. */
    int firstToldOf(Collection<Long> records, long ticket) {
        return jdbc.sql("""
                        SELECT count(*) FROM (
                          SELECT 1 FROM observation WHERE source = ? AND record_id = ANY (?)
                          GROUP BY record_id HAVING min(ticket) = ?) first_told
                        """)
                .params(ACUITY, records.toArray(Long[]::new), ticket)
                .query(Integer.class)
                .single();
    }

    /** The last two of those whose read began no later, newest first. */
    List<Observation> upTo(long record, long ticket) {
        return jdbc.sql(SELECT + """
                        WHERE o.source = ? AND o.record_id = ? AND o.ticket <= ?
                        ORDER BY o.ticket DESC LIMIT 2
                        """)
                .params(ACUITY, record, ticket)
                .query((row, number) -> read(row))
                .list();
    }

    void append(List<Observation> observations) {
        batches.batchUpdate(
                """
                INSERT INTO observation
                  (id, source, record_id, ticket, received_at, seen_ticket, seen_until, state, identity_id, fingerprint, content, key_id)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, observations.stream().map(Observations::columns).toList());
    }

    private static Object[] columns(Observation observation) {
        return Arrays.<@Nullable Object>asList(
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
                        observation.keyId())
                .toArray();
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
