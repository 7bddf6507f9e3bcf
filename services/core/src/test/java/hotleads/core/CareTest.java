package hotleads.core;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.core.SomeClients.Client;
import hotleads.core.care.CareRound;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The care lane: what opens it, who is told of it and when, and how it is answered. */
class CareTest {
    private static final UUID DANA = UUID.fromString("00000000-0000-4000-8000-0000000000da");
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final long DANAS = 7;
    private static final long NOBODYS = 99;
    private static final int MORE_THAN_CONNECTIONS = 25;

    private PracticeTime clock;
    private SomeCore core;
    private SomeClients clients;

    @BeforeEach
    void aTuesdayMorning() {
        core = new SomeCore();
        core.auth.practitioners.put(DANA, List.of(DANAS));
        clock = PracticeTime.of(core);
        clock.moveTo(LocalDateTime.of(2030, 11, 26, 10, 0).atZone(ZONE).toInstant());
        core.start();
        core.awaitOnTime();
        clients = new SomeClients(core);
        // The time is moved by hand, and looked at by hand.
        core.job("watchCare").stop();
    }

    @AfterEach
    void stop() {
        core.close();
    }

    @Test
    void aLowAnswerIsThePractitionersWithTheEntryItself() {
        Client kim = someone();

        clients.checkIn(kim, UUID.randomUUID(), 3, "A bad night");

        JsonNode only = onlyOf(danas());
        assertThat(only.get("personId").asString()).isEqualTo(kim.person());
        assertThat(reasons(only)).containsExactly("low-answer");
        assertThat(only.get("content").get("entry").get("answer").asInt()).isEqualTo(3);
        assertThat(only.get("content").get("entry").get("note").asString()).isEqualTo("A bad night");
        assertThat(only.get("content").get("nextStep").asString()).isEqualTo("call-today");
        assertThat(only.get("nextSessionAt").asString()).isNotEmpty();
        assertThat(tonys()).isEmpty();
    }

    /** Each look took a connection for good while somebody waited, and after ten of them nothing worked any more. */
    @Test
    void lookingAgainAndAgainAtWhoWaitsUsesUpNoConnections() {
        clients.checkIn(someone(), UUID.randomUUID(), 3, null);

        for (int looks = 0; looks < MORE_THAN_CONNECTIONS; looks++) {
            look();
        }

        assertThat(danas()).hasSize(1);
    }

    @Test
    void anAnswerThatIsNotLowOpensNothing() {
        clients.checkIn(someone(), 4);

        assertThat(danas()).isEmpty();
    }

    @Test
    void oneFarBelowOnesUsualOpensNothingAndTheSecondInARowDoes() {
        Client kim = someone();
        for (int answer : List.of(9, 9, 9)) {
            clients.checkIn(kim, answer);
        }

        clients.checkIn(kim, 6);
        assertThat(danas()).isEmpty();
        clients.checkIn(kim, 6);

        assertThat(reasons(onlyOf(danas()))).containsExactly("below-usual");
    }

    @Test
    void anEntryThatIsChangedForTheWorseOpensItToo() {
        Client kim = someone();
        String id = clients.checkIn(kim, 8).get("id").asString();

        clients.post(kim, "/api/me/check-ins/" + id + "/change", Map.of("answer", 2));

        JsonNode only = onlyOf(danas());
        assertThat(reasons(only)).containsExactly("low-answer");
        assertThat(only.get("content").get("entry").get("changed").asBoolean()).isTrue();
    }

    @Test
    void whatItsOwnerRemovedIsNotShownAnyMore() {
        Client kim = someone();
        String entry = clients.checkIn(kim, 1).get("id").asString();

        clients.post(kim, "/api/me/check-ins/" + entry + "/remove", Map.of());

        assertThat(onlyOf(danas()).get("content").path("entry").isObject()).isFalse();
    }

    @Test
    void oneThatWaitsIsEnoughHoweverManyLowAnswersCome() {
        Client kim = someone();
        clients.checkIn(kim, 2);
        clients.checkIn(kim, 1);
        assertThat(danas()).hasSize(1);

        acknowledge(onlyOf(danas()), dana());
        clients.checkIn(kim, 2);

        assertThat(danas()).extracting(one -> one.get("state").asString()).containsExactly("acknowledged", "open");
    }

    @Test
    void askingForContactTwiceIsAskingOnce() {
        Client kim = someone();

        HttpResponse<String> first = clients.post(kim, "/api/me/contact-requests", Map.of());
        HttpResponse<String> second = clients.post(kim, "/api/me/contact-requests", Map.of());

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(core.json(second).get("askedAt").asString())
                .isEqualTo(core.json(first).get("askedAt").asString());
        assertThat(reasons(onlyOf(danas()))).containsExactly("asked");
    }

    @Test
    void twoSilentWeeksOfSomebodyWhoAnsweredRegularlyAreToldOnce() {
        Client regular = someone();
        Client seldom = someone();
        for (int week = 0; week < 4; week++) {
            clients.checkIn(regular, 7);
            clock.advance(Duration.ofDays(6));
        }
        clients.checkIn(seldom, 7);
        look();
        assertThat(danas()).isEmpty();

        clock.advance(Duration.ofDays(13));
        look();
        look();

        JsonNode only = onlyOf(danas());
        assertThat(only.get("personId").asString()).isEqualTo(regular.person());
        assertThat(reasons(only)).containsExactly("silent");
        close(only, "left-message", dana());
        look();
        assertThat(danas()).isEmpty();
    }

    @Test
    void administratorsAreToldOnceNobodyAnsweredForAWorkingDayAndOnlyThatItIsSo() {
        Client kim = someone();
        clients.checkIn(kim, UUID.randomUUID(), 2, "Word-of-mine");
        clock.advance(Duration.ofHours(23));
        look();
        assertThat(tonys()).isEmpty();

        clock.advance(Duration.ofHours(2));
        look();

        JsonNode fact = onlyOf(tonys());
        assertThat(fact.get("why").asString()).isEqualTo("unanswered");
        assertThat(fact.path("content").isObject()).isFalse();
        assertThat(core.get("/api/care", core.tony()).body()).doesNotContain("Word-of-mine", "low-answer");
        assertThat(danas()).hasSize(1);
    }

    @Test
    void aFridaysIsDueOnMonday() {
        clock.advance(Duration.ofDays(3));
        clients.checkIn(someone(), 2);

        clock.advance(Duration.ofDays(2));
        look();
        assertThat(tonys()).isEmpty();
        clock.advance(Duration.ofDays(1).plusMinutes(5));
        look();
        assertThat(tonys()).hasSize(1);
    }

    @Test
    void whereNobodyIsThereAdministratorsAreToldAtOnce() {
        clients.checkIn(clients.booked(NOBODYS, clock.now().plus(Duration.ofDays(2))), 2);

        look();

        assertThat(onlyOf(tonys()).get("why").asString()).isEqualTo("nobody-there");
    }

    @Test
    void acknowledgedInTimeItIsNeverAFactForAdministrators() {
        clients.checkIn(someone(), 2);
        acknowledge(onlyOf(danas()), dana());

        clock.advance(Duration.ofDays(5));
        look();

        assertThat(tonys()).isEmpty();
        assertThat(onlyOf(danas()).get("state").asString()).isEqualTo("acknowledged");
    }

    @Test
    void anAdministratorReadsItByAnActThatIsRecordedAndMayAnswerIt() {
        Client kim = someone();
        clients.checkIn(kim, UUID.randomUUID(), 2, "Word-of-mine");
        clock.advance(Duration.ofDays(2));
        look();
        JsonNode fact = onlyOf(tonys());

        HttpResponse<String> read = core.get("/api/care/" + fact.get("id").asString(), core.tony());

        assertThat(read.body()).contains("Word-of-mine");
        assertThat(core.jdbc()
                        .sql("SELECT role FROM audit_entry WHERE act = 'care.viewed' AND subject = ?")
                        .param(kim.person())
                        .query(String.class)
                        .list())
                .containsExactly("admin");
        assertThat(close(fact, "handed-over", core.tony())).isEqualTo(204);
        assertThat(tonys()).isEmpty();
        assertThat(danas()).isEmpty();
    }

    @Test
    void anotherPractitionersIsNotThereAndClientsHaveNoWayToIt() {
        clients.checkIn(someone(), UUID.randomUUID(), 2, "Word-of-mine");
        String id = onlyOf(danas()).get("id").asString();
        String another = core.user(UUID.randomUUID(), "practitioner", List.of(NOBODYS));

        assertThat(core.json(core.get("/api/care", another)).get("items")).isEmpty();
        for (HttpResponse<String> answer : List.of(
                core.get("/api/care/" + id, another),
                core.post("/api/care/" + id + "/acknowledge", another, Map.of()),
                core.post("/api/care/" + id + "/close", another, Map.of("step", "spoke")))) {
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).doesNotContain("Word-of-mine");
        }
        assertThat(onlyOf(danas()).get("state").asString()).isEqualTo("open");
        assertThat(core.get("/api/care", clients.token(someone())).statusCode()).isEqualTo(403);
    }

    @Test
    void whatIsClosedIsClosedAndAStepIsOneOfOurs() {
        clients.checkIn(someone(), 2);
        JsonNode one = onlyOf(danas());

        assertThat(close(one, "prayed", dana())).isEqualTo(422);
        assertThat(close(one, "spoke", dana())).isEqualTo(204);
        assertThat(close(one, "spoke", dana())).isEqualTo(422);
    }

    private Client someone() {
        return clients.booked(DANAS, clock.now().plus(Duration.ofDays(60)));
    }

    private String dana() {
        return core.user(DANA, "practitioner", List.of(DANAS));
    }

    private void look() {
        CareRound.by(core.job("watchCare"));
    }

    private List<JsonNode> danas() {
        return items(dana());
    }

    private List<JsonNode> tonys() {
        return items(core.tony());
    }

    private List<JsonNode> items(String token) {
        HttpResponse<String> answer = core.get("/api/care", token);
        assertThat(answer.statusCode()).isEqualTo(200);
        List<JsonNode> items = new ArrayList<>();
        core.json(answer).get("items").forEach(items::add);
        return items;
    }

    private static JsonNode onlyOf(List<JsonNode> items) {
        assertThat(items).hasSize(1);
        return items.getFirst();
    }

    private static List<String> reasons(JsonNode one) {
        List<String> reasons = new ArrayList<>();
        one.get("content").get("reasons").forEach(reason -> reasons.add(reason.asString()));
        return reasons;
    }

    private void acknowledge(JsonNode one, String token) {
        assertThat(core.post("/api/care/" + one.get("id").asString() + "/acknowledge", token, Map.of())
                        .statusCode())
                .isEqualTo(204);
    }

    private int close(JsonNode one, String step, String token) {
        return core.post("/api/care/" + one.get("id").asString() + "/close", token, Map.of("step", step))
                .statusCode();
    }
}
