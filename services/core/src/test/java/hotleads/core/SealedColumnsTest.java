package hotleads.core;

import static hotleads.core.SomeAppointments.appointment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotleads.core.vault.Vault;
import hotleads.vault.CannotOpen;
import hotleads.vault.Place;
import hotleads.vault.SealingKey;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Column by column: what could hold a person's data is sealed, or stands here with the reason why it cannot. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SealedColumnsTest {
    /** Each sealed column, with the one that names its row. The key's id lies beside all of them. */
    private static final Map<String, String> SEALED = Map.ofEntries(
            Map.entry("act.content", "id"),
            Map.entry("audit_entry.sealed", "id"),
            Map.entry("calendar.name", "id"),
            Map.entry("identity.email", "id"),
            Map.entry("identity.name", "id"),
            Map.entry("identity.phone", "id"),
            Map.entry("inbox_delivery.body", "id"),
            Map.entry("lead.evaluation", "person_id"),
            Map.entry("observation.content", "id"),
            Map.entry("outcome.note", "id"),
            Map.entry("session_type.name", "id"));

    private static final String WORD = "one of our own words";
    private static final String DIGEST = "a keyed digest: without the key file nothing can be tried against it";
    private static final String CHAIN = "a hash over rows whose words are sealed";

    private static final Map<String, String> HARMLESS = Map.ofEntries(
            Map.entry("act.kind", WORD),
            Map.entry("acuity_hook.event", WORD),
            Map.entry("acuity_hook.target", "the practice's own public address"),
            Map.entry("audit_anchor.hash", CHAIN),
            Map.entry("audit_anchor.key", "a public key"),
            Map.entry("audit_anchor.signature", "a signature over a hash"),
            Map.entry("audit_entry.act", WORD),
            Map.entry("audit_entry.actor", "an account's id, or the name of a program or job"),
            Map.entry("audit_entry.actor_kind", WORD),
            Map.entry("audit_entry.outcome", WORD),
            Map.entry("audit_entry.request_id", "made by us: what strangers send in its place is thrown away"),
            Map.entry("audit_entry.role", WORD),
            Map.entry("audit_entry.subject", "ids and our own words; free text lies sealed beside it"),
            Map.entry("audit_entry.subject_kind", WORD),
            Map.entry("audit_link.hash", CHAIN),
            Map.entry("audit_verification.result", "numbers and names of chains"),
            Map.entry("audit_verification.state", WORD),
            Map.entry("backfill.cause", WORD),
            Map.entry("backfill.state", WORD),
            Map.entry("booking.state", WORD),
            Map.entry("identity.digest", DIGEST),
            Map.entry("identity.source", WORD),
            Map.entry("identity_digest.digest", DIGEST),
            Map.entry("identity_digest.kind", WORD),
            Map.entry("inbox_delivery.action", "one of Acuity's words that we know, or unknown"),
            Map.entry("inbox_delivery.provider", WORD),
            Map.entry("inbox_delivery.request_id", "made by us: what strangers send in its place is thrown away"),
            Map.entry("key_rotation.mark", "an id"),
            Map.entry("key_rotation.purpose", WORD),
            Map.entry("key_set.data_key", "a key that AWS KMS alone opens"),
            Map.entry("key_set.kms_key", "the name of a key"),
            Map.entry("key_set.sealed", "keys, sealed under the data key beside them"),
            Map.entry("lead.band", WORD),
            Map.entry("lead.placement", WORD),
            Map.entry("lead.rules", "numbers of rules, such as B1"),
            Map.entry("look_again.cause", WORD),
            Map.entry("match_candidate.state", WORD),
            Map.entry("observation.fingerprint", DIGEST),
            Map.entry("observation.source", WORD),
            Map.entry("observation.state", WORD),
            Map.entry("outcome.kind", WORD),
            Map.entry("provider_state.cause", WORD),
            Map.entry("provider_state.hooks_cause", WORD),
            Map.entry("provider_state.known_state", WORD),
            Map.entry("provider_state.provider", WORD),
            Map.entry("provider_state.quiet_cause", WORD),
            Map.entry("practice_key.purpose", WORD),
            Map.entry("practice_key.state", WORD),
            Map.entry("rebuild.mark", "the id of a row"),
            Map.entry("rebuild.state", WORD),
            Map.entry("replay.state", WORD),
            Map.entry("replay_item.run", WORD),
            Map.entry("replay_item.tried", WORD),
            Map.entry("scheduled_tasks.picked_by", "a name without a meaning, made at each start"),
            Map.entry("scheduled_tasks.task_data", "always null: our tasks carry none"),
            Map.entry("scheduled_tasks.task_instance", WORD),
            Map.entry("scheduled_tasks.task_name", WORD),
            Map.entry("sealing_key.kind", WORD),
            Map.entry("sealing_key.wrapped", "a key, itself sealed under the key file's"),
            Map.entry("sweep.cause", WORD),
            Map.entry("sweep.kind", WORD),
            Map.entry("sweep.state", WORD),
            Map.entry("sweep_difference.kind", WORD),
            Map.entry("window_read.source", WORD));

    private SomeCore core;

    @BeforeAll
    void aDaysWork() {
        core = SomeCore.started();
        core.sync.acuity.put(
                1L,
                appointment(1)
                        .at(Clock.systemUTC().instant().plus(Duration.ofDays(2)))
                        .cancelled()
                        .build());
        core.hook("canceled", 1);
        core.awaitQuiet();
        String person = core.leads().getFirst().get("personId").asString();
        act(person, "notes", Map.of("text", "A note"));
        act(person, "outcomes", Map.of("kind", "left-message", "note", "A word with the mother"));
        String event = core.jdbc()
                .sql("SELECT id::text FROM inbox_delivery")
                .query(String.class)
                .single();
        core.post("/api/events/" + event + "/reveal", core.tony(), Map.of("reason", "She says it was another day"));
    }

    @AfterAll
    void stop() {
        core.close();
    }

    @Test
    void everyColumnThatCouldHoldAPersonsDataIsSealedOrSaysWhyItCannot() {
        List<String> columns =
                core.jdbc().sql("""
                        SELECT c.table_name || '.' || c.column_name FROM information_schema.columns c
                        WHERE c.table_schema = 'core' AND c.table_name <> 'flyway_schema_history'
                          AND c.data_type NOT IN ('uuid', 'bigint', 'integer', 'smallint', 'boolean', 'date',
                                                  'timestamp with time zone', 'xid8')
                        """).query((row, number) -> row.getString(1)).list();

        assertThat(columns)
                .containsExactlyInAnyOrderElementsOf(
                        new TreeSet<>(Stream.concat(SEALED.keySet().stream(), HARMLESS.keySet().stream())
                                .toList()));
    }

    @Test
    void whatCountsAsSealedOpensInItsPlaceAndInNoOther() {
        Vault vault = core.bean(Vault.class);
        SEALED.forEach((column, row) -> {
            List<Value> values = values(column, row);
            assertThat(values).as(column).isNotEmpty();
            for (Value value : values) {
                SealingKey key = vault.key(value.key);

                assertThat(key.open(value.sealed, place(column, value.row))).isNotEmpty();
                assertThatThrownBy(() -> key.open(value.sealed, place(column + "s", value.row)))
                        .isInstanceOf(CannotOpen.class);
            }
        });
    }

    @Test
    void theScheduleCarriesNothingWithItsTasks() {
        assertThat(core.jdbc()
                        .sql("SELECT count(*) FROM scheduled_tasks WHERE task_data IS NOT NULL")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private void act(String person, String what, Map<String, Object> wanted) {
        JsonNode lead = core.json(core.get("/api/leads/" + person, core.tony())).get("lead");
        Map<String, Object> body = new java.util.HashMap<>(wanted);
        body.put("recordVersion", lead.get("recordVersion").asLong());
        assertThat(core.post("/api/leads/" + person + "/" + what, core.tony(), body)
                        .statusCode())
                .isEqualTo(201);
    }

    private List<Value> values(String column, String row) {
        String[] parts = column.split("\\.", 2);
        return core.jdbc()
                .sql("SELECT key_id, %2$s::text AS row, %3$s AS sealed FROM %1$s WHERE %3$s IS NOT NULL"
                        .formatted(parts[0], row, parts[1]))
                .query((found, number) -> new Value(
                        found.getObject("key_id", UUID.class), found.getString("row"), found.getBytes("sealed")))
                .list();
    }

    private static Place place(String column, String row) {
        String[] parts = column.split("\\.", 2);
        return new Place(parts[0], parts[1], row);
    }

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Value(UUID key, String row, byte[] sealed) {}
}
