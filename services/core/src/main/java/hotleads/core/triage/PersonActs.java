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
    private static final String COLUMNS = "a.id, a.account_id, a.at, a.kind, a.content, a.key_id, a.undone_at";
    private static final String SELECT = "SELECT " + COLUMNS + " FROM act a WHERE ";

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
                .sql(SELECT + "a.person_id IN (" + Outcomes.PARTS + ") ORDER BY a.at DESC, a.version DESC")
                .params(person, person)
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
        jdbc.sql("""
                        SELECT %s, coalesce(p.part_of, p.id) AS whose FROM act a JOIN person p ON p.id = a.person_id
                        WHERE a.person_id IN (SELECT id FROM person WHERE part_of IS NULL AND id = ANY (?)
                                              UNION ALL SELECT id FROM person WHERE part_of = ANY (?))
                        ORDER BY a.at DESC, a.version DESC
                        """.formatted(COLUMNS))
                .params(people.toArray(UUID[]::new), people.toArray(UUID[]::new))
                .query(row -> {
                    acts.computeIfAbsent(row.getObject("whose", UUID.class), first -> new ArrayList<>())
                            .add(read(row));
                });
        return acts;
    }

    /** What was said of sessions; what does not open is left out. */
    public Map<UUID, List<ActDone>> attendanceOfEach(Collection<UUID> people, Unopened unopened) {
        Map<UUID, List<ActDone>> acts = new HashMap<>();
        jdbc.sql("""
                        SELECT %s, coalesce(p.part_of, p.id) AS whose FROM act a JOIN person p ON p.id = a.person_id
                        WHERE a.kind = 'attendance-set'
                          AND a.person_id IN (SELECT id FROM person WHERE id = ANY (?) OR part_of = ANY (?))
                        ORDER BY a.at DESC, a.version DESC
                        """.formatted(COLUMNS))
                .params(people.toArray(UUID[]::new), people.toArray(UUID[]::new))
                .query(row -> {
                    UUID whose = row.getObject("whose", UUID.class);
                    Sealed act = Sealed.read(row);
                    unopened.open(() -> open(act))
                            .ifPresent(done -> acts.computeIfAbsent(whose, first -> new ArrayList<>())
                                    .add(done));
                });
        return acts;
    }

    public Optional<ActDone> find(UUID id, UUID person) {
        return jdbc.sql(SELECT + "a.id = ? AND a.person_id IN (" + Outcomes.PARTS + ")")
                .params(id, person, person)
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
