package hotleads.core;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.core.SomeClients.Client;
import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the practice decides about itself: the defaults, each decision, each refusal. */
class PracticeSettingsTest {
    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    private SomeCore core;
    private PracticeTime clock;

    @BeforeEach
    void start() {
        core = new SomeCore();
        clock = PracticeTime.of(core);
        // A Tuesday evening, after the hours in which people are called.
        clock.moveTo(LocalDateTime.of(2030, 11, 26, 20, 0).atZone(ZONE).toInstant());
        core.start();
        core.awaitOnTime();
    }

    @AfterEach
    void stop() {
        core.close();
    }

    @Test
    void areDefaultsUntilSomebodyDecides() {
        JsonNode shown = shown();

        assertThat(shown.get("zone").asString()).isEqualTo("America/New_York");
        for (String part : List.of("contactTimes", "templates", "notice", "idle", "words")) {
            assertThat(shown.get(part).get("version").asLong()).as(part).isZero();
        }
        assertThat(shown.get("contactTimes").get("hours")).hasSize(5);
        assertThat(shown.get("notice").get("minutes").asInt()).isZero();
        assertThat(shown.get("idle").get("minutes").asInt()).isEqualTo(10);
        assertThat(shown.get("words").get("word").asString()).isEqualTo("client");
    }

    @Test
    void areKeptSealedWithAVersionEachAndTheLaterOfTwoIsTold() {
        decide("words", Map.of("word", "patient"), 0, 204);
        decide("notice", Map.of("minutes", 120), 0, 204);
        decide("notice", Map.of("minutes", 60), 0, 409);
        decide("notice", Map.of("minutes", 90), 1, 204);
        decide("templates", Map.of("items", List.of(template("Short", "Hello {name}, a word of ours"))), 0, 204);

        JsonNode shown = shown();
        assertThat(shown.get("words").get("word").asString()).isEqualTo("patient");
        assertThat(shown.get("notice").toString()).isEqualTo("{\"minutes\":90,\"version\":2}");
        assertThat(shown.get("templates").get("items").get(0).get("text").asString())
                .isEqualTo("Hello {name}, a word of ours");
        assertThat(core.jdbc()
                        .sql("SELECT string_agg(encode(content, 'escape'), '') FROM practice_setting")
                        .query(String.class)
                        .single())
                .doesNotContain("word of ours");
        assertThat(core.jdbc()
                        .sql("SELECT subject FROM audit_entry WHERE act = 'setting.changed' ORDER BY at")
                        .query(String.class)
                        .list())
                .containsExactly("words", "notice", "notice", "templates");
    }

    @Test
    void areRefusedWithTheFieldThatIsWrong() {
        refused("notice", Map.of("minutes", -1), "minutes");
        refused("notice", Map.of("minutes", 20_161), "minutes");
        refused("idle", Map.of("minutes", 11), "minutes");
        refused("idle", Map.of("minutes", 1), "minutes");
        refused("words", Map.of("word", "customer"), "word");
        refused("contact-times", Map.of("hours", List.of(hours(8, 0, 60))), "hours");
        refused("contact-times", Map.of("hours", List.of(hours(1, 60, 60))), "hours");
        refused("contact-times", Map.of("hours", List.of(hours(1, 0, 90), hours(1, 60, 120))), "hours");
        refused("templates", Map.of("items", List.of(template("A", "Hi"), template(" ", "Hi"))), "items.1.name");
        refused("templates", Map.of("items", List.of(template("A", " "))), "items.0.text");
        refused("templates", Map.of("items", List.of(template("A", "Dear {diagnosis}"))), "items.0.text");
        refused("templates", Map.of("items", List.of(template("A", "Dear {name"))), "items.0.text");
        refused("templates", Map.of("items", List.of(template("A", "x".repeat(1_001)))), "items.0.text");
        refused("templates", Map.of("items", List.of(template("A", "Hi"), template("A", "Ho"))), "items");
        refused("templates", Map.of("items", Collections.nCopies(21, template("A", "Hi"))), "items");
        assertThat(core.jdbc()
                        .sql("SELECT count(*) FROM practice_setting")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void areReadByAllWhoWorkThereAndDecidedByAdministrators() {
        String dana = core.user(UUID.randomUUID(), "practitioner", List.of(7L));
        String kim = core.client(UUID.randomUUID(), UUID.randomUUID());

        assertThat(core.get("/api/settings/practice", dana).statusCode()).isEqualTo(200);
        assertThat(core.get("/api/settings/practice", kim).statusCode()).isEqualTo(403);
        for (String token : List.of(dana, kim)) {
            assertThat(core.post("/api/settings/words", token, Map.of("word", "patient", "version", 0))
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void sayOnTheContactCardWhenPeopleAreCalledAgain() {
        Client kim = new SomeClients(core).booked(7, clock.now().plusSeconds(90_000));

        assertThat(contact(kim).get("opensAt").asString()).isEqualTo("2030-11-27T14:00:00Z");
        decide("contact-times", Map.of("hours", List.of(hours(2, 0, 1_440))), 0, 204);

        assertThat(contact(kim).path("opensAt").isString()).isFalse();
    }

    private JsonNode contact(Client client) {
        return core.json(core.get("/api/leads/" + client.person(), core.tony())).get("contact");
    }

    private JsonNode shown() {
        return core.json(core.get("/api/settings/practice", core.tony()));
    }

    private void refused(String kind, Map<String, ?> value, String field) {
        HttpResponse<String> answer = decide(kind, value, 0, 422);
        assertThat(core.json(answer).get("code").asString()).isEqualTo("setting-wrong");
        assertThat(core.json(answer).get("field").asString()).isEqualTo(field);
    }

    private HttpResponse<String> decide(String kind, Map<String, ?> value, long version, int status) {
        Map<String, Object> body = new HashMap<>(value);
        body.put("version", version);
        HttpResponse<String> answer = core.post("/api/settings/" + kind, core.tony(), body);
        assertThat(answer.statusCode()).as(kind + value).isEqualTo(status);
        return answer;
    }

    private static Map<String, Integer> hours(int weekday, int from, int until) {
        return Map.of("weekday", weekday, "fromMinute", from, "untilMinute", until);
    }

    private static Map<String, String> template(String name, String text) {
        return Map.of("name", name, "text", text);
    }
}
