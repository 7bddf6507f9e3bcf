package hotleads.core;

import static hotleads.core.SomeAppointments.appointment;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Somebody erased is gone for good, whatever comes again, is replayed, rebuilt or put back. */
class ErasureTest {
    private SomeCore core;
    private SomeErasure erasure;
    private String person = "";

    @BeforeEach
    void aLife() {
        core = new SomeCore();
        erasure = new SomeErasure(core);
        core.start();
        core.awaitOnTime();
        person = erasure.lived();
    }

    @AfterEach
    void stop() {
        erasure.core.stop();
        core.close();
    }

    @Test
    void thePlanTellsWhatGoesWhatStaysAndWhatLiesElsewhere() {
        JsonNode plan = erasure.plan(person);

        assertThat(count(plan, "identities")).isEqualTo(2);
        assertThat(count(plan, "bookings")).isEqualTo(2);
        assertThat(count(plan, "crm")).isEqualTo(1);
        assertThat(count(plan, "check-ins")).isEqualTo(1);
        assertThat(count(plan, "sessions")).isEqualTo(2);
        assertThat(plan.get("ahead").asInt()).isEqualTo(1);
        assertThat(plan.get("keeps").valueStream().map(one -> one.get("duty").asString()))
                .contains("accountability", "proof", "stays-erased");
        assertThat(plan.get("elsewhere")
                        .valueStream()
                        .map(one -> one.get("source").asString()))
                .contains("acuity", "zoho");
    }

    @Test
    void nothingOfThemIsLeftAndNothingComesBack() {
        erasure.readOwnEvent();
        assertThat(erasure.traces(person)).isNotEmpty();

        JsonNode receipt = erasure.erase(person);

        assertThat(erasure.traces(person)).isEmpty();
        assertThat(receipt.get("destroyed").size()).isPositive();
        assertThat(receipt.toString()).doesNotContain(SomeErasure.PLANTED);
        everythingAgain();
        assertThat(erasure.traces(person)).isEmpty();
    }

    /** Hooks, sweeps, lists from their beginning, and what is derived. */
    private void everythingAgain() {
        core = erasure.core;
        core.hook("changed", SomeErasure.BOOKING);
        core.hook("changed", SomeErasure.PAST);
        core.awaitQuiet();
        long sweeps = count("sweep WHERE state = 'whole'");
        core.post("/api/sweeps", core.tony(), Map.of());
        SomeCore.await(() -> count("sweep WHERE state = 'whole'") > sweeps);
        core.jdbc()
                .sql("UPDATE fetch_cursor SET value = '2000-01-01T00:00:00Z' WHERE source = 'zoho'")
                .update();
        erasure.fetch();
        erasure.hookOfZoom();
        List.of("zoho", "zoom").forEach(source -> {
            long before =
                    count("fetch_run WHERE kind = 'sweep' AND finished_at IS NOT NULL AND source = '" + source + "'");
            core.post("/api/connections/" + source + "/sweep", core.tony(), Map.of());
            SomeCore.await(() ->
                    count("fetch_run WHERE kind = 'sweep' AND finished_at IS NOT NULL AND source = '" + source + "'")
                            > before);
        });
        core.post("/api/rebuilds", core.tony(), Map.of());
        SomeCore.await(() -> count("rebuild WHERE state = 'running'") == 0);
    }

    @Test
    void anOlderDatabasePutBackKnowsThemNoMore() {
        erasure.readOwnEvent();
        core.stop();
        SomeDatabase backup = core.database.copy();
        core.start();
        erasure.erase(person);
        core.stop();

        SomeCore restored = core.on(backup);
        erasure.core = restored;
        restored.start();
        erasure.awaitSeats();

        assertThat(erasure.traces(person)).isEmpty();
        everythingAgain();
        assertThat(erasure.traces(person)).isEmpty();
        SomeCore.await(() -> core.auth.erasures.size() >= 2);
    }

    @Test
    void recordsThatWerePartedFromThemStaySomebodyElsesInAnOlderDatabaseToo() {
        core.sync.acuity.put(
                7_160L,
                appointment(7_160)
                        .named(SomeErasure.PLANTED, "Gone")
                        .reachedBy("gonerella@example.org", "(646) 555-0160")
                        .at(Clock.systemUTC().instant().plus(Duration.ofDays(6)))
                        .build());
        core.hook("scheduled", 7_160);
        core.awaitQuiet();
        assertThat(personOf(7_160)).isEqualTo(person);
        core.stop();
        SomeDatabase backup = core.database.copy();
        core.start();
        String record = core.jdbc()
                .sql("SELECT identity_id::text FROM booking WHERE id = 7160")
                .query(String.class)
                .single();
        core.post("/api/people/" + person + "/records/" + record + "/split", core.tony(), Map.of());
        String other = personOf(7_160);
        assertThat(other).isNotEqualTo(person);

        erasure.erase(person);

        assertThat(personOf(7_160)).isEqualTo(other);
        core.stop();
        erasure.core = core.on(backup);
        erasure.core.start();
        assertThat(personOf(7_160)).isNotEqualTo(person);
        assertThat(count("person WHERE id = '" + person + "'")).isZero();
        erasure.core.hook("changed", 7_160);
        erasure.core.awaitQuiet();
        assertThat(count("lead WHERE person_id = '" + personOf(7_160) + "'")).isEqualTo(1);
    }

    private String personOf(long booking) {
        return erasure.core
                .jdbc()
                .sql("SELECT person_id::text FROM booking WHERE id = ?")
                .param(booking)
                .query(String.class)
                .single();
    }

    @Test
    void whoeverSatBesideThemStaysInTheMeeting() {
        erasure.erase(person);

        assertThat(erasure.opened("source_observation.content", "id"))
                .anySatisfy(text -> assertThat(text).contains("Other Stays").contains("participants"));
    }

    @Test
    void whoeverBooksAnewIsANewPerson() {
        erasure.erase(person);

        core.sync.acuity.put(
                7_900L,
                appointment(7_900)
                        .named(SomeErasure.PLANTED, "Gone")
                        .reachedBy("gonerella@example.org", "(212) 555-0171")
                        .at(Clock.systemUTC().instant().plus(Duration.ofDays(9)))
                        .bookedAt(Clock.systemUTC().instant().plusSeconds(2))
                        .build());
        core.hook("scheduled", 7_900);
        core.awaitQuiet();

        assertThat(core.jdbc()
                        .sql("SELECT person_id::text FROM booking WHERE id = 7900")
                        .query(String.class)
                        .single())
                .isNotEqualTo(person);
    }

    @Test
    void bothChainsStillVerify() {
        erasure.erase(person);

        String check = core.json(core.post("/api/audit/verifications", core.tony(), Map.of()))
                .get("id")
                .asString();
        SomeCore.await(() -> !verification(check).get("state").asString().equals("running"));

        assertThat(verification(check).get("state").asString()).isEqualTo("unbroken");
        JsonNode entries = core.json(core.get("/api/audit/entries?person=" + person, core.tony()));
        assertThat(entries.get("items").isEmpty()).isFalse();
        assertThat(entries.toString()).doesNotContain(SomeErasure.PLANTED);
    }

    private JsonNode verification(String id) {
        return core.json(core.get("/api/audit/verifications/" + id, core.tony()));
    }

    @Test
    void nobodyErasesAlone() {
        String plan = erasure.plan(person).get("plan").asString();
        String asked = erasure.asked(person);

        HttpResponse<String> refused = erasure.approve(asked, plan, core.tony());

        assertThat(outcome(refused)).isEqualTo("403 second-admin-needed");
        assertThat(erasure.traces(person)).isNotEmpty();
        assertThat(core.jdbc()
                        .sql("SELECT count(*) FROM audit_entry WHERE act = 'erasure.approved' AND outcome = 'refused'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void isNotThereForAnybodyElse() {
        String plan = erasure.plan(person).get("plan").asString();
        String asked = erasure.asked(person);
        List.of(core.user(UUID.randomUUID(), "practitioner", List.of(7L)), erasure.client(person))
                .forEach(other -> {
                    assertThat(core.get("/api/people/" + person + "/erasure", other)
                                    .statusCode())
                            .isEqualTo(403);
                    assertThat(erasure.approve(asked, plan, other).statusCode()).isEqualTo(403);
                    assertThat(core.get("/api/erasures", other).statusCode()).isEqualTo(403);
                });
        assertThat(core.get("/api/people/" + UUID.randomUUID() + "/erasure", core.tony())
                        .statusCode())
                .isEqualTo(404);
        assertThat(erasure.approve(UUID.randomUUID().toString(), plan, erasure.rob())
                        .statusCode())
                .isEqualTo(404);
        assertThat(core.get("/api/erasures/" + asked + "/receipt", core.tony()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatWasPlannedForOtherRecordsIsNotDone() {
        String plan = erasure.plan(person).get("plan").asString();
        String asked = erasure.asked(person);
        assertThat(outcome(erasure.approve(asked, "another", erasure.rob()))).isEqualTo("409 plan-changed");
        core.sync.acuity.put(
                7_150L,
                appointment(7_150)
                        .named(SomeErasure.PLANTED, "Gone")
                        .reachedBy("gonerella@example.org", "(646) 555-0199")
                        .at(Clock.systemUTC().instant().plus(Duration.ofDays(5)))
                        .build());
        core.hook("scheduled", 7_150);
        core.awaitQuiet();

        assertThat(outcome(erasure.approve(asked, plan, erasure.rob()))).isEqualTo("409 plan-changed");
        String newer = erasure.plan(person).get("plan").asString();
        assertThat(outcome(erasure.approve(asked, newer, erasure.rob()))).isEqualTo("409 plan-changed");
        assertThat(outcome(core.post(
                        "/api/people/" + person + "/erasure",
                        core.tony(),
                        Map.of("plan", plan, "reason", "they asked"))))
                .isEqualTo("409 plan-changed");
        core.post("/api/erasures/" + asked + "/withdraw", core.tony(), Map.of());
        erasure.erase(person);
        assertThat(erasure.traces(person)).isEmpty();
    }

    @Test
    void aReasonIsNeededAndOneErasureWaitsAtATime() {
        String plan = erasure.plan(person).get("plan").asString();

        assertThat(outcome(core.post(
                        "/api/people/" + person + "/erasure", core.tony(), Map.of("plan", plan, "reason", " "))))
                .isEqualTo("422 reason-needed");
        erasure.asked(person);
        assertThat(outcome(erasure.ask(person, erasure.rob()))).isEqualTo("409 erasure-asked");
    }

    @Test
    void takenBackNothingHappensAndTheyAreOnTheListAgain() {
        String plan = erasure.plan(person).get("plan").asString();
        String asked = erasure.asked(person);
        assertThat(causes()).contains("erasure-under-way");

        assertThat(core.post("/api/erasures/" + asked + "/withdraw", erasure.rob(), Map.of())
                        .statusCode())
                .isEqualTo(204);

        assertThat(causes()).doesNotContain("erasure-under-way");
        assertThat(outcome(erasure.approve(asked, plan, erasure.rob()))).isEqualTo("409 erasure-over");
        assertThat(erasure.traces(person)).isNotEmpty();
    }

    private String causes() {
        return core.json(core.get("/api/leads/" + person, core.tony()))
                .get("lead")
                .toString();
    }

    @Test
    void ofTwoWhoApproveAtOnceOneDoes() throws Exception {
        String plan = erasure.plan(person).get("plan").asString();
        String asked = erasure.asked(person);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> both = Stream.generate(() -> threads.submit(
                            () -> erasure.approve(asked, plan, erasure.rob()).statusCode()))
                    .limit(4)
                    .toList();
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> one : both) {
                answers.add(one.get());
            }
            assertThat(answers).containsOnlyOnce(200).containsOnly(200, 409);
        }
        assertThat(count("erasure WHERE state = 'done'")).isEqualTo(1);
    }

    @Test
    void withAuthAwayTheAccountGoesAsSoonAsItIsBack() {
        core.auth.answersErasures = 503;

        JsonNode receipt = erasure.erase(person);
        assertThat(receipt.has("accountGoneAt")).isFalse();
        assertThat(core.auth.erasures).isEmpty();
        core.auth.answersErasures = 204;

        SomeCore.await(() -> count("erasure WHERE account_gone_at IS NOT NULL") == 1);
        assertThat(core.auth.erasures).first().asString().contains(person);
        assertThat(core.json(core.get("/api/erasures/" + receipt.get("id").asString() + "/receipt", core.tony()))
                        .has("accountGoneAt"))
                .isTrue();
    }

    @Test
    void startedAgainWithAuthAwayCoreIsNotReadyUntilAuthKnows() {
        erasure.erase(person);
        core.stop();
        core.auth.answersErasures = 503;
        core.start();
        assertThat(core.get("/readyz", null).body()).contains("accounts of erased people");

        core.auth.answersErasures = 204;

        SomeCore.await(() -> core.get("/readyz", null).statusCode() == 200);
    }

    @Test
    void theLedgerThatCannotBeWrittenErasesNobody() throws Exception {
        Path ledger = Path.of(core.keyFile + ".erasures");
        String plan = erasure.plan(person).get("plan").asString();
        String asked = erasure.asked(person);
        Path aside = Files.move(ledger, Path.of(core.keyFile + ".aside"));
        Files.createDirectory(ledger);

        assertThat(outcome(erasure.approve(asked, plan, erasure.rob()))).isEqualTo("503 ledger-unusable");
        assertThat(erasure.person()).isEqualTo(person);
        Files.delete(ledger);
        Files.move(aside, ledger);

        assertThat(erasure.approve(asked, plan, erasure.rob()).statusCode()).isEqualTo(200);
    }

    @Test
    void aClientsOwnWishWaitsAndCanBeTakenBack() {
        String client = erasure.client(person);
        assertThat(core.post("/api/me/erasure", client, Map.of()).statusCode()).isEqualTo(204);
        assertThat(core.json(core.get("/api/me/erasure", client)).has("askedAt"))
                .isTrue();
        assertThat(core.json(core.get("/api/erasures", core.tony())).get("wishes"))
                .hasSize(1);
        assertThat(erasure.plan(person).has("wishedAt")).isTrue();

        core.post("/api/me/erasure/withdraw", client, Map.of());

        assertThat(core.json(core.get("/api/erasures", core.tony())).get("wishes"))
                .isEmpty();
        assertThat(core.get("/api/me/erasure", core.client(UUID.randomUUID(), UUID.randomUUID()))
                        .statusCode())
                .isEqualTo(404);
    }

    private String outcome(HttpResponse<String> answer) {
        return answer.statusCode() + " " + core.json(answer).get("code").asString();
    }

    private long count(String from) {
        return erasure.core
                .jdbc()
                .sql("SELECT count(*) FROM " + from)
                .query(Long.class)
                .single();
    }

    private static long count(JsonNode plan, String kind) {
        return plan.get("goes")
                .valueStream()
                .filter(one -> one.get("kind").asString().equals(kind))
                .findFirst()
                .orElseThrow()
                .get("count")
                .asLong();
    }
}
