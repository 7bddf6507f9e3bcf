package hotleads.core;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.core.SomeClients.Client;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** What clients say of how they are: kept, changed, seen by those who may, and by nobody else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MoodTest {
    private static final UUID DANA = UUID.fromString("00000000-0000-4000-8000-0000000000da");
    private static final long DANAS = 7;
    private static final long ANOTHERS = 12;

    private PracticeTime clock;
    private SomeCore core;
    private SomeClients clients;

    @BeforeAll
    void start() {
        core = new SomeCore();
        clock = PracticeTime.of(core);
        core.start();
        core.awaitOnTime();
        clients = new SomeClients(core);
    }

    @AfterAll
    void stop() {
        core.close();
    }

    @Test
    void anAnswerIsKeptWithItsNoteAndShownToItsOwner() {
        Client kim = someone();

        HttpResponse<String> kept = clients.checkIn(kim, UUID.randomUUID(), 7, "  Slept well. ");

        assertThat(kept.statusCode()).isEqualTo(201);
        assertThat(core.json(kept).get("low").asBoolean()).isFalse();
        JsonNode only = trend(kim).get("items").get(0);
        assertThat(only.get("answer").asInt()).isEqualTo(7);
        assertThat(only.get("note").asString()).isEqualTo("Slept well.");
        assertThat(only.get("changed").asBoolean()).isFalse();
        assertThat(Instant.parse(only.get("changeableUntil").asString()))
                .isEqualTo(Instant.parse(only.get("at").asString()).plus(Duration.ofHours(24)));
    }

    @Test
    void theSameEntrySentTwiceIsKeptOnce() {
        Client kim = someone();
        UUID id = UUID.randomUUID();

        clients.checkIn(kim, id, 5, null);
        HttpResponse<String> again = clients.checkIn(kim, id, 5, null);

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(trend(kim).get("items")).hasSize(1);
    }

    @Test
    void anIdOfSomebodyElsesEntryMakesNeitherOneNorTellsOfIt() {
        Client kim = someone();
        Client other = someone();
        UUID id = UUID.randomUUID();
        clients.checkIn(other, id, 2, "Mine");

        HttpResponse<String> guessed = clients.checkIn(kim, id, 9, null);

        assertThat(guessed.statusCode()).isEqualTo(422);
        assertThat(guessed.body()).doesNotContain("Mine");
        assertThat(trend(other).get("items").get(0).get("answer").asInt()).isEqualTo(2);
    }

    @Test
    void whatIsNoAnswerIsRefused() {
        Client kim = someone();

        assertThat(clients.checkIn(kim, UUID.randomUUID(), 0, null).statusCode())
                .isEqualTo(422);
        assertThat(clients.checkIn(kim, UUID.randomUUID(), 11, null).statusCode())
                .isEqualTo(422);
        assertThat(clients.checkIn(kim, UUID.randomUUID(), 5, "x".repeat(501)).statusCode())
                .isEqualTo(422);
        assertThat(clients.post(kim, "/api/me/check-ins", Map.of("answer", 5)).statusCode())
                .isEqualTo(422);
        assertThat(trend(kim).get("items")).isEmpty();
    }

    @Test
    void moreThanADaysWorthIsRefused() {
        Client kim = someone();
        for (int number = 0; number < 24; number++) {
            clients.checkIn(kim, 5);
        }

        assertThat(clients.checkIn(kim, UUID.randomUUID(), 5, null).statusCode())
                .isEqualTo(422);
        clock.advance(Duration.ofDays(1));
        assertThat(clients.checkIn(kim, UUID.randomUUID(), 5, null).statusCode())
                .isEqualTo(201);
    }

    @Test
    void itsOwnerMayChangeOrRemoveItForADayAndWhatItSaidIsKeptSealed() {
        Client kim = someone();
        String changed = clients.checkIn(kim, 2).get("id").asString();
        String removed = clients.checkIn(kim, 4).get("id").asString();

        clients.post(kim, "/api/me/check-ins/" + changed + "/change", Map.of("answer", 6));
        clients.post(kim, "/api/me/check-ins/" + removed + "/remove", Map.of());

        JsonNode only = trend(kim).get("items");
        assertThat(only).hasSize(1);
        assertThat(only.get(0).get("answer").asInt()).isEqualTo(6);
        assertThat(only.get(0).get("changed").asBoolean()).isTrue();
        assertThat(core.jdbc()
                        .sql("SELECT count(*) FROM check_in_change WHERE check_in_id IN (?::uuid, ?::uuid)")
                        .params(changed, removed)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(acts(changed)).containsExactly("check-in.kept", "check-in.changed");
        assertThat(acts(removed)).containsExactly("check-in.kept", "check-in.removed");
    }

    @Test
    void afterADayItIsSettled() {
        Client kim = someone();
        String id = clients.checkIn(kim, 2).get("id").asString();
        clock.advance(Duration.ofHours(24));

        assertThat(clients.post(kim, "/api/me/check-ins/" + id + "/change", Map.of("answer", 6))
                        .statusCode())
                .isEqualTo(422);
        assertThat(clients.post(kim, "/api/me/check-ins/" + id + "/remove", Map.of())
                        .statusCode())
                .isEqualTo(422);
        assertThat(trend(kim).get("items").get(0).get("answer").asInt()).isEqualTo(2);
        assertThat(trend(kim).get("items").get(0).has("changeableUntil")
                        && !trend(kim)
                                .get("items")
                                .get(0)
                                .get("changeableUntil")
                                .isNull())
                .isFalse();
    }

    @Test
    void somebodyElsesEntryIsNotThere() {
        Client kim = someone();
        Client other = someone();
        String id = clients.checkIn(other, 8).get("id").asString();

        assertThat(clients.post(kim, "/api/me/check-ins/" + id + "/change", Map.of("answer", 1))
                        .statusCode())
                .isEqualTo(404);
        assertThat(clients.post(kim, "/api/me/check-ins/" + id + "/remove", Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(trend(other).get("items").get(0).get("answer").asInt()).isEqualTo(8);
    }

    @Test
    void lowIsThreeOrLessOrThreeBelowOnesOwnMedian() {
        Client kim = someone();
        for (int answer : List.of(8, 9, 8, 8)) {
            assertThat(clients.checkIn(kim, answer).get("low").asBoolean()).isFalse();
        }

        assertThat(clients.checkIn(kim, 6).get("low").asBoolean()).isFalse();
        assertThat(clients.checkIn(kim, 5).get("low").asBoolean()).isTrue();
        assertThat(clients.checkIn(someone(), 3).get("low").asBoolean()).isTrue();
        assertThat(clients.checkIn(someone(), 4).get("low").asBoolean()).isFalse();
    }

    @Test
    void theTrendCarriesWhatIsUsualAndSaysHowTheWeekIs() {
        Client kim = someone();
        for (int answer : List.of(8, 8, 9, 8, 7)) {
            clients.checkIn(kim, answer);
            clock.advance(Duration.ofDays(2));
        }
        clock.advance(Duration.ofDays(8));
        for (int answer : List.of(5, 4, 5)) {
            clients.checkIn(kim, answer);
        }

        JsonNode trend = trend(kim);

        assertThat(trend.get("thisWeek").asString()).isEqualTo("lower");
        List<String> usual = new ArrayList<>();
        trend.get("items").forEach(item -> usual.add(item.path("usual").asString("-")));
        assertThat(usual.subList(0, 4)).containsExactly("-", "-", "-", "8.0");
        assertThat(clients.get(kim, "/api/me/check-ins?days=31").statusCode()).isEqualTo(400);
    }

    @Test
    void ownPractitionersSeeItOthersDoNotAndAdministratorsByAnActThatIsRecorded() {
        Client kim = someone();
        clients.checkIn(kim, UUID.randomUUID(), 4, "Between us");
        String path = "/api/people/" + kim.person() + "/check-ins";

        assertThat(core.get(path, core.user(DANA, "practitioner", List.of(DANAS)))
                        .body())
                .contains("Between us");
        HttpResponse<String> others = core.get(path, core.user(DANA, "practitioner", List.of(ANOTHERS)));
        assertThat(others.statusCode()).isEqualTo(404);
        assertThat(others.body()).doesNotContain("Between us");
        assertThat(core.get(path, clients.token(someone())).statusCode()).isEqualTo(403);
        assertThat(core.get(path, core.tony()).body()).contains("Between us");

        assertThat(core.jdbc().sql("""
                        SELECT role || ' ' || outcome FROM audit_entry
                        WHERE act = 'mood.viewed' AND subject = ? ORDER BY id
                        """).param(kim.person()).query(String.class).list())
                .containsExactly("practitioner done", "practitioner refused", "admin done");
    }

    @Test
    void anAccountThatIsTiedToNobodyHasNoRecord() {
        assertThat(core.get("/api/me/check-ins", core.user(UUID.randomUUID(), "client"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(core.get("/api/me/check-ins", core.client(UUID.randomUUID(), UUID.randomUUID()))
                        .statusCode())
                .isEqualTo(404);
        assertThat(core.get("/api/me/check-ins", core.tony()).statusCode()).isEqualTo(403);
    }

    private Client someone() {
        return clients.booked(DANAS, clock.now().plus(Duration.ofDays(3)));
    }

    private JsonNode trend(Client client) {
        return core.json(clients.get(client, "/api/me/check-ins?days=90"));
    }

    private List<String> acts(String checkIn) {
        return core.jdbc()
                .sql("SELECT act FROM audit_entry WHERE subject_kind = 'check-in' AND subject = ? ORDER BY id")
                .param(checkIn)
                .query((row, number) -> row.getString(1))
                .list();
    }
}
