package hotleads.core.matches;

import hotleads.core.Ids;
import hotleads.core.time.PracticeClock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pairs and decisions about them as stored; decisions are added and never changed. */
@Component
class Matches {
    private static final String PAIR = """
            SELECT c.id, c.identity_a, c.identity_b, c.state, c.created_at, a.person_id AS person_a, b.person_id AS person_b,
                   a.source AS source_a, b.source AS source_b, a.created_at AS since_a, b.created_at AS since_b,
                   (SELECT count(*) FROM match_decision d WHERE d.candidate_id = c.id) AS decisions
            FROM match_candidate c JOIN identity a ON a.id = c.identity_a JOIN identity b ON b.id = c.identity_b
            """;

    private final JdbcClient jdbc;
    private final Ids ids;
    private final PracticeClock clock;

    Matches(JdbcClient jdbc, Ids ids, PracticeClock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /** One side of a pair. */
    record Side(UUID identity, UUID person, String source, Instant since) {}

    /**
     * Two records that may be of one person.
     *
     * @param state {@code open}, {@code weak}, {@code same}, {@code different} or {@code not-sure}
     * @param decisions how many were made about it so far
     */
    record Pair(UUID id, Side one, Side other, String state, Instant createdAt, int decisions) {}

    /** The last word on a pair. */
    record Decision(String verdict, UUID account, Instant at) {}

    /**
     * Those nobody has settled, the surer ones first; a pair that other decisions made one person asks nothing more.
     */
    List<Pair> waiting(@Nullable UUID after, int most) {
        return jdbc.sql(PAIR + """
                        WHERE c.state IN ('open', 'weak', 'not-sure') AND a.person_id <> b.person_id AND c.id > ?
                        ORDER BY c.id LIMIT ?
                        """)
                .params(after == null ? new UUID(0, 0) : after, most)
                .query((row, number) -> pair(row))
                .list();
    }

    /** Those somebody decided, the latest decision first. */
    List<Pair> decided(int most) {
        return jdbc.sql(PAIR + """
                        JOIN LATERAL (SELECT d.id FROM match_decision d WHERE d.candidate_id = c.id ORDER BY d.id DESC LIMIT 1) l ON true
                        WHERE c.state IN ('same', 'different') ORDER BY l.id DESC LIMIT ?
                        """)
                .param(most)
                .query((row, number) -> pair(row))
                .list();
    }

    long countWaiting() {
        return jdbc.sql("""
                        SELECT count(*) FROM match_candidate c
                        JOIN identity a ON a.id = c.identity_a JOIN identity b ON b.id = c.identity_b
                        WHERE c.state IN ('open', 'weak', 'not-sure') AND a.person_id <> b.person_id
                        """).query(Long.class).single();
    }

    Optional<Pair> find(UUID id) {
        return jdbc.sql(PAIR + "WHERE c.id = ?")
                .param(id)
                .query((row, number) -> pair(row))
                .optional();
    }

    /** One decision at a time about a pair. */
    void lock(UUID id) {
        jdbc.sql("SELECT id FROM match_candidate WHERE id = ? FOR UPDATE")
                .param(id)
                .query((row, number) -> 0)
                .list();
    }

    Optional<Decision> lastOf(UUID id) {
        return jdbc.sql(
                        "SELECT verdict, account_id, at FROM match_decision WHERE candidate_id = ? ORDER BY id DESC LIMIT 1")
                .param(id)
                .query((row, number) -> new Decision(
                        row.getString("verdict"),
                        row.getObject("account_id", UUID.class),
                        row.getTimestamp("at").toInstant()))
                .optional();
    }

    void decide(UUID id, Verdict verdict, UUID account) {
        jdbc.sql("INSERT INTO match_decision (id, candidate_id, verdict, account_id, at) VALUES (?, ?, ?, ?, ?)")
                .params(ids.next(), id, verdict.word(), account, Timestamp.from(clock.instant()))
                .update();
        jdbc.sql("UPDATE match_candidate SET state = ? WHERE id = ?")
                .params(verdict.word(), id)
                .update();
    }

    /** What was said of one pair of two people's records holds for their others too. */
    void settleOthersBetween(UUID one, UUID other) {
        jdbc.sql("""
                        UPDATE match_candidate c SET state = 'different' FROM identity a, identity b
                        WHERE a.id = c.identity_a AND b.id = c.identity_b AND c.state IN ('open', 'weak', 'not-sure')
                          AND ((a.person_id = ? AND b.person_id = ?) OR (a.person_id = ? AND b.person_id = ?))
                        """).params(one, other, other, one).update();
    }

    /** The pair of these two, made when there is none. */
    UUID pairOf(UUID one, UUID other) {
        return jdbc.sql("""
                        SELECT id FROM match_candidate
                        WHERE (identity_a = ? AND identity_b = ?) OR (identity_a = ? AND identity_b = ?) ORDER BY id LIMIT 1
                        """)
                .params(one, other, other, one)
                .query((row, number) -> row.getObject(1, UUID.class))
                .optional()
                .orElseGet(() -> made(one, other));
    }

    private UUID made(UUID one, UUID other) {
        UUID id = ids.next();
        jdbc.sql(
                        "INSERT INTO match_candidate (id, identity_a, identity_b, state, created_at) VALUES (?, ?, ?, 'open', ?)")
                .params(id, one, other, Timestamp.from(clock.instant()))
                .update();
        return id;
    }

    /** Decisions that join this record's home with others. */
    List<UUID> joining(UUID identity) {
        return jdbc.sql("""
                        SELECT c.id FROM match_candidate c
                        JOIN identity a ON a.id = c.identity_a JOIN identity b ON b.id = c.identity_b
                        JOIN identity own ON own.id = ?
                        WHERE c.state = 'same' AND a.home_id <> b.home_id AND own.home_id IN (a.home_id, b.home_id)
                        ORDER BY c.id
                        """)
                .param(identity)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Another record of the same home; none when it is the only one. */
    Optional<UUID> housemate(UUID identity) {
        return jdbc.sql("""
                        SELECT i.id FROM identity i JOIN identity own ON own.id = ?
                        WHERE i.home_id = own.home_id AND i.id <> own.id ORDER BY i.id LIMIT 1
                        """)
                .param(identity)
                .query((row, number) -> row.getObject(1, UUID.class))
                .optional();
    }

    /** The records a person is made of, the oldest first. */
    List<Side> recordsOf(UUID person) {
        return jdbc.sql("SELECT id, person_id, source, created_at FROM identity WHERE person_id = ? ORDER BY id")
                .param(person)
                .query((row, number) -> new Side(
                        row.getObject("id", UUID.class),
                        row.getObject("person_id", UUID.class),
                        row.getString("source"),
                        row.getTimestamp("created_at").toInstant()))
                .list();
    }

    /** How many bookings and records at Zoho stand under an identity. */
    Uses usesOf(UUID identity) {
        return jdbc.sql("""
                        SELECT (SELECT count(*) FROM booking WHERE identity_id = ? AND state <> 'gone') AS bookings,
                               (SELECT max(starts_at) FROM booking WHERE identity_id = ? AND state <> 'gone') AS last_start,
                               (SELECT count(*) FROM crm_record WHERE identity_id = ? AND state <> 'gone') AS records
                        """)
                .params(identity, identity, identity)
                .query((row, number) -> {
                    Timestamp last = row.getTimestamp("last_start");
                    return new Uses(
                            row.getInt("bookings"), last == null ? null : last.toInstant(), row.getInt("records"));
                })
                .single();
    }

    record Uses(int bookings, @Nullable Instant lastStart, int crmRecords) {}

    private static Pair pair(ResultSet row) throws SQLException {
        return new Pair(
                row.getObject("id", UUID.class),
                side(row, "a"),
                side(row, "b"),
                row.getString("state"),
                row.getTimestamp("created_at").toInstant(),
                row.getInt("decisions"));
    }

    private static Side side(ResultSet row, String which) throws SQLException {
        return new Side(
                row.getObject("identity_" + which, UUID.class),
                row.getObject("person_" + which, UUID.class),
                row.getString("source_" + which),
                row.getTimestamp("since_" + which).toInstant());
    }
}
