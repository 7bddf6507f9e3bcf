package hotleads.core;

import static hotleads.core.SomeAppointments.appointment;
import static org.assertj.core.api.Assertions.assertThat;

import hotleads.contracts.AcuityAccount;
import hotleads.contracts.ProviderOutcome;
import hotleads.platform.report.ReportedAct;
import hotleads.platform.report.ReportedActs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** How the connection to Acuity is told, tried and started. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConnectionsTest {
    private final Instant now = Clock.systemUTC().instant();
    private SomeCore core;

    @BeforeAll
    void start() {
        core = new SomeCore();
        core.sync.acuity.put(1L, appointment(1).at(now.plus(Duration.ofDays(3))).build());
        core.start();
        core.awaitOnTime();
    }

    @AfterAll
    void stop() {
        core.close();
    }

    @AfterEach
    void acuityIsWellAgain() {
        core.database.execute(
                "UPDATE core.provider_state SET paused_until = NULL, cause = NULL, failing_since = NULL, last_success_at = now()");
        core.database.execute("DELETE FROM core.audit_entry WHERE act = 'hook.refused'");
        core.awaitQuiet();
        core.awaitOnTime();
    }

    @Test
    void isOnTimeAndSaysWhatTheLastReadsBrought() {
        SomeCore.await(() -> acuity().get("state").asString().equals("on-time"));

        JsonNode acuity = acuity();
        assertThat(acuity.get("lagSeconds").asLong()).isLessThan(60);
        assertThat(Instant.parse(acuity.get("nextRunAt").asString())).isAfter(now);
        assertThat(acuity.get("lastRun").get("fetched").asInt()).isPositive();
        assertThat(acuity.get("lastRun").get("changed").asInt()).isBetween(0, 1);
        assertThat(isNothing(acuity.get("causeKey"))).isTrue();
        assertThat(acuity.get("hooks").get("madeHere").asInt()).isZero();
    }

    @Test
    void aRefusedKeyNeedsAPerson() {
        refuse(ProviderOutcome.REFUSED_TOKEN, "key-refused");

        assertThat(acuity().get("state").asString()).isEqualTo("action-needed");
        assertThat(acuity().get("causeKey").asString()).isEqualTo("acuity.key-refused");
    }

    @Test
    void aKeyThatIsRefusedWhileSignaturesFailTooWasChanged() {
        refuse(ProviderOutcome.REFUSED_TOKEN, "key-refused");
        refuseADelivery(Clock.systemUTC().instant());

        assertThat(acuity().get("state").asString()).isEqualTo("action-needed");
        assertThat(acuity().get("causeKey").asString()).isEqualTo("acuity.key-changed");
        SomeCore.await(() -> core.json(core.get("/api/leads", core.tony()))
                .get("freshness")
                .get(0)
                .get("causeCode")
                .asString()
                .equals("key-changed"));
    }

    @Test
    void signaturesThatFailedBeforeWeWereLastLetInSayNothingOfTheKey() {
        refuseADelivery(Clock.systemUTC().instant().minus(Duration.ofMinutes(30)));
        refuse(ProviderOutcome.REFUSED_TOKEN, "key-refused");

        assertThat(acuity().get("causeKey").asString()).isEqualTo("acuity.key-refused");
    }

    @Test
    void failingSignaturesAloneChangeNothing() {
        refuseADelivery(Clock.systemUTC().instant());

        assertThat(isNothing(acuity().get("causeKey"))).isTrue();
    }

    @Test
    void beingForbiddenIsNoRefusedKey() {
        refuse(ProviderOutcome.REFUSED_PERMISSION, "forbidden");
        refuseADelivery(Clock.systemUTC().instant());

        assertThat(acuity().get("state").asString()).isEqualTo("action-needed");
        assertThat(acuity().get("causeKey").asString()).isEqualTo("acuity.forbidden");
    }

    @Test
    void aTestThatPassesNamesTheAccountAndEndsTheRefusal() {
        core.sync.answers(
                "account",
                new AcuityAccount(10_000_001, "America/New_York", "Premium", true, List.of("34.218.26.172/32")));
        refuse(ProviderOutcome.REFUSED_TOKEN, "key-refused");

        JsonNode tested = test();

        assertThat(tested.get("taken").asBoolean()).isTrue();
        assertThat(tested.get("account").get("plan").asString()).isEqualTo("Premium");
        assertThat(tested.get("account").get("hookSenders").get(0).asString()).isEqualTo("34.218.26.172/32");
        assertThat(isNothing(acuity().get("causeKey"))).isTrue();
        assertThat(isNothing(acuity().get("nextTryAt"))).isTrue();
        assertThat(entries("connection.tested")).isPositive();
    }

    @Test
    void aTestThatFailsSaysWhy() {
        core.sync.fails("account", ProviderOutcome.REFUSED_TOKEN, "key-refused");

        JsonNode tested = test();

        assertThat(tested.get("taken").asBoolean()).isFalse();
        assertThat(tested.get("causeKey").asString()).isEqualTo("acuity.key-refused");
        assertThat(isNothing(tested.get("account"))).isTrue();
        assertThat(acuity().get("state").asString()).isEqualTo("action-needed");
    }

    @Test
    void aTestThatAcuityCannotAnswerBlamesNoKey() {
        core.sync.fails("account", ProviderOutcome.UNCLEAR, "server-error");

        assertThat(test().get("causeKey").asString()).isEqualTo("acuity.server-error");
        assertThat(acuity().get("state").asString()).isEqualTo("on-time");
    }

    @Test
    void aRunReadsAtOnce() {
        SomeCore.await(() -> acuity().get("state").asString().equals("on-time"));
        int before = core.sync.windowReads.get();

        int status =
                core.post("/api/connections/acuity/run", core.tony(), Map.of()).statusCode();

        assertThat(status).isEqualTo(202);
        SomeCore.await(() -> core.sync.windowReads.get() > before);
        assertThat(entries("connection.run")).isPositive();
    }

    @Test
    void viewingIsRecorded() {
        long before = entries("connections.viewed");

        acuity();

        assertThat(entries("connections.viewed")).isEqualTo(before + 1);
    }

    private void refuse(ProviderOutcome outcome, String cause) {
        core.sync.next.add(core.sync.failure(outcome, cause));
        core.hook("changed", 1);
        SomeCore.await(() -> core.jdbc()
                .sql("SELECT count(*) FROM provider_state WHERE cause = ?")
                .param(cause)
                .query(Long.class)
                .single()
                .equals(1L));
    }

    private void refuseADelivery(Instant at) {
        ReportedAct refused = new ReportedAct(
                UUID.randomUUID(), at, "hook.refused", "provider", "acuity", "refused", 1, "192.0.2.7", null);
        assertThat(core.post("/internal/acts", core.service("act.report"), new ReportedActs(List.of(refused)))
                        .statusCode())
                .isEqualTo(200);
    }

    private JsonNode test() {
        return core.json(core.post("/api/connections/acuity/test", core.tony(), Map.of()));
    }

    private JsonNode acuity() {
        return core.json(core.get("/api/connections", core.tony())).get("items").get(0);
    }

    private long entries(String act) {
        return core.jdbc()
                .sql("SELECT count(*) FROM audit_entry WHERE act = ?")
                .param(act)
                .query(Long.class)
                .single();
    }

    private static boolean isNothing(@org.jspecify.annotations.Nullable JsonNode node) {
        return node == null || node.isNull();
    }
}
