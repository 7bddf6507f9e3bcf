package hotleads.core;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ProviderOutcome;
import hotleads.core.connections.Schedules;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Every way Zoho can fail, reading and writing: in the end we hold what Zoho holds, what we sent stands there once, and
 * the words are the right ones.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ZohoFaultsTest {
    private static final long FIRST = 6_493_490_000_002_500_000L;

    private final Instant now = Clock.systemUTC().instant();
    private SomeCore core;
    private ZohoStandIn zoho;
    private long id = FIRST;

    @BeforeAll
    void start() {
        core = new SomeCore();
        core.settings.put("core.outbox.undo-within", "0s");
        zoho = new ZohoStandIn(core.sync);
        core.start();
        core.awaitOnTime();
    }

    @AfterAll
    void stop() {
        core.close();
    }

    @BeforeEach
    void anotherEnquiry() {
        id += 1_000;
        zoho.fault.set(null);
        zoho.carriesOut = false;
        zoho.written.clear();
        core.database.execute("UPDATE core.outbox SET state = 'withdrawn' WHERE state = 'sending'");
        zoho.enquiry(id, "Wanda", "Number" + id, "w" + id + "@example.org", now.minus(Duration.ofHours(2)));
        fetch();
    }

    /** How sync tells each of them; which answer of Zoho's becomes which is tested there. */
    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("401", ProviderOutcome.REFUSED_TOKEN, "token-refused", false),
                Arguments.of("revoked credential", ProviderOutcome.REFUSED_TOKEN, "permission-withdrawn", false),
                Arguments.of("403 quota", ProviderOutcome.RETRY_LATER, "quota", false),
                Arguments.of("403 permission", ProviderOutcome.REFUSED_PERMISSION, "forbidden", false),
                Arguments.of("missing scope", ProviderOutcome.REFUSED_PERMISSION, "scope-missing", false),
                Arguments.of("404", ProviderOutcome.GONE, "record-gone", false),
                Arguments.of("409", ProviderOutcome.CHANGED, "record-locked", false),
                Arguments.of("412", ProviderOutcome.CHANGED, "changed-there", false),
                Arguments.of("429", ProviderOutcome.RETRY_LATER, "rate-limited", false),
                Arguments.of("500", ProviderOutcome.UNCLEAR, "server-error", false),
                Arguments.of("500 though it was written", ProviderOutcome.UNCLEAR, "server-error", true),
                Arguments.of("HTML 502", ProviderOutcome.UNCLEAR, "server-error", false),
                Arguments.of("time-out before", ProviderOutcome.UNCLEAR, "timed-out", false),
                Arguments.of("time-out after", ProviderOutcome.UNCLEAR, "timed-out", true),
                Arguments.of("connection lost after", ProviderOutcome.UNCLEAR, "unreachable", true),
                Arguments.of("truncated", ProviderOutcome.UNCLEAR, "bad-content", true),
                Arguments.of("wrong content type", ProviderOutcome.UNCLEAR, "bad-content", false),
                Arguments.of("token lock", ProviderOutcome.RETRY_LATER, "token-lock", false),
                Arguments.of("our mistake", ProviderOutcome.BAD_REQUEST, "bad-request", false));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void aReadEndsWithWhatZohoHolds(String fault, ProviderOutcome outcome, String cause, boolean written) {
        zoho.fault.set(ProviderAnswer.failed(outcome, null, cause));
        zoho.moveTo(id, "Contacted", now.minus(Duration.ofMinutes(10)));

        fetch();

        assertThat(stage()).as("nothing is believed of a failure").isEqualTo("new");
        zoho.fault.set(null);
        fetch();
        assertThat(stage()).isEqualTo("contacted");
        assertThat(core.jdbc()
                        .sql("SELECT cause FROM source_state WHERE source = 'zoho' AND cause IS NOT NULL")
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void aWriteStandsThereOnceAndTheScreenSaysHowItWent(
            String fault, ProviderOutcome outcome, String cause, boolean written) {
        zoho.carriesOut = written;
        zoho.fault.set(ProviderAnswer.failed(outcome, null, cause));
        UUID person = person();
        UUID shipment = log(person);
        SomeCore.await(() -> shown(shipment).hasNonNull("cause"));

        JsonNode failing = shown(shipment);
        boolean isOver = failing.get("state").asString().equals("not-saved");
        // A read that met the same fault first has us stay away until somebody acts: then it waits.
        boolean isWaiting = failing.get("cause").asString().equals("zoho.resting");
        assertThat(isOver)
                .isEqualTo(!isWaiting
                        && outcome != ProviderOutcome.UNCLEAR
                        && outcome != ProviderOutcome.RETRY_LATER
                        && outcome != ProviderOutcome.CHANGED);
        assertThat(failing.get("cause").asString()).isIn("zoho." + cause, "zoho.resting");

        zoho.fault.set(null);
        core.database.execute("UPDATE core.source_state SET resting_until = NULL");
        if (isOver) {
            assertThat(core.post("/api/outbox/" + shipment + "/try-again", core.tony(), Map.of())
                            .statusCode())
                    .isEqualTo(204);
        } else {
            core.database.execute("UPDATE core.outbox SET next_try_at = now() WHERE id = '" + shipment + "'");
        }

        SomeCore.await(() -> shown(shipment).get("state").asString().equals("saved"));
        assertThat(zoho.written).hasSize(1);
        assertThat(zoho.written.values().iterator().next().get("title").asString())
                .isEqualTo("Called, left message");
    }

    @Test
    void aNoteWrittenWhileOnlyAPersonCanMendTheConnectionIsNotSavedAndSaysWhy() {
        zoho.fault.set(ProviderAnswer.failed(ProviderOutcome.REFUSED_TOKEN, null, "permission-withdrawn"));
        fetch();
        UUID shipment = log(person());

        SomeCore.await(() -> shown(shipment).get("state").asString().equals("not-saved"));
        assertThat(shown(shipment).get("cause").asString()).isEqualTo("zoho.permission-withdrawn");
        assertThat(zoho.written).isEmpty();

        zoho.fault.set(null);
        core.post("/api/connections/zoho/test", core.tony(), Map.of());
        core.post("/api/outbox/" + shipment + "/try-again", core.tony(), Map.of());
        SomeCore.await(() -> shown(shipment).get("state").asString().equals("saved"));
        assertThat(zoho.written).hasSize(1);
    }

    @Test
    void aNoteSaysThatWeCalledAndNothingAnybodyTyped() {
        UUID shipment = log(person());
        SomeCore.await(() -> shown(shipment).get("state").asString().equals("saved"));

        JsonNode note = zoho.written.values().iterator().next();
        assertThat(note.toString()).doesNotContain("Planted", "Wanda", "E1", "mood");
        assertThat(note.get("marker").asString()).startsWith("HL-");
        assertThat(note.get("about").asLong()).isEqualTo(id);
    }

    @Test
    void whatIsPreviewedIsWhatIsSent() {
        JsonNode preview =
                core.json(core.get("/api/leads/" + person() + "/zoho-preview?kind=left-message", core.tony()));
        log(person());
        SomeCore.await(() -> !zoho.written.isEmpty());

        assertThat(zoho.written.values().iterator().next().get("title").asString())
                .isEqualTo(preview.get("note").get("title").asString());
        assertThat(preview.hasNonNull("task")).isFalse();
    }

    @Test
    void aPromisedCallIsATaskWithItsDay() {
        UUID person = person();
        Map<String, Object> outcome = new HashMap<>();
        outcome.put("kind", "call-back");
        outcome.put("callBackAt", "2099-11-25T15:00:00Z");
        outcome.put("zoho", List.of("note", "task"));
        outcome.put("recordVersion", version(person));
        assertThat(core.post("/api/leads/" + person + "/outcomes", core.tony(), outcome)
                        .statusCode())
                .isIn(201, 422);

        outcome.put("callBackAt", now.plus(Duration.ofDays(3)).toString());
        outcome.put("recordVersion", version(person));
        assertThat(core.post("/api/leads/" + person + "/outcomes", core.tony(), outcome)
                        .statusCode())
                .isEqualTo(201);
        SomeCore.await(() -> zoho.written.size() == 2);

        assertThat(zoho.written.values()).anyMatch(one -> one.has("dueOn"));
    }

    @Test
    void whomZohoDoesNotKnowNothingIsWrittenAbout() {
        zoho.delete(id, now);
        UUID person = person();
        fetch();

        assertThat(core.json(core.get("/api/leads/" + person + "/zoho-preview?kind=left-message", core.tony()))
                        .hasNonNull("note"))
                .isFalse();
        Map<String, Object> outcome =
                Map.of("kind", "left-message", "zoho", List.of("note"), "recordVersion", version(person));
        assertThat(core.post("/api/leads/" + person + "/outcomes", core.tony(), outcome)
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void anOutcomeTakenBackInTimeLeavesNothingBehind() {
        core.database.execute(
                "UPDATE core.source_state SET resting_until = now() + interval '1 hour' WHERE source = 'zoho'");
        UUID person = person();
        UUID shipment = log(person);
        String act = core.jdbc()
                .sql("SELECT decision::text FROM outbox WHERE id = ?")
                .param(shipment)
                .query(String.class)
                .single();
        SomeCore.await(() -> core.jdbc()
                .sql("SELECT claimed_until IS NULL AND attempts > 0 AND NOT unsure FROM outbox WHERE id = ?")
                .param(shipment)
                .query(Boolean.class)
                .single());

        core.post("/api/leads/" + person + "/acts/" + act + "/undo", core.tony(), Map.of());
        core.database.execute("UPDATE core.source_state SET resting_until = NULL");

        assertThat(shown(shipment).get("state").asString()).isEqualTo("withdrawn");
        assertThat(zoho.written).isEmpty();
    }

    private UUID log(UUID person) {
        Map<String, Object> outcome = new HashMap<>();
        outcome.put("kind", "left-message");
        outcome.put("note", "Planted: she sounded low");
        outcome.put("zoho", List.of("note"));
        outcome.put("recordVersion", version(person));
        JsonNode logged = core.json(core.post("/api/leads/" + person + "/outcomes", core.tony(), outcome));
        return core.jdbc()
                .sql("SELECT id FROM outbox WHERE decision = ?::uuid")
                .param(logged.get("id").asString())
                .query((row, number) -> row.getObject(1, UUID.class))
                .single();
    }

    private long version(UUID person) {
        return core.json(core.get("/api/leads/" + person, core.tony()))
                .get("lead")
                .get("recordVersion")
                .asLong();
    }

    private JsonNode shown(UUID shipment) {
        return core.json(core.get("/api/outbox/" + shipment, core.tony()));
    }

    private UUID person() {
        return core.jdbc()
                .sql("SELECT person_id FROM crm_record WHERE id = ?")
                .param(id)
                .query((row, number) -> row.getObject(1, UUID.class))
                .single();
    }

    private String stage() {
        return core.jdbc()
                .sql("SELECT stage FROM crm_record WHERE id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private void fetch() {
        core.database.execute("UPDATE core.source_state SET resting_until = NULL");
        Instant asked = Clock.systemUTC().instant();
        SomeCore.await(() -> {
            core.bean(Schedules.class).runNow("fetch-zoho");
            return core.jdbc()
                    .sql(
                            "SELECT EXISTS (SELECT 1 FROM fetch_run WHERE source = 'zoho' AND kind = 'delta' AND started_at > ? AND finished_at IS NOT NULL)")
                    .param(Timestamp.from(asked))
                    .query(Boolean.class)
                    .single();
        });
    }
}
