package hotleads.core.triage;

import hotleads.core.vault.Vault;
import hotleads.vault.Place;
import hotleads.vault.SealingKey;
import hotleads.vault.Unopened;
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

    /** About one person, the latest first; those that do not open are left out. */
    public List<ActDone> of(UUID person, Unopened unopened) {
        return jdbc
                .sql("SELECT * FROM act WHERE person_id = ? ORDER BY version DESC")
                .param(person)
                .query((row, number) -> Sealed.read(row))
                .list()
                .stream()
                .flatMap(act -> unopened.open(() -> open(act)).stream())
                .toList();
    }

    /**
     * Of several people, the latest first; whoever has none is left out.
     *
     * @throws hotleads.vault.CannotOpen when one does not open: what follows from acts must not follow from some
     */
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
        return open(Sealed.read(row));
    }

    private ActDone open(Sealed act) {
        byte[] content = vault.key(act.keyId).open(act.content, place(act.id));
        return new ActDone(act.id, act.accountId, act.at, json.readValue(content, Act.ofKind(act.kind)), act.undone);
    }

    private static Place place(UUID id) {
        return new Place("act", "content", id);
    }

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Sealed(
            UUID id, UUID accountId, Instant at, String kind, byte[] content, UUID keyId, boolean undone) {
        static Sealed read(ResultSet row) throws SQLException {
            return new Sealed(
                    row.getObject("id", UUID.class),
                    row.getObject("account_id", UUID.class),
                    row.getTimestamp("at").toInstant(),
                    row.getString("kind"),
                    row.getBytes("content"),
                    row.getObject("key_id", UUID.class),
                    row.getTimestamp("undone_at") != null);
        }
    }
}
