package hotleads.core.triage;

import hotleads.core.vault.Vault;
import hotleads.vault.Place;
import hotleads.vault.SealingKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What was done about people as stored: added, undone, never changed. */
@Component
public class PersonActs {
    private final JdbcClient jdbc;
    private final Vault vault;
    private final JsonMapper json;

    PersonActs(JdbcClient jdbc, Vault vault, JsonMapper json) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
    }

    /** About one person, the latest first. */
    public List<ActDone> of(UUID person) {
        return jdbc.sql("SELECT * FROM act WHERE person_id = ? ORDER BY version DESC")
                .param(person)
                .query((row, number) -> read(row))
                .list();
    }

    /** As {@link #of}, of several people at once; whoever has none is left out. */
    public Map<UUID, List<ActDone>> ofEach(Collection<UUID> people) {
        Map<UUID, List<ActDone>> acts = new HashMap<>();
        jdbc.sql("SELECT * FROM act WHERE person_id = ANY (?) ORDER BY version DESC")
                .param(people.toArray(UUID[]::new))
                .query(row -> {
                    acts.computeIfAbsent(row.getObject("person_id", UUID.class), first -> new ArrayList<>())
                            .add(read(row));
                });
        return acts;
    }

    public Optional<ActDone> find(UUID id, UUID person) {
        return jdbc.sql("SELECT * FROM act WHERE id = ? AND person_id = ?")
                .params(id, person)
                .query((row, number) -> read(row))
                .optional();
    }

    /** @param version the person's version that this act makes */
    public void add(ActDone done, UUID person, SealingKey key, long version) {
        jdbc.sql("""
                        INSERT INTO act (id, person_id, account_id, kind, at, content, key_id, version)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        done.id(),
                        person,
                        done.accountId(),
                        done.act().kind(),
                        Timestamp.from(done.at()),
                        key.seal(json.writeValueAsBytes(done.act()), place(done.id())),
                        key.id(),
                        version)
                .update();
    }

    public void undo(UUID id, UUID account, Instant at, long version) {
        jdbc.sql("UPDATE act SET undone_at = ?, undone_by = ?, undone_version = ? WHERE id = ?")
                .params(Timestamp.from(at), account, version, id)
                .update();
    }

    private ActDone read(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        SealingKey key = vault.key(row.getObject("key_id", UUID.class));
        return new ActDone(
                id,
                row.getObject("account_id", UUID.class),
                row.getTimestamp("at").toInstant(),
                json.readValue(key.open(row.getBytes("content"), place(id)), Act.ofKind(row.getString("kind"))),
                row.getTimestamp("undone_at") != null);
    }

    private static Place place(UUID id) {
        return new Place("act", "content", id);
    }
}
