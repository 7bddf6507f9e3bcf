package hotleads.core.crm;

import hotleads.core.leads.rules.Stage;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Records, moves and tasks of Zoho as stored. */
@Component
class CrmTables {
    private static final String RECORDS = """
            SELECT id, module, person_id, identity_id, observation_id, received_at, state, stage, stage_since, channel,
              email_opt_out, enquired_at, modified_at, converted_to
            FROM crm_record
            """;

    private static final String TASKS = "SELECT id, about, due_on, open, observation_id, received_at FROM crm_task ";

    private final JdbcClient jdbc;

    CrmTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param about the lead or contact; null when it is about neither */
    record Task(
            long id,
            @Nullable Long about,
            @Nullable LocalDate dueOn,
            boolean open,
            UUID observationId,
            Instant receivedAt) {}

    Optional<CrmRecord> find(long id) {
        return jdbc.sql(RECORDS + "WHERE id = ?")
                .param(id)
                .query((row, number) -> read(row))
                .optional();
    }

    /** The lead that became this contact. */
    Optional<CrmRecord> becameOf(long contact) {
        return jdbc.sql(RECORDS + "WHERE converted_to = ? ORDER BY id LIMIT 1")
                .param(contact)
                .query((row, number) -> read(row))
                .optional();
    }

    /** Of each of these people, the oldest enquiry first; whoever has none is left out. */
    Map<UUID, List<CrmRecord>> ofEach(Collection<UUID> people) {
        Map<UUID, List<CrmRecord>> found = new HashMap<>();
        jdbc.sql(RECORDS + "WHERE person_id = ANY (?) ORDER BY enquired_at, id")
                .param(people.toArray(UUID[]::new))
                .query(row -> {
                    CrmRecord record = read(row);
                    found.computeIfAbsent(record.personId(), first -> new java.util.ArrayList<>())
                            .add(record);
                });
        return found;
    }

    List<StageMove> movesOf(Collection<Long> records) {
        return jdbc.sql("""
                        SELECT record_id, at, from_stage, to_stage, how, received_at FROM crm_stage_move
                        WHERE record_id = ANY (?) ORDER BY at, to_stage
                        """)
                .param(records.toArray(Long[]::new))
                .query((row, number) -> new StageMove(
                        row.getLong("record_id"),
                        row.getTimestamp("at").toInstant(),
                        Stage.of(row.getString("from_stage")),
                        Stage.of(row.getString("to_stage")),
                        row.getString("how"),
                        row.getTimestamp("received_at").toInstant()))
                .list();
    }

    List<Task> openTasksAbout(Collection<Long> records) {
        return jdbc.sql(TASKS + "WHERE open AND about = ANY (?) ORDER BY id")
                .param(records.toArray(Long[]::new))
                .query((row, number) -> task(row))
                .list();
    }

    List<Task> tasksAbout(Collection<Long> records) {
        return jdbc.sql(TASKS + "WHERE about = ANY (?) ORDER BY id")
                .param(records.toArray(Long[]::new))
                .query((row, number) -> task(row))
                .list();
    }

    /** When the first answer about each record came. */
    Map<Long, Instant> firstHeardOf(Collection<Long> records) {
        return jdbc
                .sql("""
                        SELECT record_id, min(received_at) AS heard_at FROM source_observation
                        WHERE source = 'zoho' AND record_id = ANY (?) GROUP BY record_id
                        """)
                .param(records.toArray(Long[]::new))
                .query((row, number) -> Map.entry(
                        row.getLong("record_id"), row.getTimestamp("heard_at").toInstant()))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Optional<Task> findTask(long id) {
        return jdbc.sql(TASKS + "WHERE id = ?")
                .param(id)
                .query((row, number) -> task(row))
                .optional();
    }

    void put(CrmRecord record) {
        jdbc.sql("""
                        INSERT INTO crm_record
                          (id, module, person_id, identity_id, observation_id, received_at, state, stage, stage_since, channel,
                           email_opt_out, enquired_at, modified_at, converted_to)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (id) DO UPDATE SET
                          module = EXCLUDED.module, person_id = EXCLUDED.person_id, identity_id = EXCLUDED.identity_id,
                          observation_id = EXCLUDED.observation_id, received_at = EXCLUDED.received_at, state = EXCLUDED.state,
                          stage = EXCLUDED.stage, stage_since = EXCLUDED.stage_since, channel = EXCLUDED.channel,
                          email_opt_out = EXCLUDED.email_opt_out, enquired_at = EXCLUDED.enquired_at,
                          modified_at = EXCLUDED.modified_at, converted_to = EXCLUDED.converted_to
                        """)
                .params(Arrays.asList(
                        record.id(),
                        record.module(),
                        record.personId(),
                        record.identityId(),
                        record.observationId(),
                        Timestamp.from(record.receivedAt()),
                        record.state().word(),
                        record.stage().word(),
                        timestamp(record.stageSince()),
                        record.channel(),
                        record.emailOptOut(),
                        Timestamp.from(record.enquiredAt()),
                        Timestamp.from(record.modifiedAt()),
                        record.convertedTo()))
                .update();
    }

    /** These moves of the record and no others. */
    void putMoves(long record, List<StageMove> moves) {
        jdbc.sql("DELETE FROM crm_stage_move WHERE record_id = ?").param(record).update();
        moves.forEach(move -> jdbc.sql("""
                        INSERT INTO crm_stage_move (record_id, at, from_stage, to_stage, how, received_at)
                        VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                        """)
                .params(
                        move.recordId(),
                        Timestamp.from(move.at()),
                        move.from().word(),
                        move.to().word(),
                        move.how(),
                        Timestamp.from(move.receivedAt()))
                .update());
    }

    void put(Task task) {
        jdbc.sql("""
                        INSERT INTO crm_task (id, about, due_on, open, observation_id, received_at) VALUES (?, ?, ?, ?, ?, ?)
                        ON CONFLICT (id) DO UPDATE SET
                          about = EXCLUDED.about, due_on = EXCLUDED.due_on, open = EXCLUDED.open,
                          observation_id = EXCLUDED.observation_id, received_at = EXCLUDED.received_at
                        """)
                .params(Arrays.asList(
                        task.id,
                        task.about,
                        task.dueOn == null ? null : Date.valueOf(task.dueOn),
                        task.open,
                        task.observationId,
                        Timestamp.from(task.receivedAt)))
                .update();
    }

    /**
     * Whoever never booked is shown as Zoho names them now.
     *
     * @param touched locked in the order of their evaluation, as in {@code Appointments}
     */
    void showAs(UUID identity, Collection<UUID> touched) {
        jdbc.sql("""
                        WITH locked AS MATERIALIZED (
                          SELECT id FROM person WHERE id = ANY (?) ORDER BY id FOR NO KEY UPDATE)
                        UPDATE person p SET shown_as = i.id FROM locked, identity i
                        WHERE p.id = locked.id AND i.id = ? AND i.person_id = p.id AND p.shown_as <> i.id
                          AND NOT EXISTS (SELECT 1 FROM booking b WHERE b.person_id = p.id)
                        """).params(touched.toArray(UUID[]::new), identity).update();
    }

    void removeWhatNothingTellsOf() {
        String without =
                " c WHERE NOT EXISTS (SELECT 1 FROM source_observation o WHERE o.source = 'zoho' AND o.record_id = c.id)";
        jdbc.sql("DELETE FROM crm_record" + without).update();
        jdbc.sql("DELETE FROM crm_task" + without).update();
        jdbc.sql("DELETE FROM crm_stage_move m WHERE NOT EXISTS (SELECT 1 FROM crm_record r WHERE r.id = m.record_id)")
                .update();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static CrmRecord read(ResultSet row) throws SQLException {
        Timestamp since = row.getTimestamp("stage_since");
        long convertedTo = row.getLong("converted_to");
        boolean isConverted = !row.wasNull();
        return new CrmRecord(
                row.getLong("id"),
                row.getString("module"),
                row.getObject("person_id", UUID.class),
                row.getObject("identity_id", UUID.class),
                row.getObject("observation_id", UUID.class),
                row.getTimestamp("received_at").toInstant(),
                CrmRecord.State.of(row.getString("state")),
                Stage.of(row.getString("stage")),
                since == null ? null : since.toInstant(),
                row.getString("channel"),
                row.getBoolean("email_opt_out"),
                row.getTimestamp("enquired_at").toInstant(),
                row.getTimestamp("modified_at").toInstant(),
                isConverted ? convertedTo : null);
    }

    private static Task task(ResultSet row) throws SQLException {
        long about = row.getLong("about");
        boolean isAbout = !row.wasNull();
        Date due = row.getDate("due_on");
        return new Task(
                row.getLong("id"),
                isAbout ? about : null,
                due == null ? null : due.toLocalDate(),
                row.getBoolean("open"),
                row.getObject("observation_id", UUID.class),
                row.getTimestamp("received_at").toInstant());
    }
}
