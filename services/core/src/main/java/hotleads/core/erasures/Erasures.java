package hotleads.core.erasures;

import hotleads.core.vault.Vault;
import hotleads.vault.Place;
import hotleads.vault.SealingKey;
import hotleads.vault.Unopened;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Erasures as stored, from being asked for to being done, and what is remembered of each. */
@Component
class Erasures {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<LinkedHashMap<String, Long>> COUNTS = new TypeReference<>() {};

    private static final String SELECT = """
            SELECT id, person_id, state, plan, asked_by, asked_at, decided_by, decided_at, destroyed, account_gone_at
            FROM erasure
            """;

    private final JdbcClient jdbc;
    private final Vault vault;

    Erasures(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** How far one has come. */
    enum State {
        ASKED,
        WITHDRAWN,
        DONE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * One erasure.
     *
     * @param plan digest of what it was asked for: another set of records needs another asking
     * @param destroyed how many rows of each kind; empty unless it is done
     * @param accountGoneAt when auth had removed the account; null while that is to come
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Erasure(
            UUID id,
            UUID person,
            State state,
            byte[] plan,
            UUID askedBy,
            Instant askedAt,
            @Nullable UUID decidedBy,
            @Nullable Instant decidedAt,
            Map<String, Long> destroyed,
            @Nullable Instant accountGoneAt) {}

    void add(Erasure asked, String reason, SealingKey key) {
        jdbc.sql("""
                        INSERT INTO erasure (id, person_id, state, plan, asked_by, asked_at, reason, key_id)
                        VALUES (?, ?, 'asked', ?, ?, ?, ?, ?)
                        """)
                .params(
                        asked.id,
                        asked.person,
                        asked.plan,
                        asked.askedBy,
                        Timestamp.from(asked.askedAt),
                        key.seal(reason, place(asked.id)),
                        key.id())
                .update();
    }

    /** The one that waits for a second administrator. */
    Optional<Erasure> openOf(Collection<UUID> persons) {
        return jdbc.sql(SELECT + "WHERE person_id = ANY (?) AND state = 'asked' ORDER BY id LIMIT 1")
                .param(persons.toArray(UUID[]::new))
                .query((row, number) -> read(row))
                .optional();
    }

    Optional<Erasure> find(UUID id) {
        return jdbc.sql(SELECT + "WHERE id = ?")
                .param(id)
                .query((row, number) -> read(row))
                .optional();
    }

    /** Against everybody else who would decide it, until the transaction ends. */
    Optional<Erasure> hold(UUID id) {
        return jdbc.sql(SELECT + "WHERE id = ? FOR UPDATE")
                .param(id)
                .query((row, number) -> read(row))
                .optional();
    }

    /** Why, in the words of whoever asked; nothing when it was forgotten or does not open. */
    Optional<String> reasonOf(UUID id, Unopened unopened) {
        return jdbc
                .sql("SELECT reason, key_id FROM erasure WHERE id = ? AND reason IS NOT NULL")
                .param(id)
                .query((row, number) -> unopened.open(() -> vault.open(keyOf(row), bytesOf(row), place(id))))
                .list()
                .stream()
                .findFirst()
                .flatMap(opened -> opened);
    }

    private static UUID keyOf(ResultSet row) {
        try {
            return row.getObject("key_id", UUID.class);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static byte[] bytesOf(ResultSet row) {
        try {
            return row.getBytes("reason");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    void withdraw(UUID id, UUID by, Instant at) {
        jdbc.sql("UPDATE erasure SET state = 'withdrawn', decided_by = ?, decided_at = ? WHERE id = ?")
                .params(by, Timestamp.from(at), id)
                .update();
    }

    /** As the ledger tells it, whether the database knew of it or not. */
    void done(Erased erased, byte[] plan, Map<String, Long> destroyed) {
        // One that waits for the same person is over: there is nobody left.
        jdbc.sql("UPDATE erasure SET state = 'withdrawn' WHERE person_id = ANY (?) AND state = 'asked' AND id <> ?")
                .params(erased.persons().toArray(UUID[]::new), erased.id())
                .update();
        jdbc.sql("""
                        INSERT INTO erasure (id, person_id, state, plan, asked_by, asked_at, decided_by, decided_at, entry, destroyed)
                        VALUES (?, ?, 'done', ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)
                        ON CONFLICT (id) DO UPDATE SET state = 'done', reason = NULL, key_id = NULL, decided_by = excluded.decided_by,
                          decided_at = excluded.decided_at, entry = excluded.entry, destroyed = excluded.destroyed
                        """)
                .params(
                        erased.id(),
                        erased.person(),
                        plan,
                        erased.askedBy(),
                        Timestamp.from(erased.askedAt()),
                        erased.approvedBy(),
                        Timestamp.from(erased.at()),
                        JSON.writeValueAsString(erased),
                        JSON.writeValueAsString(destroyed))
                .update();
        jdbc.sql("INSERT INTO tombstone (digest, erasure_id, erased_at) SELECT unnest(?), ?, ? ON CONFLICT DO NOTHING")
                .params(
                        erased.tombstones().stream()
                                .map(Base64.getDecoder()::decode)
                                .toArray(byte[][]::new),
                        erased.id(),
                        Timestamp.from(erased.at()))
                .update();
    }

    /** All that are done, as the ledger has them, the oldest first. */
    List<Erased> entries() {
        return jdbc
                .sql("SELECT entry::text FROM erasure WHERE state = 'done' ORDER BY decided_at, id")
                .query((row, number) -> row.getString(1))
                .list()
                .stream()
                .map(entry -> JSON.readValue(entry, Erased.class))
                .toList();
    }

    List<Erasure> newest(int limit) {
        return jdbc.sql(SELECT + "ORDER BY state = 'asked' DESC, id DESC LIMIT ?")
                .param(limit)
                .query((row, number) -> read(row))
                .list();
    }

    /** How many somebody asked for and nobody has decided. */
    int waiting() {
        return jdbc.sql("SELECT count(*) FROM erasure WHERE state = 'asked'")
                .query(Integer.class)
                .single();
    }

    Optional<UUID> ledger() {
        return jdbc.sql("SELECT id FROM erasure_ledger").query(UUID.class).optional();
    }

    void ledgerIs(UUID id) {
        jdbc.sql("INSERT INTO erasure_ledger (id) VALUES (?)").param(id).update();
    }

    /** Those who may still be in what is kept of meetings. */
    List<UUID> withSeats() {
        return jdbc.sql("SELECT id FROM erasure WHERE state = 'done' AND seats_gone_at IS NULL")
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    void seatsGone(List<UUID> of, Instant at) {
        jdbc.sql("UPDATE erasure SET seats_gone_at = ? WHERE id = ANY (?)")
                .params(Timestamp.from(at), of.toArray(UUID[]::new))
                .update();
    }

    /** Those whose account auth has not said to be gone. */
    List<Erased> toTellAuth() {
        return jdbc
                .sql("SELECT entry::text FROM erasure WHERE state = 'done' AND account_gone_at IS NULL ORDER BY id")
                .query((row, number) -> row.getString(1))
                .list()
                .stream()
                .map(entry -> JSON.readValue(entry, Erased.class))
                .toList();
    }

    /** @return whether nobody had said so before */
    boolean accountGone(UUID id, Instant at) {
        return jdbc.sql("UPDATE erasure SET account_gone_at = ? WHERE id = ? AND account_gone_at IS NULL")
                        .params(Timestamp.from(at), id)
                        .update()
                == 1;
    }

    private static Erasure read(ResultSet row) throws SQLException {
        Timestamp decided = row.getTimestamp("decided_at");
        Timestamp accountGone = row.getTimestamp("account_gone_at");
        String destroyed = row.getString("destroyed");
        return new Erasure(
                row.getObject("id", UUID.class),
                row.getObject("person_id", UUID.class),
                State.of(row.getString("state")),
                row.getBytes("plan"),
                row.getObject("asked_by", UUID.class),
                row.getTimestamp("asked_at").toInstant(),
                row.getObject("decided_by", UUID.class),
                decided == null ? null : decided.toInstant(),
                destroyed == null ? Map.of() : JSON.readValue(destroyed, COUNTS),
                accountGone == null ? null : accountGone.toInstant());
    }

    private static Place place(UUID id) {
        return new Place("erasure", "reason", id);
    }
}
