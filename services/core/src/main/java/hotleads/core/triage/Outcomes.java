package hotleads.core.triage;

import hotleads.core.leads.rules.OutcomeFact;
import hotleads.core.leads.rules.OutcomeKind;
import hotleads.core.vault.Vault;
import hotleads.vault.Place;
import hotleads.vault.SealingKey;
import hotleads.vault.Unopened;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Outcomes as stored: added, undone, never changed. */
@Component
public class Outcomes {
    /** Whoever is part of another keeps what was done about them: it counts for the whole while they are one. */
    static final String PARTS = "SELECT ?::uuid UNION ALL SELECT id FROM person WHERE part_of = ?";

    private static final String COLUMNS =
            "o.id, o.account_id, o.kind, o.at, o.call_back_at, o.note, o.key_id, o.undone_at";
    private static final String SELECT = "SELECT " + COLUMNS + " FROM outcome o WHERE ";

    private final JdbcClient jdbc;
    private final Vault vault;

    Outcomes(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** One outcome with its note opened. */
    public record Outcome(
            UUID id,
            UUID accountId,
            OutcomeKind kind,
            Instant at,
            @Nullable Instant callBackAt,
            @Nullable String note,
            boolean undone) {
        public OutcomeFact asFact() {
            return new OutcomeFact(id, kind, at, callBackAt);
        }
    }

    /** Of one person, the latest first; a note that does not open is left out. */
    public List<Outcome> of(UUID person, Unopened unopened) {
        return jdbc.sql(SELECT + "o.person_id IN (" + PARTS + ") ORDER BY o.at DESC, o.id DESC")
                .params(person, person)
                .query((row, number) -> read(row, unopened))
                .list();
    }

    /** As {@link #of}, of several people at once; whoever has none is left out. */
    public Map<UUID, List<Outcome>> ofEach(Collection<UUID> people) {
        Map<UUID, List<Outcome>> outcomes = new HashMap<>();
        // No rule reads a note, so none that does not open may keep its person from being evaluated.
        Unopened notes = new Unopened();
        jdbc.sql("""
                        SELECT %s, coalesce(p.part_of, p.id) AS whose FROM outcome o JOIN person p ON p.id = o.person_id
                        WHERE o.person_id IN (SELECT id FROM person WHERE part_of IS NULL AND id = ANY (?)
                                              UNION ALL SELECT id FROM person WHERE part_of = ANY (?))
                        ORDER BY o.at DESC, o.id DESC
                        """.formatted(COLUMNS))
                .params(people.toArray(UUID[]::new), people.toArray(UUID[]::new))
                .query(row -> {
                    outcomes.computeIfAbsent(row.getObject("whose", UUID.class), first -> new ArrayList<>())
                            .add(read(row, notes));
                });
        return outcomes;
    }

    public Optional<Outcome> find(UUID id, UUID person) {
        return jdbc.sql(SELECT + "o.id = ? AND o.person_id IN (" + PARTS + ")")
                .params(id, person, person)
                .query((row, number) -> read(row, new Unopened()))
                .optional();
    }

    /** @param version the person's version that this outcome makes */
    public void add(Outcome outcome, UUID person, SealingKey key, long version) {
        String note = outcome.note();
        jdbc.sql("""
                        INSERT INTO outcome (id, person_id, account_id, kind, at, call_back_at, note, key_id, version)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        outcome.id(),
                        person,
                        outcome.accountId(),
                        outcome.kind().code(),
                        Timestamp.from(outcome.at()),
                        outcome.callBackAt() == null ? null : Timestamp.from(outcome.callBackAt()),
                        note == null ? null : key.seal(note, place(outcome.id())),
                        key.id(),
                        version))
                .update();
    }

    public void undo(UUID id, UUID account, Instant at, long version) {
        jdbc.sql("UPDATE outcome SET undone_at = ?, undone_by = ?, undone_version = ? WHERE id = ?")
                .params(Timestamp.from(at), account, version, id)
                .update();
    }

    private Outcome read(ResultSet row, Unopened unopened) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Timestamp callBack = row.getTimestamp("call_back_at");
        byte[] note = row.getBytes("note");
        UUID key = row.getObject("key_id", UUID.class);
        return new Outcome(
                id,
                row.getObject("account_id", UUID.class),
                OutcomeKind.valueOf(
                        row.getString("kind").toUpperCase(Locale.ROOT).replace('-', '_')),
                row.getTimestamp("at").toInstant(),
                callBack == null ? null : callBack.toInstant(),
                note == null
                        ? null
                        : unopened.open(() -> vault.open(key, note, place(id))).orElse(null),
                row.getTimestamp("undone_at") != null);
    }

    private static Place place(UUID id) {
        return new Place("outcome", "note", id);
    }
}
