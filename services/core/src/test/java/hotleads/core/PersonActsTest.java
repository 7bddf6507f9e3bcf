package hotleads.core;

import static hotleads.core.SomeAppointments.appointment;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** What Tony and Rob do about a person beside logging outcomes, and what is refused. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PersonActsTest {
    private static final UUID STRANGER = UUID.fromString("00000000-0000-4000-8000-0000000000ff");

    private final Instant now = Clock.systemUTC().instant();
    private SomeCore core;
    private long id = 500;
    private String person = "";

    @BeforeAll
    void start() {
        core = SomeCore.started();
        core.auth.roles.put(SomeCore.TONY, "admin");
        core.auth.roles.put(SomeCore.ROB, "admin");
        core.auth.roles.put(STRANGER, "client");
    }

    @AfterAll
    void stop() {
        core.close();
    }

    @BeforeEach
    void someoneCancelled() {
        id++;
        core.sync.acuity.put(
                id,
                appointment(id)
                        .named("Person", "Number" + id)
                        .reachedBy("p" + id + "@example.org", "(212) 555-0" + id)
                        .at(now.plus(Duration.ofDays(2)))
                        .cancelled()
                        .build());
        core.hook("canceled", id);
        core.awaitQuiet();
        person = core.jdbc()
                .sql("SELECT person_id::text FROM booking WHERE id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    @Test
    void aSnoozedPersonIsOffTheListUntilThatTimeOrUntilWoken() {
        Instant until = now.plus(Duration.ofDays(3));
        assertThat(act("snooze", Map.of("until", until.toString())).statusCode())
                .isEqualTo(201);

        JsonNode cause = detail().get("placement").get("causes").get(0);
        assertThat(cause.get("key").asString()).isEqualTo("snoozed");
        assertThat(cause.get("values").get("by").asString()).isEqualTo(SomeCore.TONY.toString());
        assertThat(isListed()).isFalse();

        assertThat(act("wake", Map.of()).statusCode()).isEqualTo(201);
        assertThat(isListed()).isTrue();
        assertThat(code(act("wake", Map.of()))).isEqualTo("not-snoozed");
    }

    @Test
    void untilSomethingChangesEndsWithTheNextNewsOfTheBooking() {
        act("snooze", Map.of());
        assertThat(isListed()).isFalse();

        core.sync.acuity.put(
                id,
                appointment(id)
                        .named("Person", "Number" + id)
                        .reachedBy("p" + id + "@example.org", "(212) 555-0" + id)
                        .at(now.plus(Duration.ofDays(4)))
                        .cancelled()
                        .build());
        core.hook("changed", id);
        core.awaitQuiet();

        assertThat(isListed()).isTrue();
    }

    @Test
    void aSnoozeNeedsATimeAheadWithinAYear() {
        for (Instant wrong : List.of(now.minusSeconds(60), now.plus(Duration.ofDays(400)))) {
            assertThat(code(act("snooze", Map.of("until", wrong.toString())))).isEqualTo("snooze-time");
        }
    }

    @Test
    void anOwnerIsAnAdministratorOrNobody() {
        assertThat(act("owner", Map.of("owner", SomeCore.ROB)).statusCode()).isEqualTo(201);
        assertThat(detail().get("lead").get("owner").asString()).isEqualTo(SomeCore.ROB.toString());

        assertThat(code(act("owner", Map.of("owner", STRANGER)))).isEqualTo("unknown-owner");
        assertThat(code(act("owner", Map.of("owner", UUID.randomUUID())))).isEqualTo("unknown-owner");

        act("owner", Map.of());
        assertThat(detail().get("lead").has("owner")).isFalse();
    }

    @Test
    void aNoteIsReadableToStaffAndSealedInTheDatabase() {
        assertThat(code(act("notes", Map.of("text", "   ")))).isEqualTo("note-empty");
        act("notes", Map.of("text", "Planted: prefers mornings"));

        JsonNode noted = detail().get("acts").get(0);
        assertThat(noted.get("kind").asString()).isEqualTo("noted");
        assertThat(noted.get("text").asString()).isEqualTo("Planted: prefers mornings");
        assertThat(core.jdbc()
                        .sql("SELECT encode(content, 'escape') FROM act")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(content -> content.contains("Planted"));
    }

    @Test
    void aReasonSaidToBeWrongIsGoneUntilItsEvidenceChanges() {
        String key = detail().get("lead").get("reasons").get(0).get("key").asString();
        assertThat(act("disputes", Map.of("reasonKey", key, "why", "booked-elsewhere", "text", "rang me"))
                        .statusCode())
                .isEqualTo(201);
        assertThat(detail().get("lead").get("reasons").isEmpty()).isTrue();
        assertThat(detail().get("acts").get(0).get("rule").asString()).isEqualTo("B1");

        core.sync.acuity.put(
                id,
                appointment(id)
                        .named("Person", "Number" + id)
                        .reachedBy("p" + id + "@example.org", "(212) 555-0" + id)
                        .at(now.plus(Duration.ofDays(5)))
                        .cancelled()
                        .build());
        core.hook("changed", id);
        core.awaitQuiet();

        assertThat(detail().get("lead").get("reasons").get(0).get("rule").asString())
                .isEqualTo("B1");
    }

    @Test
    void onlyAReasonThatSpeaksCanBeWrongAndOnlyInAWayWeName() {
        String key = detail().get("lead").get("reasons").get(0).get("key").asString();

        assertThat(code(act("disputes", Map.of("reasonKey", "B1-none", "why", "other"))))
                .isEqualTo("no-such-reason");
        assertThat(code(act("disputes", Map.of("reasonKey", key, "why", "because"))))
                .isEqualTo("unknown-why");
    }

    @Test
    void whatWeCancelledOurselvesIsNoReason() {
        assertThat(code(act("cancelled-by-us", Map.of("bookingId", id - 1)))).isEqualTo("not-cancelled");
        assertThat(act("cancelled-by-us", Map.of("bookingId", id)).statusCode()).isEqualTo(201);

        assertThat(detail().get("lead").get("reasons").isEmpty()).isTrue();
        assertThat(detail().get("bookings").get(0).get("cancelledByUs").asBoolean())
                .isTrue();
    }

    @Test
    void doNotContactHidesHowAndTakesThePersonOffTheList() {
        assertThat(detail().get("contact").get("phone").asString()).startsWith("+1212555");
        act("permissions", permissions(true, "allowed", "refused", "not-asked"));

        JsonNode contact = detail().get("contact");
        assertThat(contact.has("phone")).isFalse();
        assertThat(contact.has("email")).isFalse();
        assertThat(contact.get("doNotContact").asBoolean()).isTrue();
        assertThat(contact.get("sayAs").asString()).isEqualTo("Planted Tony");
        assertThat(contact.get("channels").get(1).get("permission").asString()).isEqualTo("refused");
        assertThat(isListed()).isFalse();
    }

    @Test
    void whoRefusesEveryChannelCannotBeReached() {
        act("permissions", permissions(false, "refused", "refused", "refused"));

        assertThat(detail().get("placement").get("causes").get(0).get("key").asString())
                .isEqualTo("no-usable-channel");
        assertThat(code(act("permissions", permissions(false, "maybe", "refused", "refused"))))
                .isEqualTo("unknown-permission");
    }

    @Test
    void whoeverActsOnAnOldStateIsToldWhoDidWhatAndWhen() {
        long seen = version();
        act("notes", Map.of("text", "first"));

        HttpResponse<String> late =
                post("owner", core.user(SomeCore.ROB, "admin"), Map.of("owner", SomeCore.ROB, "recordVersion", seen));

        assertThat(late.statusCode()).isEqualTo(409);
        JsonNode clash = core.json(late);
        assertThat(clash.get("code").asString()).isEqualTo("changed-under-you");
        assertThat(clash.get("latestKind").asString()).isEqualTo("noted");
        assertThat(clash.get("latestBy").asString()).isEqualTo(SomeCore.TONY.toString());
        assertThat(clash.get("latestByYou").asBoolean()).isFalse();
        assertThat(clash.get("recordVersion").asLong()).isEqualTo(version());
        assertThat(detail().get("acts").size()).isEqualTo(1);
    }

    @Test
    void acuitysNewsIsAClashToo() {
        long seen = version();
        core.sync.acuity.put(
                id,
                appointment(id)
                        .named("Person", "Number" + id)
                        .reachedBy("p" + id + "@example.org", "(212) 555-0" + id)
                        .at(now.plus(Duration.ofDays(9)))
                        .build());
        core.hook("rescheduled", id);
        core.awaitQuiet();

        JsonNode clash = core.json(post("notes", core.tony(), Map.of("text", "late", "recordVersion", seen)));

        assertThat(clash.get("latestKind").asString()).isEqualTo("booking");
        assertThat(clash.has("latestBy")).isFalse();
    }

    @Test
    void ofManyAtOnceOneWinsAndNothingOfTheOthersIsHalfDone() throws InterruptedException, ExecutionException {
        long seen = version();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> act = () -> post("notes", core.tony(), Map.of("text", "at once", "recordVersion", seen))
                    .statusCode();
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> answer : threads.invokeAll(Collections.nCopies(8, act))) {
                answers.add(answer.get());
            }
            assertThat(answers).containsOnlyOnce(201).containsOnly(201, 409);
        }
        assertThat(detail().get("acts").size()).isEqualTo(1);
    }

    @Test
    void whatOneDidOneCanTakeBackAndNobodyElseCan() {
        String act = core.json(act("snooze", Map.of())).get("id").asString();
        String undo = "acts/" + act + "/undo";

        assertThat(code(post(undo, core.user(SomeCore.ROB, "admin"), Map.of()))).isEqualTo("not-yours");
        assertThat(post(undo, core.tony(), Map.of()).statusCode()).isEqualTo(204);

        assertThat(isListed()).isTrue();
        assertThat(code(post(undo, core.tony(), Map.of()))).isEqualTo("not-found");
        assertThat(detail().get("acts").get(0).get("undone").asBoolean()).isTrue();
    }

    @Test
    void takingBackIsForTheFirstMinutesOnly() {
        String act = core.json(act("snooze", Map.of())).get("id").asString();
        core.database.execute("UPDATE core.act SET at = at - interval '11 minutes' WHERE id = '" + act + "'");

        assertThat(detail().get("acts").get(0).get("undoable").asBoolean()).isFalse();
        assertThat(code(post("acts/" + act + "/undo", core.tony(), Map.of()))).isEqualTo("too-late-to-undo");
        assertThat(isListed()).isFalse();
    }

    @Test
    void everyActLeavesItsTrace() {
        act("snooze", Map.of());
        act("wake", Map.of());
        act("owner", Map.of("owner", SomeCore.TONY));
        act("notes", Map.of("text", "traced"));
        act("permissions", permissions(false, "allowed", "allowed", "allowed"));
        String last = core.json(act("cancelled-by-us", Map.of("bookingId", id)))
                .get("id")
                .asString();
        post("acts/" + last + "/undo", core.tony(), Map.of());

        assertThat(core.jdbc()
                        .sql("SELECT act FROM audit_entry WHERE actor = ? AND subject = ?")
                        .params(SomeCore.TONY.toString(), person)
                        .query(String.class)
                        .list())
                .contains(
                        "person.snoozed",
                        "person.woken",
                        "person.owner-set",
                        "person.noted",
                        "person.permissions-set",
                        "person.cancelled-by-us",
                        "act.undone");
    }

    @Test
    void nobodyUnknownIsActedOn() {
        String unknown = "/api/leads/" + UUID.randomUUID();

        assertThat(core.post(unknown + "/notes", core.tony(), Map.of("text", "x", "recordVersion", 1))
                        .statusCode())
                .isEqualTo(404);
        assertThat(core.post(unknown + "/acts/" + UUID.randomUUID() + "/undo", core.tony(), Map.of())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void twoWithOnePersonOpenHearOfEachOther() {
        String rob = core.user(SomeCore.ROB, "admin");

        assertThat(others(core.tony())).isEmpty();
        assertThat(others(rob)).containsExactly(SomeCore.TONY.toString());
        assertThat(others(core.tony())).containsExactly(SomeCore.ROB.toString());

        post("presence/end", rob, Map.of());
        assertThat(others(core.tony())).isEmpty();
        others(rob);
        core.database.execute("UPDATE core.presence SET until = now() - interval '1 second'");
        assertThat(others(core.tony())).isEmpty();
    }

    private List<String> others(String token) {
        return core.json(post("presence", token, Map.of()))
                .get("others")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private static Map<String, Object> permissions(boolean never, String phone, String voicemail, String email) {
        return Map.of(
                "doNotContact", never, "phone", phone, "voicemail", voicemail, "email", email, "sayAs", "Planted Tony");
    }

    private boolean isListed() {
        return detail().get("placement").get("state").asString().equals("listed");
    }

    private JsonNode detail() {
        return core.json(core.get("/api/leads/" + person, core.tony()));
    }

    private long version() {
        return detail().get("lead").get("recordVersion").asLong();
    }

    private String code(HttpResponse<String> refused) {
        return core.json(refused).get("code").asString();
    }

    private HttpResponse<String> act(String what, Map<String, Object> body) {
        Map<String, Object> seen = new HashMap<>(body);
        seen.put("recordVersion", version());
        return post(what, core.tony(), seen);
    }

    private HttpResponse<String> post(String what, String token, Map<String, ?> body) {
        return core.post("/api/leads/" + person + "/" + what, token, body);
    }
}
