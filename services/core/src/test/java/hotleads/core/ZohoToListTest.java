package hotleads.core;

import static hotleads.core.SomeAppointments.appointment;
import static org.assertj.core.api.Assertions.assertThat;

import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ProviderOutcome;
import hotleads.contracts.ZohoPage;
import hotleads.contracts.ZohoPerson;
import hotleads.contracts.ZohoStageChange;
import hotleads.contracts.ZohoTask;
import hotleads.core.connections.Schedules;
import hotleads.core.leads.rules.Stage;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** From what Zoho answers to why somebody is on the list. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ZohoToListTest {
    private static final long FIRST = 6_493_490_000_001_500_000L;

    private final Instant now = Clock.systemUTC().instant();
    private SomeCore core;
    private ZohoStandIn zoho;
    private long id = FIRST;

    @BeforeAll
    void start() {
        core = new SomeCore();
        zoho = new ZohoStandIn(core.sync);
        core.start();
        core.awaitOnTime();
    }

    @AfterAll
    void stop() {
        core.close();
    }

    @BeforeEach
    void another() {
        id += 1_000;
        zoho.fault.set(null);
        zoho.repeatsPages = false;
        zoho.pageSize = 200;
    }

    @Test
    void anEnquiryBecomesAPersonWithItsReason() {
        enquiry(Duration.ofHours(2));

        fetch();

        JsonNode lead = lead();
        assertThat(rules(lead)).containsExactly("E1");
        assertThat(lead.get("scoreTenths").asInt()).isEqualTo(490);
        assertThat(lead.get("reasons")
                        .get(0)
                        .get("evidence")
                        .get(0)
                        .get("source")
                        .asString())
                .isEqualTo("zoho");
        assertThat(lead.get("reasons").get(0).get("sourceLate").asBoolean()).isFalse();
    }

    @Test
    void anEnquiryTellsHowLongItWaited() {
        enquiry(Duration.ofMinutes(70));
        fetch();
        assertThat(firstContact().has("minutes")).isFalse();
        int waiting = firstContacts().get("waiting").asInt();

        core.post(
                "/api/leads/" + person() + "/outcomes",
                core.tony(),
                Map.of(
                        "kind",
                        "left-message",
                        "recordVersion",
                        lead().get("recordVersion").asLong()));

        assertThat(firstContact().get("minutes").asLong()).isBetween(70L, 75L);
        assertThat(firstContact().get("by").asString()).isEqualTo(SomeCore.TONY.toString());
        assertThat(firstContacts().get("waiting").asInt()).isEqualTo(waiting - 1);
        assertThat(firstContacts().get("medians"))
                .anySatisfy(one -> assertThat(one.get("accountId").asString()).isEqualTo(SomeCore.TONY.toString()));
    }

    @Test
    void anEnquiryThatZohoSaysIsAnsweredIsNobodysMedian() {
        enquiry(Duration.ofMinutes(90));
        fetch();
        zoho.timelines.put(
                id,
                List.of(new ZohoStageChange(
                        now.minus(Duration.ofHours(1)), "Not Contacted", "Contacted", "Rob", "person")));
        zoho.moveTo(id, "Contacted", now.minus(Duration.ofMinutes(50)));

        fetch();

        assertThat(firstContact().get("minutes").asLong()).isBetween(29L, 31L);
        assertThat(firstContact().has("by")).isFalse();
    }

    private JsonNode firstContacts() {
        return core.json(core.get("/api/today/first-contacts", core.tony()));
    }

    private JsonNode firstContact() {
        String whose = person().toString();
        return firstContacts()
                .get("items")
                .valueStream()
                .filter(one -> one.get("personId").asString().equals(whose))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theSameAnswerTwiceChangesNothing() {
        enquiry(Duration.ofHours(2));
        fetch();
        long observations = count("source_observation");
        long version = lead().get("recordVersion").asLong();

        fetch();

        assertThat(count("source_observation")).isEqualTo(observations);
        assertThat(lead().get("recordVersion").asLong()).isEqualTo(version);
    }

    @Test
    void aSweepSaysWhatTheDeltasMissed() {
        enquiry(Duration.ofHours(3));
        fetch();
        JsonNode before = compared();
        long same = before.path("same").asLong();
        int extra = before.path("extra").asInt();
        // Modified before the last delta began, and listed late.
        id++;
        zoho.enquiry(id, "Late", "Listed", "late" + id + "@example.org", now.minus(Duration.ofDays(2)));

        JsonNode report = compared();
        assertThat(report.path("source").asString()).isEqualTo("zoho");
        assertThat(report.path("missing").asInt()).isEqualTo(1);
        assertThat(report.path("same").asLong()).isEqualTo(same);
        assertThat(report.path("from").isNull() || !report.has("from")).isTrue();

        report = compared();
        assertThat(report.path("missing").asInt()).isZero();
        assertThat(report.path("different").asInt()).isZero();
        assertThat(report.path("extra").asInt()).as("what another test left").isEqualTo(extra);
        assertThat(report.path("same").asLong()).isEqualTo(same + 1);
    }

    private JsonNode compared() {
        long before = sweepsDone();
        core.bean(Schedules.class).runNow("sweep-zoho-nightly");
        SomeCore.await(() -> sweepsDone() > before);
        return core.json(core.get("/api/connections/sweeps", core.tony()))
                .path("items")
                .path(0);
    }

    private long sweepsDone() {
        return count("fetch_run WHERE kind = 'sweep' AND finished_at IS NOT NULL");
    }

    @Test
    void aMoveForwardTellsFromWhereAndByWhom() {
        enquiry(Duration.ofDays(9));
        fetch();
        zoho.timelines.put(
                id,
                List.of(new ZohoStageChange(
                        now.minus(Duration.ofHours(1)), "Not Contacted", "Contacted", "Rob", "person")));
        zoho.moveTo(id, "Contacted", now.minus(Duration.ofMinutes(50)));

        fetch();

        assertThat(rules(detail().get("lead"))).contains("C1").doesNotContain("E1");
        JsonNode told = ofCrm(core.tony()).getFirst();
        assertThat(told.path("kind").asString()).isEqualTo("crm-moved");
        assertThat(told.path("fromText").asString()).isEqualTo("Not Contacted");
        assertThat(told.path("text").asString()).isEqualTo("Contacted");
        assertThat(told.path("byName").asString()).isEqualTo("Rob");
        assertThat(ofCrm(core.tony()).getLast().path("kind").asString()).isEqualTo("enquired");
        JsonNode change = detail().get("crm").get(0).get("changes").get(0);
        assertThat(change.get("from").asString()).isEqualTo("Not Contacted");
        assertThat(change.get("by").asString()).isEqualTo("Rob");
    }

    @Test
    void whatZohoTellsIsForAdministratorsAlone() {
        core.auth.roles.put(SomeCore.ROB, "practitioner");
        enquiry(Duration.ofHours(4));
        fetch();
        core.post(
                "/api/leads/" + person() + "/practitioner",
                core.tony(),
                Map.of(
                        "practitioner",
                        SomeCore.ROB,
                        "recordVersion",
                        lead().get("recordVersion").asLong()));

        assertThat(ofCrm(core.user(SomeCore.ROB, "practitioner"))).isEmpty();
        assertThat(ofCrm(core.tony())).isNotEmpty();
    }

    private List<JsonNode> ofCrm(String token) {
        HttpResponse<String> answer = core.get("/api/people/" + person() + "/timeline", token);
        assertThat(answer.statusCode()).isEqualTo(200);
        return core.json(answer)
                .path("items")
                .valueStream()
                .filter(item -> item.path("lane").asString().equals("crm"))
                .toList();
    }

    @Test
    void withoutATimelineAMoveIsKnownAllTheSame() {
        enquiry(Duration.ofDays(9));
        fetch();
        zoho.moveTo(id, "Contacted", now.minus(Duration.ofMinutes(50)));

        fetch();

        assertThat(rules(detail().get("lead"))).contains("C1");
        assertThat(core.jdbc()
                        .sql("SELECT how FROM crm_stage_move WHERE record_id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo("unknown");
    }

    @Test
    void aDeletedEnquiryLosesItsReasonsAndNothingOfOursIsDeleted() {
        enquiry(Duration.ofHours(2));
        fetch();
        UUID person = person();
        zoho.delete(id, now);

        fetch();

        assertThat(rules(detail(person).get("lead"))).isEmpty();
        assertThat(core.jdbc()
                        .sql("SELECT state FROM crm_record WHERE id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo("gone");
    }

    @Test
    void aRestoredOneIsBack() {
        enquiry(Duration.ofHours(2));
        fetch();
        zoho.delete(id, now.minus(Duration.ofMinutes(20)));
        fetch();
        zoho.deletions.clear();
        enquiry(Duration.ofHours(2));
        zoho.moveTo(id, "Not Contacted", now);

        fetch();

        assertThat(rules(detail().get("lead"))).contains("E1");
    }

    @Test
    void aConvertedLeadIsTheContactsPersonAndNoEnquiry() {
        enquiry(Duration.ofHours(5));
        fetch();
        zoho.convert(id, id + 1, now.minus(Duration.ofMinutes(10)));

        fetch();

        assertThat(rules(detail().get("lead"))).doesNotContain("E1");
        assertThat(core.jdbc()
                        .sql("SELECT count(DISTINCT person_id) FROM crm_record WHERE id IN (?, ?)")
                        .params(id, id + 1)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void anOverdueTaskListsEvenWhoeverHasBooked() {
        long booking = id % 1_000_000;
        enquiry(Duration.ofDays(20));
        fetch();
        core.sync.acuity.put(
                booking,
                appointment(booking)
                        .named("Wanda", "Number" + id)
                        .reachedBy("w" + id + "@example.org", null)
                        .at(now.plus(Duration.ofDays(3)))
                        .build());
        core.hook("scheduled", booking);
        core.awaitQuiet();
        assertThat(person()).isEqualTo(personOfBooking(booking));
        assertThat(detail().get("placement").get("state").asString()).isEqualTo("off-the-list");
        task(id + 2, LocalDate.ofInstant(now, ZoneId.of("America/New_York")).minusDays(4), null);

        fetch();

        assertThat(rules(detail().get("lead"))).contains("P2");
        assertThat(detail().get("placement").get("state").asString()).isEqualTo("listed");

        task(id + 2, LocalDate.ofInstant(now, ZoneId.of("America/New_York")).minusDays(4), now);
        fetch();
        assertThat(rules(detail().get("lead"))).doesNotContain("P2");
    }

    @Test
    void pagesAreFollowedAndOneThatComesTwiceEndsTheRunWithoutLoss() {
        for (int more = 0; more < 7; more++) {
            zoho.enquiry(
                    id + more,
                    "Page",
                    "Number" + (id + more),
                    "p" + (id + more) + "@example.org",
                    now.minusSeconds(900 - more));
        }
        zoho.pageSize = 3;
        zoho.repeatsPages = true;
        fetch();
        assertThat(cause()).isEqualTo("page-repeated");

        zoho.repeatsPages = false;
        fetch();

        assertThat(core.jdbc()
                        .sql("SELECT count(*) FROM crm_record WHERE id BETWEEN ? AND ?")
                        .params(id, id + 6)
                        .query(Long.class)
                        .single())
                .isEqualTo(7);
    }

    @Test
    void aListThatIsEmptyWhenItIsBegunAgainEnds() {
        enquiry(Duration.ofHours(2));
        var lists = Objects.requireNonNull(core.sync.calls.get("zoho/tasks"));
        AtomicInteger calls = new AtomicInteger();
        core.sync.calls.put("zoho/tasks", order -> switch (calls.incrementAndGet()) {
            case 1 ->
                ProviderAnswer.of(new ZohoPage<>(
                        List.of(new ZohoTask(id + 5, null, null, null, null, now, now)), "more", List.of()));
            case 2 -> ProviderAnswer.failed(ProviderOutcome.CHANGED, null, "page-expired");
            default -> ProviderAnswer.of(new ZohoPage<ZohoTask>(List.of(), null, List.of()));
        });
        try {
            fetch();
        } finally {
            core.sync.calls.put("zoho/tasks", lists);
        }

        assertThat(calls.get()).isEqualTo(3);
    }

    @Test
    void onePoisonRecordStopsNoOther() {
        enquiry(Duration.ofHours(2));
        // No time that PostgreSQL knows.
        Instant never = Instant.parse("+999999-01-01T00:00:00Z");
        zoho.put(id + 5, "Leads", "Some", "Poison", "poison@example.org", "Not Contacted", null, never, now);
        fetch();

        assertThat(rules(lead())).contains("E1");
        assertThat(core.jdbc()
                        .sql("SELECT skipped FROM fetch_run WHERE source = 'zoho' ORDER BY started_at DESC LIMIT 1")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        zoho.people.remove(id + 5);
    }

    @Test
    void aRefusalOrSilenceOfZohosDeletesNothingAndChangesNoReason() {
        enquiry(Duration.ofHours(2));
        fetch();
        for (ProviderOutcome outcome : List.of(
                ProviderOutcome.UNCLEAR,
                ProviderOutcome.BAD_REQUEST,
                ProviderOutcome.REFUSED_PERMISSION,
                ProviderOutcome.GONE)) {
            zoho.fault.set(ProviderAnswer.failed(outcome, null, "some-cause"));
            fetch();
            assertThat(rules(lead())).as(outcome.name()).contains("E1");
        }
    }

    @Test
    void whenZohoIsLateItsReasonsSayAndWhenItIsBackTheyDoNot() {
        enquiry(Duration.ofHours(2));
        fetch();
        zoho.fault.set(ProviderAnswer.failed(ProviderOutcome.REFUSED_PERMISSION, null, "scope-missing"));
        fetch();
        SomeCore.await(() -> lead().get("reasons").get(0).get("sourceLate").asBoolean());

        zoho.fault.set(null);
        fetch();

        SomeCore.await(() -> !lead().get("reasons").get(0).get("sourceLate").asBoolean());
    }

    @Test
    void whoeverHasGivenThePermissionBackNeedNotWaitForTheEndOfARest() {
        zoho.fault.set(ProviderAnswer.failed(ProviderOutcome.REFUSED_TOKEN, null, "permission-withdrawn"));
        fetch();
        assertThat(count("source_state WHERE source = 'zoho' AND resting_until > now()"))
                .isOne();
        zoho.fault.set(null);

        SomeCore.await(() -> {
            core.post("/api/connections/zoho/run", core.tony(), Map.of());
            return count("source_state WHERE source = 'zoho' AND cause IS NULL AND resting_until IS NULL") == 1;
        });
    }

    @Test
    void aCrmThatIsEmptyAllAtOnceIsNotBelievedAndItsReasonsSaySo() {
        enquiry(Duration.ofHours(2));
        fetch();
        Map<Long, ZohoPerson> there = Map.copyOf(zoho.people);
        Map<Long, ZohoTask> tasks = Map.copyOf(zoho.tasks);
        zoho.people.clear();
        zoho.tasks.clear();

        compared();

        SomeCore.await(() -> lead().get("reasons").get(0).get("sourceLate").asBoolean());
        assertThat(rules(lead())).as("a silence deletes nothing").contains("E1");
        // A delta that brings nothing, as most do, is no proof of the contrary.
        fetch();
        assertThat(lead().get("reasons").get(0).get("sourceLate").asBoolean()).isTrue();

        zoho.people.putAll(there);
        zoho.tasks.putAll(tasks);
        compared();

        SomeCore.await(() -> !lead().get("reasons").get(0).get("sourceLate").asBoolean());
    }

    @Test
    void whatIsHeldIsRebuiltFromWhatWasAnswered() {
        enquiry(Duration.ofDays(9));
        fetch();
        zoho.moveTo(id, "Contacted", now.minus(Duration.ofMinutes(50)));
        task(id + 2, LocalDate.ofInstant(now, ZoneId.of("America/New_York")).minusDays(4), null);
        fetch();
        List<String> before = crmRows();
        core.database.execute("TRUNCATE core.crm_record, core.crm_stage_move, core.crm_task");

        String rebuild = core.json(core.post("/api/rebuilds", core.tony(), Map.of()))
                .get("id")
                .asString();
        SomeCore.await(() -> core.jdbc()
                .sql("SELECT state FROM rebuild WHERE id = ?::uuid")
                .param(rebuild)
                .query(String.class)
                .single()
                .equals("done"));

        assertThat(crmRows()).isEqualTo(before);
    }

    @Test
    void aHintHasTheDeltaRunAndIsBelievedInNothing() {
        enquiry(Duration.ofHours(2));
        core.append(List.of(new hotleads.contracts.Delivery(
                new Ids(Clock.systemUTC()).next(),
                "zoho",
                now,
                "delete",
                Long.toString(id),
                java.util.Base64.getEncoder().encodeToString("{}".getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                null)));

        SomeCore.await(() -> core.leads().stream().anyMatch(this::isTheirs));
        assertThat(rules(lead())).contains("E1");
    }

    @Test
    void stagesNobodyForesawAreUnknownAndClaimNothing() {
        zoho.put(
                id, "Leads", "Wanda", "Number" + id, "w" + id + "@example.org", "Waiting for the moon", null, now, now);
        fetch();

        assertThat(rules(detail().get("lead"))).doesNotContain("E1");
        assertThat(core.jdbc()
                        .sql("SELECT stage FROM crm_record WHERE id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo(Stage.UNKNOWN.word());
    }

    private void enquiry(Duration ago) {
        zoho.enquiry(id, "Wanda", "Number" + id, "w" + id + "@example.org", now.minus(ago));
    }

    private void task(long task, LocalDate due, @org.jspecify.annotations.Nullable Instant closedAt) {
        zoho.tasks.put(
                task,
                new ZohoTask(
                        task,
                        id,
                        due,
                        "Not Started",
                        closedAt,
                        now.minus(Duration.ofDays(9)),
                        now.minusSeconds(closedAt == null ? 60 : 30)));
    }

    /** Until a run that began from now on is over. */
    private void fetch() {
        core.database.execute("UPDATE core.source_state SET resting_until = NULL");
        Instant asked = Clock.systemUTC().instant();
        SomeCore.await(() -> {
            core.bean(Schedules.class).runNow("fetch-zoho");
            return core.jdbc()
                    .sql(
                            "SELECT EXISTS (SELECT 1 FROM fetch_run WHERE source = 'zoho' AND kind = 'delta' AND started_at > ? AND finished_at IS NOT NULL)")
                    .param(java.sql.Timestamp.from(asked))
                    .query(Boolean.class)
                    .single();
        });
    }

    private String cause() {
        return core.jdbc()
                .sql("SELECT cause FROM fetch_run WHERE source = 'zoho' ORDER BY started_at DESC LIMIT 1")
                .query(String.class)
                .single();
    }

    private JsonNode lead() {
        return core.leads().stream().filter(this::isTheirs).findFirst().orElseThrow();
    }

    private boolean isTheirs(JsonNode lead) {
        return lead.get("name").asString().equals("Wanda Number" + id);
    }

    private UUID person() {
        return core.jdbc()
                .sql("SELECT person_id FROM crm_record WHERE id = ?")
                .param(id)
                .query((row, number) -> row.getObject(1, UUID.class))
                .single();
    }

    private UUID personOfBooking(long booking) {
        return core.jdbc()
                .sql("SELECT person_id FROM booking WHERE id = ?")
                .param(booking)
                .query((row, number) -> row.getObject(1, UUID.class))
                .single();
    }

    private JsonNode detail() {
        return detail(person());
    }

    private JsonNode detail(UUID person) {
        return core.json(core.get("/api/leads/" + person, core.tony()));
    }

    private static List<String> rules(JsonNode lead) {
        return lead.get("reasons")
                .valueStream()
                .map(reason -> reason.get("rule").asString())
                .toList();
    }

    private long count(String table) {
        return core.jdbc()
                .sql("SELECT count(*) FROM " + table)
                .query(Long.class)
                .single();
    }

    private List<String> crmRows() {
        List<String> rows = new ArrayList<>();
        for (String table : List.of("crm_record", "crm_stage_move", "crm_task")) {
            rows.addAll(core.jdbc()
                    .sql("SELECT t::text FROM " + table + " t ORDER BY 1")
                    .query(String.class)
                    .list());
        }
        return rows;
    }
}
