package hotleads.core;

import static hotleads.core.SomeAppointments.appointment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotleads.core.outbox.Outbox;
import hotleads.core.sources.Source;
import hotleads.core.sources.SourceObservations;
import hotleads.core.sources.SourceObservations.Answered;
import hotleads.core.vault.PracticeVault;
import hotleads.core.vault.Vault;
import hotleads.vault.CannotOpen;
import hotleads.vault.Place;
import hotleads.vault.SealingKey;
import java.nio.charset.StandardCharsets;
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
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Column by column: what could hold a person's data is sealed, or stands here with the reason why it cannot. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SealedColumnsTest {
    /** Each sealed column, with the one that names its row. The key's id lies beside all of them. */
    static final Map<String, String> SEALED = Map.ofEntries(
            Map.entry("act.content", "id"),
            Map.entry("audit_entry.sealed", "id"),
            Map.entry("calendar.name", "id"),
            Map.entry("care_check_in.content", "id"),
            Map.entry("check_in.content", "id"),
            Map.entry("check_in_change.content", "id"),
            Map.entry("erasure.reason", "id"),
            Map.entry("identity.email", "id"),
            Map.entry("identity.name", "id"),
            Map.entry("identity.phone", "id"),
            Map.entry("inbox_delivery.body", "id"),
            Map.entry("lead.evaluation", "person_id"),
            Map.entry("observation.content", "id"),
            Map.entry("outbox.payload", "id"),
            Map.entry("outcome.note", "id"),
            Map.entry("person_export_archive.content", "id"),
            Map.entry("portal_setting.content", "person_id"),
            Map.entry("practice_setting.content", "kind"),
            Map.entry("scoring_version.note", "version"),
            Map.entry("session_type.name", "id"),
            Map.entry("source_observation.content", "id"));

    private static final String WORD = "one of our own words";
    private static final String DIGEST = "a keyed digest: without the key file nothing can be tried against it";
    private static final String CHAIN = "a hash over rows whose words are sealed";

    private static final Map<String, String> HARMLESS = Map.ofEntries(
            Map.entry("act.kind", WORD),
            Map.entry("acuity_hook.event", WORD),
            Map.entry("acuity_hook.target", "the practice's own public address"),
            Map.entry("attendance.facts", WORD),
            Map.entry("attendance.present_from", "times"),
            Map.entry("attendance.present_to", "times"),
            Map.entry("attendance.rung", WORD),
            Map.entry("attendance.runs", "ids"),
            Map.entry("attendance.state", WORD),
            Map.entry("attendance.verdict", WORD),
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
            Map.entry("care_check_in.came_from", "whether an entry, the time or the client opened it; why is sealed"),
            Map.entry("care_check_in.state", WORD),
            Map.entry("fetch_cursor.name", WORD),
            Map.entry("fetch_cursor.source", WORD),
            Map.entry("fetch_cursor.value", "a place in a provider's list: a time, or the provider's own token for it"),
            Map.entry("fetch_run.account", "a word of ours, or an id"),
            Map.entry("fetch_run.cause", WORD),
            Map.entry("fetch_run.kind", WORD),
            Map.entry("fetch_run.outcome", WORD),
            Map.entry("fetch_run.source", WORD),
            Map.entry("crm_record.channel", WORD),
            Map.entry("crm_record.module", WORD),
            Map.entry("crm_record.stage", WORD),
            Map.entry("crm_record.state", WORD),
            Map.entry("crm_stage_move.from_stage", WORD),
            Map.entry("crm_stage_move.how", WORD),
            Map.entry("crm_stage_move.to_stage", WORD),
            Map.entry("google_channel.id", "made by us, of a calendar's number and chance"),
            Map.entry("google_channel.resource", "what Google calls a calendar, which names nobody"),
            Map.entry("google_own_event.event_id", DIGEST),
            Map.entry("google_own_event.title", "the kind of title, never the title"),
            Map.entry("practice_setting.kind", WORD),
            Map.entry("help_country.country", "a country's two letters"),
            Map.entry("help_country.numbers", "public help lines, which everybody is shown"),
            Map.entry("erasure.destroyed", "counts"),
            Map.entry("erasure.entry", "ids, and keyed digests"),
            Map.entry("erasure.plan", "a hash over ids"),
            Map.entry("erasure.state", WORD),
            Map.entry("identity.digest", DIGEST),
            Map.entry("identity.source", WORD),
            Map.entry("identity_digest.digest", DIGEST),
            Map.entry("identity_digest.kind", WORD),
            Map.entry("inbox_delivery.action", "one of the providers' words that we know, or unknown"),
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
            Map.entry("lookback.result", "ids, counts and numbers of rules"),
            Map.entry("lookback.state", WORD),
            Map.entry("lookback.weights", "points of rules"),
            Map.entry("match_candidate.state", WORD),
            Map.entry("match_decision.verdict", WORD),
            Map.entry("observation.fingerprint", DIGEST),
            Map.entry("observation.source", WORD),
            Map.entry("observation.state", WORD),
            Map.entry("outbox.cause", WORD),
            Map.entry("outbox.kind", WORD),
            Map.entry("outbox.marker", "a part of the row's id"),
            Map.entry("outbox.saved_as", "an id at a provider"),
            Map.entry("outbox.state", WORD),
            Map.entry("outbox.subject", "an id at a provider"),
            Map.entry("outcome.kind", WORD),
            Map.entry("person_export.cause", WORD),
            Map.entry("person_export.state", WORD),
            Map.entry("provider_account.account", "a word of ours, or an id"),
            Map.entry("provider_account.sealed", "credentials, sealed by sync, whose key is not here"),
            Map.entry("provider_account.source", WORD),
            Map.entry("provider_permit.lane", WORD),
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
            Map.entry("retention_setting.kind", WORD),
            Map.entry("scheduled_tasks.picked_by", "a name without a meaning, made at each start"),
            Map.entry("scheduled_tasks.task_data", "always null: our tasks carry none"),
            Map.entry("scheduled_tasks.task_instance", WORD),
            Map.entry("scheduled_tasks.task_name", WORD),
            Map.entry("scoring_version.weights", "points of rules"),
            Map.entry("sealing_key.kind", WORD),
            Map.entry("sealing_key.wrapped", "a key, itself sealed under the key file's"),
            Map.entry("source_observation.fingerprint", DIGEST),
            Map.entry("source_observation.source", WORD),
            Map.entry("source_observation.state", WORD),
            Map.entry("source_pause.source", WORD),
            Map.entry("source_record.key", "a provider's own id of a record"),
            Map.entry("source_record.source", WORD),
            Map.entry("source_state.account", "a word of ours, or an id"),
            Map.entry("source_state.cause", WORD),
            Map.entry("source_state.source", WORD),
            Map.entry("source_known.source", WORD),
            Map.entry("source_known.state", WORD),
            Map.entry("zoom_hook.kind", WORD),
            Map.entry("sweep.cause", WORD),
            Map.entry("sweep.kind", WORD),
            Map.entry("sweep.state", WORD),
            Map.entry("sweep_difference.kind", WORD),
            Map.entry("tombstone.digest", DIGEST),
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
        core.bean(TransactionTemplate.class)
                .executeWithoutResult(status -> core.bean(Outbox.class)
                        .put(new Outbox.Packed(
                                "of-nobody",
                                "1",
                                UUID.randomUUID(),
                                "Called, left message".getBytes(StandardCharsets.UTF_8),
                                core.bean(PracticeVault.class).key(),
                                Duration.ZERO)));
        String client = core.client(UUID.randomUUID(), UUID.fromString(person));
        UUID entry = UUID.randomUUID();
        core.post("/api/me/check-ins", client, Map.of("id", entry, "answer", 2, "note", "A long night"));
        core.post("/api/me/check-ins/" + entry + "/change", client, Map.of("answer", 3));
        core.post("/api/me/settings", client, Map.of("zone", "Europe/London", "textSize", "usual"));
        export(person);
        publish();
        core.post(
                "/api/settings/templates",
                core.tony(),
                Map.of("items", List.of(Map.of("name", "Short", "text", "Hello from Ana")), "version", 0));
        String event = core.jdbc()
                .sql("SELECT id::text FROM inbox_delivery")
                .query(String.class)
                .single();
        observe();
        core.bean(TransactionTemplate.class)
                .executeWithoutResult(status -> core.bean(Outbox.class)
                        .put(new Outbox.Packed(
                                "of-nobody",
                                "1",
                                UUID.randomUUID(),
                                "Called, left message".getBytes(StandardCharsets.UTF_8),
                                core.bean(PracticeVault.class).key(),
                                Duration.ZERO)));
        core.post(
                "/api/people/" + person + "/erasure",
                core.tony(),
                Map.of(
                        "plan",
                        core.json(core.get("/api/people/" + person + "/erasure", core.tony()))
                                .get("plan")
                                .asString(),
                        "reason",
                        "She asked for it"));
        core.post("/api/events/" + event + "/reveal", core.tony(), Map.of("reason", "She says it was another day"));
    }

    /** A copy of the record that waits to be fetched. */
    private void export(String person) {
        core.post("/api/people/" + person + "/exports", core.tony(), Map.of("reason", "She asked in a letter"));
        SomeCore.await(() -> core.jdbc()
                .sql("SELECT EXISTS (SELECT 1 FROM person_export_archive)")
                .query(Boolean.class)
                .single());
    }

    /** Other points for a rule, with a note on why. */
    private void publish() {
        List<Map<String, Object>> rules = SomeScoring.with(core, "R1", true, 490, 12);
        String looked = SomeScoring.lookedBack(core, rules).get("id").asString();
        core.post(
                "/api/scoring/versions",
                core.tony(),
                Map.of("basedOn", 1, "rules", rules, "note", "Ana asked for it", "lookbackId", looked));
    }

    /** What another provider answered, sealed as whoever keeps it says. */
    private void observe() {
        UUID key = UUID.randomUUID();
        Answered answer =
                new Answered(Source.ZOHO, 1, 1, Clock.systemUTC().instant(), "there", "{\"lastName\":\"Somebody\"}");
        core.bean(TransactionTemplate.class).executeWithoutResult(status -> {
            core.bean(Vault.class).newKey(key, "identity");
            core.bean(SourceObservations.class).keep(answer, null, key);
        });
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

    static Place place(String column, String row) {
        String[] parts = column.split("\\.", 2);
        return new Place(parts[0], parts[1], row);
    }

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Value(UUID key, String row, byte[] sealed) {}
}
