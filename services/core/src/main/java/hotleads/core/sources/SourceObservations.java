package hotleads.core.sources;

import hotleads.core.Ids;
import hotleads.core.vault.Vault;
import hotleads.vault.Place;
import hotleads.vault.SealingKey;
import hotleads.vault.inuse.SearchKeys;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What these providers answered about each record: appended when it differs from the last, sealed, never altered. Every
 * call belongs to the caller's transaction.
 */
@Component
public class SourceObservations {
    static final String DIGEST = "source-observation";

    private final Vault vault;
    private final Ids ids;
    private final JdbcClient jdbc;

    SourceObservations(Vault vault, Ids ids, JdbcClient jdbc) {
        this.vault = vault;
        this.ids = ids;
        this.jdbc = jdbc;
    }

    /** Drawn before a read begins: of two reads, the one with the higher ticket knows better. */
    public long nextTicket() {
        return jdbc.sql("SELECT nextval('read_ticket')").query(Long.class).single();
    }

    /**
     * One answer.
     *
     * @param state a word without anything of a person's, such as {@code there} or {@code gone}
     * @param content equal texts for equal answers; null when there is none
     */
    public record Answered(
            Source source,
            long recordId,
            long ticket,
            Instant receivedAt,
            String state,
            @Nullable String content) {}

    /**
     * Keeps it when it tells something new. One writer a record: the others wait until the transaction ends.
     *
     * @param keyId what it is sealed with, the key of whoever it describes
     * @return whether what is known of the record changed; not when a read that began later was there before
     */
    public boolean keep(Answered answer, @Nullable UUID identityId, UUID keyId) {
        SearchKeys keys = vault.holdSearch();
        lock(answer);
        Optional<Last> last = last(answer);
        if (last.isPresent()) {
            if (keys.isOf(last.get().fingerprint, DIGEST, text(answer))) {
                seenAgain(last.get().id, answer);
                return false;
            }
            if (answer.ticket() < last.get().seenTicket) {
                return false;
            }
        }
        append(answer, identityId, keyId, keys);
        return true;
    }

    /** The newest of a record, opened. */
    public Optional<Observed> latest(Source source, long recordId) {
        return all(source, recordId, "ORDER BY seen_ticket DESC LIMIT 1").stream()
                .findFirst();
    }

    /** All of a record, the oldest first, opened. */
    public List<Observed> of(Source source, long recordId) {
        return all(source, recordId, "ORDER BY seen_ticket");
    }

    private List<Observed> all(Source source, long recordId, String order) {
        return jdbc.sql("""
                        SELECT id, record_id, ticket, received_at, seen_until, state, identity_id, content, key_id
                        FROM source_observation WHERE source = ? AND record_id = ?
                        """ + order)
                .params(source.word(), recordId)
                .query((row, number) -> opened(row))
                .list();
    }

    private Observed opened(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        byte[] content = row.getBytes("content");
        return new Observed(
                id,
                row.getLong("record_id"),
                row.getLong("ticket"),
                row.getTimestamp("received_at").toInstant(),
                row.getTimestamp("seen_until").toInstant(),
                row.getString("state"),
                row.getObject("identity_id", UUID.class),
                content == null ? null : vault.open(row.getObject("key_id", UUID.class), content, place(id)));
    }

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Last(UUID id, long seenTicket, byte[] fingerprint) {}

    private Optional<Last> last(Answered answer) {
        return jdbc.sql("""
                        SELECT id, seen_ticket, fingerprint FROM source_observation WHERE source = ? AND record_id = ?
                        ORDER BY seen_ticket DESC LIMIT 1
                        """)
                .params(answer.source().word(), answer.recordId())
                .query((row, number) -> new Last(
                        row.getObject("id", UUID.class), row.getLong("seen_ticket"), row.getBytes("fingerprint")))
                .optional();
    }

    private void lock(Answered answer) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext(?), hashint8(?))")
                .params("observation/" + answer.source().word(), answer.recordId())
                .query((row, number) -> 0)
                .list();
    }

    private void seenAgain(UUID id, Answered answer) {
        jdbc.sql("UPDATE source_observation SET seen_ticket = ?, seen_until = ? WHERE id = ? AND seen_ticket < ?")
                .params(answer.ticket(), Timestamp.from(answer.receivedAt()), id, answer.ticket())
                .update();
    }

    private void append(Answered answer, @Nullable UUID identityId, UUID keyId, SearchKeys keys) {
        UUID id = ids.next();
        String content = answer.content();
        jdbc.sql("""
                        INSERT INTO source_observation
                          (id, source, record_id, ticket, received_at, seen_ticket, seen_until, state, identity_id, fingerprint, content, key_id)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        id,
                        answer.source().word(),
                        answer.recordId(),
                        answer.ticket(),
                        Timestamp.from(answer.receivedAt()),
                        answer.ticket(),
                        Timestamp.from(answer.receivedAt()),
                        answer.state(),
                        identityId,
                        keys.of(DIGEST, text(answer)),
                        content == null
                                ? null
                                : vault.key(keyId).seal(content.getBytes(StandardCharsets.UTF_8), place(id)),
                        keyId))
                .update();
    }

    /** Says less than was answered, sealed under another key, because somebody in it was erased. */
    public void replace(Observed observed, String content, SealingKey key, SearchKeys keys) {
        jdbc.sql("UPDATE source_observation SET content = ?, key_id = ?, fingerprint = ? WHERE id = ?")
                .params(
                        key.seal(content.getBytes(StandardCharsets.UTF_8), place(observed.id())),
                        key.id(),
                        keys.of(DIGEST, text(observed.state(), content)),
                        observed.id())
                .update();
    }

    private static String text(Answered answer) {
        return text(answer.state(), answer.content());
    }

    static String text(String state, @Nullable String content) {
        return content == null ? state : state + '\n' + content;
    }

    static Place place(UUID id) {
        return new Place("source_observation", "content", id);
    }
}
