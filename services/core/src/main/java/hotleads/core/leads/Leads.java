package hotleads.core.leads;

import hotleads.core.leads.rules.Evaluation;
import hotleads.core.leads.rules.Placement;
import hotleads.core.vault.Vault;
import hotleads.vault.Place;
import hotleads.vault.SealingKey;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The stored list: a row a person, its words sealed, its order plain. */
@Component
class Leads {
    private static final String SELECT = """
            SELECT l.*, p.facts_version AS person_version, i.id AS identity_id, i.key_id AS identity_key, i.name
            FROM lead l JOIN person p ON p.id = l.person_id JOIN identity i ON i.id = p.shown_as
            """;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final JsonMapper json;

    Leads(JdbcClient jdbc, Vault vault, JsonMapper json) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
    }

    /** One row, opened. */
    record Row(
            UUID personId,
            String name,
            int scoreTenths,
            @Nullable String band,
            StoredEvaluation evaluation,
            @Nullable Instant waitingSince,
            @Nullable Instant lastContactAt,
            @Nullable Long calendarId,
            @Nullable Instant nextChangeAt,
            long factsVersion) {}

    /** Where a page begins: after this place. */
    record Cursor(int scoreTenths, Instant waitingSince, UUID personId) {}

    /** A page in the list's order; the same inputs give the same page. */
    List<Row> page(@Nullable Cursor after, int limit) {
        if (after == null) {
            return open(jdbc.sql(
                            SELECT
                                    + "WHERE l.placement = 'listed' ORDER BY l.score_tenths DESC, l.waiting_since, l.person_id LIMIT ?")
                    .param(limit)
                    .query((row, number) -> Sealed.read(row))
                    .list());
        }
        return open(jdbc.sql(SELECT + """
                        WHERE l.placement = 'listed' AND l.score_tenths <= ?
                          AND (l.score_tenths < ? OR (l.waiting_since, l.person_id) > (?, ?))
                        ORDER BY l.score_tenths DESC, l.waiting_since, l.person_id LIMIT ?
                        """)
                .params(after.scoreTenths, after.scoreTenths, Timestamp.from(after.waitingSince), after.personId, limit)
                .query((row, number) -> Sealed.read(row))
                .list());
    }

    Optional<Row> find(UUID person) {
        return open(jdbc.sql(SELECT + "WHERE l.person_id = ?")
                        .param(person)
                        .query((row, number) -> Sealed.read(row))
                        .list())
                .stream()
                .findFirst();
    }

    /** @return whether anything a page shows is different now */
    boolean put(UUID person, SealingKey key, Evaluation evaluation, Circumstances circumstances) {
        byte[] words = json.writeValueAsBytes(StoredEvaluation.of(evaluation));
        boolean changed = !isSame(person, key, words, circumstances);
        if (changed) {
            write(person, key, evaluation, words, circumstances);
        } else {
            jdbc.sql("UPDATE lead SET next_change_at = ? WHERE person_id = ?")
                    .params(Arrays.asList(timestamp(evaluation.nextChangeAt()), person))
                    .update();
        }
        return changed;
    }

    void remove(UUID person) {
        jdbc.sql("DELETE FROM lead WHERE person_id = ?").param(person).update();
    }

    /** What stands beside the reasons in a row. */
    record Circumstances(
            @Nullable Instant lastContactAt, @Nullable Long calendarId, long factsVersion, Instant now) {}

    private boolean isSame(UUID person, SealingKey key, byte[] words, Circumstances circumstances) {
        return jdbc.sql("SELECT evaluation, facts_version FROM lead WHERE person_id = ?")
                .param(person)
                .query((row, number) -> row.getLong("facts_version") == circumstances.factsVersion
                        && Arrays.equals(key.open(row.getBytes("evaluation"), place(person)), words))
                .optional()
                .orElse(false);
    }

    private void write(UUID person, SealingKey key, Evaluation evaluation, byte[] words, Circumstances circumstances) {
        jdbc.sql("""
                        INSERT INTO lead (person_id, placement, score_tenths, band, waiting_since, last_contact_at, calendar_id,
                                          evaluation, key_id, facts_version, evaluated_at, next_change_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (person_id) DO UPDATE SET
                          placement = EXCLUDED.placement, score_tenths = EXCLUDED.score_tenths, band = EXCLUDED.band,
                          waiting_since = EXCLUDED.waiting_since, last_contact_at = EXCLUDED.last_contact_at,
                          calendar_id = EXCLUDED.calendar_id, evaluation = EXCLUDED.evaluation, key_id = EXCLUDED.key_id,
                          facts_version = EXCLUDED.facts_version, evaluated_at = EXCLUDED.evaluated_at,
                          next_change_at = EXCLUDED.next_change_at
                        """)
                .params(Arrays.asList(
                        person,
                        PlacementShown.word(evaluation.placement().state()),
                        evaluation.scoreTenths(),
                        evaluation.placement().state() == Placement.State.LISTED
                                ? evaluation.band().name().toLowerCase(Locale.ROOT)
                                : null,
                        timestamp(evaluation.waitingSince()),
                        timestamp(circumstances.lastContactAt),
                        circumstances.calendarId,
                        key.seal(words, place(person)),
                        key.id(),
                        circumstances.factsVersion,
                        Timestamp.from(circumstances.now),
                        timestamp(evaluation.nextChangeAt())))
                .update();
    }

    private List<Row> open(List<Sealed> rows) {
        Map<UUID, SealingKey> keys = vault.keys(rows.stream()
                .flatMap(row -> java.util.stream.Stream.of(row.keyId, row.identityKey))
                .distinct()
                .toList());
        return rows.stream().map(row -> open(row, keys)).toList();
    }

    private Row open(Sealed row, Map<UUID, SealingKey> keys) {
        SealingKey own = java.util.Objects.requireNonNull(keys.get(row.keyId));
        SealingKey identity = java.util.Objects.requireNonNull(keys.get(row.identityKey));
        return new Row(
                row.personId,
                identity.openText(row.name, new Place("identity", "name", row.identityId)),
                row.scoreTenths,
                row.band,
                json.readValue(
                        new String(own.open(row.evaluation, place(row.personId)), StandardCharsets.UTF_8),
                        StoredEvaluation.class),
                row.waitingSince,
                row.lastContactAt,
                row.calendarId,
                row.nextChangeAt,
                row.factsVersion);
    }

    private static Place place(UUID person) {
        return new Place("lead", "evaluation", person);
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private record Sealed(
            UUID personId,
            UUID identityId,
            UUID identityKey,
            byte[] name,
            int scoreTenths,
            @Nullable String band,
            byte[] evaluation,
            UUID keyId,
            @Nullable Instant waitingSince,
            @Nullable Instant lastContactAt,
            @Nullable Long calendarId,
            @Nullable Instant nextChangeAt,
            long factsVersion) {

        static Sealed read(ResultSet row) throws SQLException {
            return new Sealed(
                    row.getObject("person_id", UUID.class),
                    row.getObject("identity_id", UUID.class),
                    row.getObject("identity_key", UUID.class),
                    row.getBytes("name"),
                    row.getInt("score_tenths"),
                    row.getString("band"),
                    row.getBytes("evaluation"),
                    row.getObject("key_id", UUID.class),
                    instant(row, "waiting_since"),
                    instant(row, "last_contact_at"),
                    row.getObject("calendar_id", Long.class),
                    instant(row, "next_change_at"),
                    row.getLong("person_version"));
        }

        private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
            Timestamp value = row.getTimestamp(column);
            return value == null ? null : value.toInstant();
        }
    }
}
