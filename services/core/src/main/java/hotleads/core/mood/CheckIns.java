package hotleads.core.mood;

import hotleads.core.vault.Vault;
import hotleads.vault.Place;
import hotleads.vault.SealingKey;
import hotleads.vault.Unopened;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The check-ins as stored: what is said in them sealed, their times plain. */
@Component
public class CheckIns {
    private static final String CONTENT = "SELECT id, person_id, at, content, key_id, version FROM check_in ";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final JsonMapper json;

    CheckIns(JdbcClient jdbc, Vault vault, JsonMapper json) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
    }

    /** A person's since then, the oldest first; those that do not open are left out. */
    public List<CheckIn> of(UUID person, Instant since, Unopened unopened) {
        return jdbc
                .sql(CONTENT + "WHERE person_id = ? AND at >= ? AND removed_at IS NULL ORDER BY at, id")
                .params(person, Timestamp.from(since))
                .query((row, number) -> Sealed.read(row))
                .list()
                .stream()
                .flatMap(row -> unopened.open(() -> open(row)).stream())
                .toList();
    }

    /** One that was not removed. */
    public Optional<CheckIn> find(UUID id) {
        return jdbc.sql(CONTENT + "WHERE id = ? AND removed_at IS NULL")
                .param(id)
                .query((row, number) -> Sealed.read(row))
                .optional()
                .map(this::open);
    }

    /** Somebody who used to answer regularly and has stopped. */
    public record Silent(UUID personId, UUID lastCheckIn, Instant lastAt) {}

    /**
     * Those who answered so often in the four weeks before their last answer, and have been silent since.
     *
     * @param since their last answer is older than that, and not older than another such stretch: long silences are
     *     told once
     */
    public List<Silent> silentSince(Instant since, Duration stretch, int often, Duration regular) {
        return jdbc.sql("""
                        SELECT person_id, id, at FROM check_in last
                        WHERE removed_at IS NULL AND at <= ? AND at > ?
                          AND NOT EXISTS (
                            SELECT 1 FROM check_in later WHERE later.person_id = last.person_id AND later.removed_at IS NULL
                              AND (later.at, later.id) > (last.at, last.id))
                          AND (SELECT count(*) FROM check_in c WHERE c.person_id = last.person_id AND c.removed_at IS NULL
                                 AND c.at > last.at - CAST(? AS interval)) >= ?
                        ORDER BY person_id
                        """)
                .params(
                        Timestamp.from(since),
                        Timestamp.from(since.minus(stretch)),
                        regular.toSeconds() + " seconds",
                        often)
                .query((row, number) -> new Silent(
                        row.getObject("person_id", UUID.class),
                        row.getObject("id", UUID.class),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    /** Whether the id is taken, by whomever. */
    boolean isTaken(UUID id) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM check_in WHERE id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    int countSince(UUID person, Instant since) {
        return jdbc.sql("SELECT count(*) FROM check_in WHERE person_id = ? AND at >= ?")
                .params(person, Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    /** Holds the person's entries against each other until the transaction ends, and hands out the person's key. */
    SealingKey hold(UUID person) {
        return vault.key(jdbc.sql("SELECT key_id FROM person WHERE id = ? FOR NO KEY UPDATE")
                .param(person)
                .query(UUID.class)
                .single());
    }

    void add(CheckIn checkIn, SealingKey key) {
        jdbc.sql("INSERT INTO check_in (id, person_id, at, content, key_id, version) VALUES (?, ?, ?, ?, ?, ?)")
                .params(
                        checkIn.id(),
                        checkIn.personId(),
                        Timestamp.from(checkIn.at()),
                        sealed(checkIn, key),
                        key.id(),
                        checkIn.version())
                .update();
    }

    /** @param before what it said until now, which is kept */
    void change(CheckIn checkIn, CheckIn before, UUID changeId, Instant now, SealingKey key) {
        keep(before, changeId, now, key);
        jdbc.sql("UPDATE check_in SET content = ?, key_id = ?, version = ? WHERE id = ?")
                .params(sealed(checkIn, key), key.id(), checkIn.version(), checkIn.id())
                .update();
    }

    /** @param before what it said, which is kept */
    void remove(CheckIn before, UUID changeId, Instant now, SealingKey key) {
        keep(before, changeId, now, key);
        jdbc.sql("UPDATE check_in SET content = NULL, removed_at = ? WHERE id = ?")
                .params(Timestamp.from(now), before.id())
                .update();
    }

    private void keep(CheckIn before, UUID changeId, Instant now, SealingKey key) {
        jdbc.sql("""
                        INSERT INTO check_in_change (id, check_in_id, version, changed_at, content, key_id)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        changeId,
                        before.id(),
                        before.version(),
                        Timestamp.from(now),
                        key.seal(
                                json.writeValueAsBytes(new Said(before.answer(), before.note())),
                                new Place("check_in_change", "content", changeId)),
                        key.id())
                .update();
    }

    private byte[] sealed(CheckIn checkIn, SealingKey key) {
        return key.seal(json.writeValueAsBytes(new Said(checkIn.answer(), checkIn.note())), place(checkIn.id()));
    }

    private CheckIn open(Sealed sealed) {
        Said said = json.readValue(vault.key(sealed.keyId).open(sealed.content, place(sealed.id)), Said.class);
        return new CheckIn(sealed.id, sealed.personId, sealed.at, said.answer, said.note, sealed.version);
    }

    private static Place place(UUID id) {
        return new Place("check_in", "content", id);
    }

    private record Said(int answer, @Nullable String note) {}

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Sealed(UUID id, UUID personId, Instant at, byte[] content, UUID keyId, int version) {
        static Sealed read(ResultSet row) throws SQLException {
            return new Sealed(
                    row.getObject("id", UUID.class),
                    row.getObject("person_id", UUID.class),
                    row.getTimestamp("at").toInstant(),
                    row.getBytes("content"),
                    row.getObject("key_id", UUID.class),
                    row.getInt("version"));
        }
    }
}
