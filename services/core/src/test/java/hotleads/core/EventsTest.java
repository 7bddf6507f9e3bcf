package hotleads.core;

import static hotleads.core.SomeAppointments.appointment;
import static hotleads.core.SomeDeliveries.delivery;
import static org.assertj.core.api.Assertions.assertThat;

import hotleads.contracts.Delivery;
import hotleads.contracts.ProviderOutcome;
import hotleads.platform.report.ReportedAct;
import hotleads.platform.report.ReportedActs;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** What the inbox shows of what arrived, and to whom. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventsTest {
    private final Instant now = Clock.systemUTC().instant();
    private SomeCore core;
    private long id = 5_000;

    @BeforeAll
    void start() {
        core = SomeCore.started();
    }

    @AfterAll
    void stop() {
        core.close();
    }

    @BeforeEach
    void anotherBooking() {
        id += 10;
        core.sync.acuity.put(id, booked());
    }

    @Test
    void aHookThatBroughtSomethingIsProcessed() {
        Delivery hook = arrived("appointment.scheduled");

        JsonNode event = event(hook);

        assertThat(event.get("state").asString()).isEqualTo("processed");
        assertThat(event.get("action").asString()).isEqualTo("scheduled");
        assertThat(event.get("bookingId").asLong()).isEqualTo(id);
        assertThat(event.get("attempts").asInt()).isEqualTo(1);
        assertThat(Instant.parse(event.get("handledAt").asString())).isAfterOrEqualTo(hook.receivedAt());
        assertThat(event.has("nextTryAt")).isFalse();
    }

    @Test
    void whatTellsNothingNewIsADuplicate() {
        Delivery scheduled = delivery("scheduled", id);
        Delivery changed = delivery("changed", id);
        core.append(List.of(scheduled, changed));
        core.awaitQuiet();
        Delivery late = arrived("changed");

        assertThat(event(scheduled).get("state").asString()).isEqualTo("processed");
        assertThat(event(changed).get("state").asString()).isEqualTo("duplicate");
        assertThat(event(late).get("state").asString()).isEqualTo("duplicate");
    }

    @Test
    void aFailureSaysWhyAndWhenItIsTriedNext() {
        core.database.execute("UPDATE core.provider_state SET next_slot = now()");
        for (int tries = 0; tries < 40; tries++) {
            core.sync.next.add(core.sync.failure(ProviderOutcome.UNCLEAR, "server-error"));
        }
        Delivery hook = delivery("scheduled", id);
        core.append(List.of(hook));
        SomeCore.await(() -> event(hook).get("state").asString().equals("failed"));

        JsonNode failed = event(hook);
        List<String> found = ids(page("?state=failed"));
        core.sync.next.clear();
        core.awaitQuiet();

        assertThat(failed.get("causeCode").asString()).isEqualTo("server-error");
        assertThat(failed.get("attempts").asInt()).isPositive();
        assertThat(Instant.parse(failed.get("nextTryAt").asString())).isAfter(hook.receivedAt());
        assertThat(found).contains(hook.id().toString());
        assertThat(event(hook).get("state").asString()).isEqualTo("processed");
        assertThat(event(hook).get("attempts").asInt()).isGreaterThan(1);
    }

    @Test
    void whatIsNotAboutABookingIsKeptAndAskedForNothing() {
        Delivery order = arrived("order.completed");

        assertThat(event(order).get("state").asString()).isEqualTo("kept");
        assertThat(detail(order).has("fetched")).isFalse();
    }

    @Test
    void refusedSignaturesAreListedAsCounted() {
        UUID refusal = SomeDeliveries.nextId();
        core.post(
                "/internal/acts",
                core.service("act.report"),
                new ReportedActs(List.of(new ReportedAct(
                        refusal, now, "hook.refused", "provider", "acuity", "refused", 17, "203.0.113.9", null))));

        JsonNode rejected = page("?state=rejected").get("items").get(0);

        assertThat(rejected.get("id").asString()).isEqualTo(refusal.toString());
        assertThat(rejected.get("count").asInt()).isEqualTo(17);
        assertThat(page("").toString()).contains(refusal.toString()).doesNotContain("203.0.113.9");
    }

    @Test
    void pagesGoBackInTimeWithoutGapOrRepetition() {
        List<Delivery> hooks = new ArrayList<>();
        for (int number = 0; number < 7; number++) {
            hooks.add(delivery("changed", id));
        }
        core.append(hooks);
        core.awaitQuiet();

        List<String> walked = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonNode page = page("?booking=" + id + "&limit=3" + (next.isEmpty() ? "" : "&after=" + next));
            walked.addAll(ids(page));
            next = page.has("next") ? page.get("next").asString() : null;
        }

        assertThat(walked)
                .isEqualTo(hooks.reversed().stream()
                        .map(hook -> hook.id().toString())
                        .toList());
    }

    @Test
    void filtersByActionStateAndBooking() {
        Delivery scheduled = arrived("scheduled");
        Delivery changed = arrived("changed");

        assertThat(ids(page("?action=scheduled&limit=200")))
                .contains(scheduled.id().toString())
                .doesNotContain(changed.id().toString());
        assertThat(ids(page("?state=duplicate&booking=" + id)))
                .containsExactly(changed.id().toString());
        assertThat(core.get("/api/events?state=lost", core.tony()).statusCode()).isEqualTo(400);
    }

    @Test
    void theDetailShowsWhatCameAndWhatChangedButNobodysName() {
        arrived("scheduled");
        core.sync.acuity.put(
                id,
                appointment(id)
                        .named("Other", "Planted-Name")
                        .reachedBy("planted@example.org", "(212) 555-0171")
                        .at(now.plus(Duration.ofDays(4)))
                        .cancelled()
                        .build());
        Delivery cancelled = arrived("canceled");

        HttpResponse<String> answer = core.get("/api/events/" + cancelled.id(), core.tony());
        JsonNode detail = core.json(answer);

        assertThat(detail.get("sent").toString()).contains("\"action\"", "\"canceled\"", "\"" + id + "\"");
        assertThat(detail.get("fetched").get("told").asString()).isEqualTo("changed");
        assertThat(detail.get("fetched").get("changes").toString())
                .contains("\"state\"", "\"booked\"", "\"cancelled\"", "\"startsAt\"", "\"firstName\"");
        assertThat(answer.body()).doesNotContain("Planted", "planted", "555-0171", "5550171");
        assertThat(detail.get("outcome").get("current").asBoolean()).isTrue();
        assertThat(detail.get("outcome").get("personId").asString()).isNotEmpty();
    }

    @Test
    void theDetailShowsTheReasonItMade() {
        core.sync.acuity.put(
                id,
                appointment(id)
                        .named("Rea", "Planted" + id)
                        .reachedBy("rea" + id + "@example.org", null)
                        .at(now.plus(Duration.ofDays(2)))
                        .cancelled()
                        .build());
        Delivery cancelled = arrived("canceled");

        JsonNode outcome = detail(cancelled).get("outcome");

        assertThat(outcome.get("reasons").get(0).get("rule").asString()).isEqualTo("B1");
        assertThat(outcome.get("scoreTenths").asInt()).isEqualTo(340);
    }

    @Test
    void revealAsksWhyAndIsAuditedWithTheReasonSealed() {
        Delivery hook = arrived("scheduled");

        HttpResponse<String> revealed = core.post(
                "/api/events/" + hook.id() + "/reveal", core.tony(), Map.of("reason", "Client says the time is wrong"));

        assertThat(revealed.body()).contains("Planted-Reyes", "ana.planted@example.org");
        assertThat(acts(hook.id())).contains("event.revealed");
        assertThat(core.jdbc()
                        .sql("SELECT encode(sealed, 'escape') FROM audit_entry WHERE act = 'event.revealed'")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(text -> text.contains("Client"));
    }

    @Test
    void revealWithoutAReasonIsRefusedAndShowsNothing() {
        Delivery hook = arrived("scheduled");

        for (Object without : List.of(Map.of("reason", "  "), Map.of("reason", "x".repeat(501)))) {
            HttpResponse<String> refused = core.post("/api/events/" + hook.id() + "/reveal", core.tony(), without);

            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(core.json(refused).get("code").asString()).isEqualTo("reason-needed");
        }
        assertThat(core.post("/api/events/" + hook.id() + "/reveal", core.tony(), Map.of())
                        .statusCode())
                .isEqualTo(400);
        assertThat(acts(hook.id())).doesNotContain("event.revealed");
    }

    @Test
    void fieldsThatAcuityDoesNotSendAreNamedAndNotShown() {
        Delivery odd = delivery("changed", id, "&email=ana.planted%40example.org&id2=ana");
        core.append(List.of(odd));
        core.awaitQuiet();

        HttpResponse<String> answer = core.get("/api/events/" + odd.id(), core.tony());

        assertThat(answer.body()).contains("\"email\"", "\"other\"").doesNotContain("ana");
    }

    @Test
    void sweepsOfOneKindAreFoundAmongAllOthers() {
        JsonNode first = core.json(core.get("/api/sweeps?kind=first", core.tony()));
        JsonNode nights = core.json(core.get("/api/sweeps?kind=nightly", core.tony()));

        assertThat(ids(first)).isNotEmpty();
        assertThat(first.get("items"))
                .allMatch(sweep -> sweep.get("kind").asString().equals("first"));
        assertThat(ids(nights)).isEmpty();
        assertThat(core.get("/api/sweeps?kind=odd", core.tony()).statusCode()).isEqualTo(400);
    }

    @Test
    void onlyAdminsMayLookAndEveryLookIsAudited() {
        Delivery hook = arrived("scheduled");
        String practitioner = core.user(SomeCore.ROB, "practitioner");

        assertThat(core.get("/api/events", practitioner).statusCode()).isEqualTo(403);
        assertThat(core.get("/api/events/" + hook.id(), practitioner).statusCode())
                .isEqualTo(403);
        assertThat(core.post("/api/events/" + hook.id() + "/reveal", practitioner, Map.of("reason", "curious"))
                        .statusCode())
                .isEqualTo(403);
        page("");
        detail(hook);

        assertThat(acts(hook.id())).contains("events.viewed", "event.viewed");
        assertThat(core.get("/api/events/" + UUID.randomUUID(), core.tony()).statusCode())
                .isEqualTo(404);
    }

    private hotleads.contracts.AcuityAppointment booked() {
        return appointment(id).at(now.plus(Duration.ofDays(3))).build();
    }

    private Delivery arrived(String action) {
        Delivery delivery = delivery(action, id);
        core.append(List.of(delivery));
        core.awaitQuiet();
        return delivery;
    }

    private JsonNode page(String query) {
        return core.json(core.get("/api/events" + query, core.tony()));
    }

    private JsonNode detail(Delivery delivery) {
        return core.json(core.get("/api/events/" + delivery.id(), core.tony()));
    }

    private JsonNode event(Delivery delivery) {
        return detail(delivery).get("event");
    }

    private static List<String> ids(JsonNode page) {
        List<String> ids = new ArrayList<>();
        page.get("items").forEach(item -> ids.add(item.get("id").asString()));
        return ids;
    }

    private List<String> acts(UUID event) {
        return core.jdbc()
                .sql("SELECT DISTINCT act FROM audit_entry WHERE subject_kind = 'event' AND subject LIKE ?")
                .param("%" + event + "%")
                .query((row, number) -> row.getString(1))
                .list();
    }
}
