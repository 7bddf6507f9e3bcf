package hotleads.core.care;

import hotleads.core.care.CareCheckIn.CameFrom;
import hotleads.core.care.CareCheckIn.Content;
import hotleads.core.care.CareCheckIn.State;
import hotleads.core.vault.Vault;
import hotleads.vault.Place;
import hotleads.vault.SealingKey;
import hotleads.vault.Unopened;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The care check-ins as stored: their states and times plain, everything else sealed. */
@Component
class CareCheckIns {
    private static final int MOST = 500;

    private static final String SELECT = """
            SELECT id, person_id, came_from, check_in_id, opened_at, due_at, state, acknowledged_at, acknowledged_by,
              escalated_at, content, key_id
            FROM care_check_in
            """;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final JsonMapper json;

    CareCheckIns(JdbcClient jdbc, Vault vault, JsonMapper json) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
    }

    /** Those not closed of these people, the oldest first. */
    List<CareCheckIn> waitingOf(Collection<UUID> people, Unopened unopened) {
        return opened(
                jdbc.sql(SELECT + """
                        WHERE state <> 'closed' AND person_id = ANY (?)
                        ORDER BY opened_at, id LIMIT ?
                        """)
                        .params(people.toArray(UUID[]::new), MOST)
                        .query((row, number) -> Sealed.read(row))
                        .list(),
                unopened);
    }

    /** How many of these people's are not closed. */
    int countWaitingOf(Collection<UUID> people) {
        return jdbc.sql("SELECT count(*) FROM care_check_in WHERE state <> 'closed' AND person_id = ANY (?)")
                .param(people.toArray(UUID[]::new))
                .query(Integer.class)
                .single();
    }

    /** A fact for administrators: nothing of what is sealed. */
    record Waiting(UUID id, UUID personId, Instant openedAt, Instant dueAt, Instant escalatedAt) {}

    /** Those nobody has answered in time, or nobody is there for; the oldest first. */
    List<Waiting> unanswered() {
        return jdbc.sql("""
                        SELECT id, person_id, opened_at, due_at, escalated_at FROM care_check_in
                        WHERE state = 'open' AND escalated_at IS NOT NULL ORDER BY opened_at, id LIMIT ?
                        """)
                .param(MOST)
                .query((row, number) -> new Waiting(
                        row.getObject("id", UUID.class),
                        row.getObject("person_id", UUID.class),
                        row.getTimestamp("opened_at").toInstant(),
                        row.getTimestamp("due_at").toInstant(),
                        row.getTimestamp("escalated_at").toInstant()))
                .list();
    }

    Optional<CareCheckIn> find(UUID id) {
        return one(SELECT + "WHERE id = ?", id);
    }

    /** The same, held until the transaction ends. */
    Optional<CareCheckIn> hold(UUID id) {
        return one(SELECT + "WHERE id = ? FOR UPDATE", id);
    }

    /** One that waits for its first answer. */
    Optional<CareCheckIn> open(UUID person, CameFrom cameFrom) {
        return one(
                SELECT + "WHERE person_id = ? AND came_from = ? AND state = 'open' ORDER BY id LIMIT 1",
                person,
                cameFrom.word());
    }

    Optional<CareCheckIn> of(UUID checkIn, CameFrom cameFrom) {
        return one(SELECT + "WHERE check_in_id = ? AND came_from = ?", checkIn, cameFrom.word());
    }

    private Optional<CareCheckIn> one(String sql, Object... params) {
        return jdbc.sql(sql)
                .params(params)
                .query((row, number) -> Sealed.read(row))
                .optional()
                .map(this::open);
    }

    /** Open, not told to administrators yet, with whose calendar the person was booked in last; null when in none. */
    record Candidate(
            UUID id, UUID personId, Instant dueAt, @Nullable Long calendarId) {}

    List<Candidate> toEscalate() {
        return jdbc.sql("""
                        SELECT c.id, c.person_id, c.due_at,
                               (SELECT b.calendar_id FROM booking b WHERE b.person_id = c.person_id AND b.state <> 'gone'
                                ORDER BY b.starts_at DESC, b.id DESC LIMIT 1) AS calendar_id
                        FROM care_check_in c WHERE state = 'open' AND escalated_at IS NULL ORDER BY due_at LIMIT ?
                        """)
                .param(MOST)
                .query((row, number) -> new Candidate(
                        row.getObject("id", UUID.class),
                        row.getObject("person_id", UUID.class),
                        row.getTimestamp("due_at").toInstant(),
                        row.getObject("calendar_id", Long.class)))
                .list();
    }

    /** False when somebody answered meanwhile, or another core was first. */
    boolean escalate(UUID id, Instant now) {
        return jdbc.sql("""
                                UPDATE care_check_in SET escalated_at = ?
                                WHERE id = ? AND state = 'open' AND escalated_at IS NULL
                                """).params(Timestamp.from(now), id).update() == 1;
    }

    /** Holds what is opened about one person against each other, and hands out the person's key. */
    SealingKey holdPerson(UUID person) {
        return vault.key(jdbc.sql("SELECT key_id FROM person WHERE id = ? FOR NO KEY UPDATE")
                .param(person)
                .query(UUID.class)
                .single());
    }

    void add(CareCheckIn one, SealingKey key) {
        jdbc.sql("""
                        INSERT INTO care_check_in
                          (id, person_id, came_from, check_in_id, opened_at, due_at, content, key_id, state)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        one.id(),
                        one.personId(),
                        one.cameFrom().word(),
                        one.checkInId(),
                        Timestamp.from(one.openedAt()),
                        Timestamp.from(one.dueAt()),
                        sealed(one.id(), one.content(), key),
                        key.id(),
                        one.state().word()))
                .update();
    }

    void write(UUID id, Content content, SealingKey key) {
        jdbc.sql("UPDATE care_check_in SET content = ?, key_id = ? WHERE id = ?")
                .params(sealed(id, content, key), key.id(), id)
                .update();
    }

    void acknowledge(UUID id, UUID by, Instant now) {
        jdbc.sql(
                        "UPDATE care_check_in SET state = 'acknowledged', acknowledged_at = ?, acknowledged_by = ? WHERE id = ?")
                .params(Timestamp.from(now), by, id)
                .update();
    }

    void close(UUID id, UUID by, Instant now) {
        jdbc.sql("UPDATE care_check_in SET state = 'closed', closed_at = ?, closed_by = ? WHERE id = ?")
                .params(Timestamp.from(now), by, id)
                .update();
    }

    private byte[] sealed(UUID id, Content content, SealingKey key) {
        return key.seal(json.writeValueAsBytes(content), place(id));
    }

    private List<CareCheckIn> opened(List<Sealed> rows, Unopened unopened) {
        return rows.stream()
                .flatMap(row -> unopened.open(() -> open(row)).stream())
                .toList();
    }

    private CareCheckIn open(Sealed row) {
        return row.with(json.readValue(vault.key(row.keyId).open(row.content, place(row.plain.id())), Content.class));
    }

    private static Place place(UUID id) {
        return new Place("care_check_in", "content", id);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Sealed(CareCheckIn plain, byte[] content, UUID keyId) {
        private static final Content NOT_OPENED = new Content(java.util.Set.of(), null, null);

        static Sealed read(ResultSet row) throws SQLException {
            return new Sealed(
                    new CareCheckIn(
                            row.getObject("id", UUID.class),
                            row.getObject("person_id", UUID.class),
                            CameFrom.of(row.getString("came_from")),
                            row.getObject("check_in_id", UUID.class),
                            row.getTimestamp("opened_at").toInstant(),
                            row.getTimestamp("due_at").toInstant(),
                            NOT_OPENED,
                            State.of(row.getString("state")),
                            instant(row, "acknowledged_at"),
                            row.getObject("acknowledged_by", UUID.class),
                            instant(row, "escalated_at")),
                    row.getBytes("content"),
                    row.getObject("key_id", UUID.class));
        }

        CareCheckIn with(Content opened) {
            return new CareCheckIn(
                    plain.id(),
                    plain.personId(),
                    plain.cameFrom(),
                    plain.checkInId(),
                    plain.openedAt(),
                    plain.dueAt(),
                    opened,
                    plain.state(),
                    plain.acknowledgedAt(),
                    plain.acknowledgedBy(),
                    plain.escalatedAt());
        }
    }
}
