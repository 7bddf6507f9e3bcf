package hotleads.core;

import static hotleads.core.SomeAppointments.appointment;
import static org.assertj.core.api.Assertions.assertThat;

import hotleads.contracts.Delivery;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/**
 * Someone who may write to the database moves sealed values about, or alters them: each is refused, recorded and named,
 * and everything else is shown.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlteredValuesTest {
    private final Instant now = Clock.systemUTC().instant();
    private SomeCore core;
    private long booking = 40_000;
    private Delivery hook;
    private String ana = "";
    private String ben = "";

    @BeforeAll
    void start() {
        core = SomeCore.started();
        // What was altered is to stay so until the test has looked.
        core.awaitQuiet();
    }

    @AfterAll
    void stop() {
        core.close();
    }

    /** Two people on the list, about one of whom something was done. */
    @BeforeEach
    void twoPeople() {
        booking += 10;
        hook = cancels(booking, "Ana", "Altered" + booking, "ana" + booking + "@example.org");
        cancels(booking + 1, "Ben", "Beside" + booking, "ben" + booking + "@example.org");
        core.awaitQuiet();
        ana = personOf(booking);
        ben = personOf(booking + 1);
    }

    @Test
    void namesSwappedBetweenPeopleAreLeftOutOfTheListWhichGoesOn() {
        cancels(booking + 2, "Cy", "Third" + booking, "cy" + booking + "@example.org");
        core.awaitQuiet();
        String names = swap("identity", "name", identityOf(ana), identityOf(ben));

        JsonNode page = list();

        assertThat(page.get("items")
                        .valueStream()
                        .map(lead -> lead.get("personId").asString()))
                .contains(personOf(booking + 2))
                .doesNotContain(ana, ben);
        assertThat(page.get("unopened").get("count").asInt()).isEqualTo(2);
        assertThat(refused("identity.name/" + identityOf(ana)))
                .contains(page.get("unopened").get("reference").asString());
        assertThat(refused("identity.name/" + identityOf(ben))).isNotEmpty();
        core.database.execute(names);
        assertThat(list().get("unopened")).isNull();
    }

    @Test
    void theNextPageBeginsWhereOneThatDoesNotOpenEnded() {
        String altered = alter("lead", "evaluation", "person_id", ana);
        int listed = list().get("items").size() + 1;

        int shown = 0;
        int pages = 0;
        String next = "";
        do {
            JsonNode page = core.json(core.get("/api/leads?limit=1" + next, core.tony()));
            shown += page.get("items").size();
            pages++;
            next = page.has("next") ? "&after=" + page.get("next").asString() : "";
        } while (!next.isEmpty());

        assertThat(pages).isEqualTo(listed);
        assertThat(shown).isEqualTo(listed - 1);
        core.database.execute(altered);
    }

    @Test
    void aPersonWhoseReasonsWereAlteredIsAnsweredWithAProblemAndAReference() {
        String altered = alter("lead", "evaluation", "person_id", ana);

        HttpResponse<String> answer = core.get("/api/leads/" + ana, core.tony());

        assertThat(answer.statusCode()).isEqualTo(409);
        JsonNode problem = core.json(answer);
        assertThat(problem.get("code").asString()).isEqualTo("cannot-be-opened");
        assertThat(refused("lead.evaluation/" + ana))
                .containsExactly(problem.get("requestId").asString());
        assertThat(core.get("/api/leads/" + ben, core.tony()).statusCode()).isEqualTo(200);
        core.database.execute(altered);
    }

    @Test
    void whatTheRulesSayAnewTakesThePlaceOfWhatDoesNotOpen() {
        alter("lead", "evaluation", "person_id", ana);

        core.database.execute("UPDATE core.lead SET next_change_at = 'epoch' WHERE person_id = '" + ana + "'");
        SomeCore.await(() -> core.get("/api/leads/" + ana, core.tony()).statusCode() == 200);

        assertThat(refused("lead.evaluation/" + ana)).isNotEmpty();
    }

    @Test
    void aReasonOfAnotherPersonIsRefusedEvenWithItsKeyBesideIt() {
        String swap = """
                UPDATE core.lead a SET key_id = b.key_id, evaluation = b.evaluation FROM core.lead b
                WHERE (a.person_id, b.person_id) IN (('%1$s', '%2$s'), ('%2$s', '%1$s'))
                """.formatted(ana, ben);
        core.database.execute(swap);

        assertThat(core.get("/api/leads/" + ana, core.tony()).statusCode()).isEqualTo(409);
        assertThat(refused("lead.evaluation/" + ana)).hasSize(1);
        core.database.execute(swap);
    }

    @Test
    void alteredNotesAndAddressesAreLeftOutOfAPersonWhoIsShown() {
        assertThat(act("outcomes", Map.of("kind", "left-message", "note", "first note")))
                .isEqualTo(201);
        assertThat(act("notes", Map.of("text", "second note"))).isEqualTo(201);
        alter("outcome", "note", "person_id", ana);
        alter("identity", "phone", "id", identityOf(ana));

        JsonNode shown = detail();

        assertThat(shown.get("unopened").get("count").asInt()).isEqualTo(2);
        assertThat(shown.get("lead").get("name").asString()).startsWith("Ana Altered");
        assertThat(shown.get("outcomes").get(0).has("note")).isFalse();
        assertThat(shown.get("acts").get(0).get("text").asString()).isEqualTo("second note");
        assertThat(shown.get("contact").get("email").asString()).startsWith("ana");
        assertThat(shown.get("contact").has("phone")).isFalse();
        assertThat(refused("identity.phone/" + identityOf(ana)))
                .containsExactly(shown.get("unopened").get("reference").asString());
        // No rule reads a note: what is done next is taken in.
        assertThat(act("notes", Map.of("text", "third note"))).isEqualTo(201);
    }

    @Test
    void anAlteredActShowsNoAddressForItMayHaveForbiddenIt() {
        assertThat(act(
                        "permissions",
                        Map.of("doNotContact", true, "phone", "refused", "voicemail", "refused", "email", "refused")))
                .isEqualTo(201);
        alter("act", "content", "person_id", ana);

        JsonNode shown = detail();

        assertThat(shown.get("unopened").get("count").asInt()).isEqualTo(1);
        assertThat(shown.get("contact").has("phone")).isFalse();
        assertThat(shown.get("contact").has("email")).isFalse();
        assertThat(act("notes", Map.of("text", "another"))).isEqualTo(409);
    }

    @Test
    void whoDoesNotOpenIsLeftOutOfASearchThatFindsOthers() {
        cancels(booking + 2, "Ana", "Alike" + booking, "alike" + booking + "@example.org");
        core.awaitQuiet();
        String altered = alter("identity", "name", "id", identityOf(ana));

        JsonNode found = core.json(core.post("/api/people/search", core.tony(), Map.of("text", "ana")));

        assertThat(found.get("hits")
                        .valueStream()
                        .map(hit -> hit.get("lead").get("personId").asString()))
                .contains(personOf(booking + 2))
                .doesNotContain(ana);
        assertThat(found.get("unopened").get("count").asInt()).isEqualTo(1);
        core.database.execute(altered);
    }

    @Test
    void aRevealShowsWhatOpensAndSaysWhatDoesNot() {
        swap("inbox_delivery", "body", hook.id().toString(), hookOf(booking + 1));
        JsonNode revealed = reveal();
        assertThat(revealed.get("sent").isEmpty()).isTrue();
        assertThat(revealed.get("fetched").get("readable").asBoolean()).isTrue();
        assertThat(revealed.get("unopened").get("count").asInt()).isEqualTo(1);
        assertThat(refused("inbox_delivery.body/" + hook.id())).isNotEmpty();

        core.database.execute("UPDATE core.observation SET content = set_byte(content, 40, get_byte(content, 40) # 1)"
                + " WHERE record_id = " + booking);
        revealed = reveal();
        assertThat(revealed.get("fetched").get("readable").asBoolean()).isFalse();
        assertThat(revealed.get("outcome").get("personId").asString()).isEqualTo(ana);
        assertThat(core.get("/api/events", core.tony()).statusCode()).isEqualTo(200);
    }

    @Test
    void aValueOfAnotherTableOrColumnIsRefused() {
        core.database.execute("UPDATE core.identity SET phone = email WHERE id = '" + identityOf(ana) + "'");
        assertThat(detail().get("contact").has("phone")).isFalse();

        core.database.execute(
                "UPDATE core.identity SET phone = (SELECT content FROM core.observation WHERE record_id = " + booking
                        + " LIMIT 1) WHERE id = '" + identityOf(ana) + "'");
        assertThat(detail().get("contact").has("phone")).isFalse();
        assertThat(refused("identity.phone/" + identityOf(ana))).hasSize(2);
    }

    @Test
    void theTrailGoesOnWithoutANameThatDoesNotOpen() {
        detail();
        String altered = alter("identity", "name", "id", identityOf(ana));

        HttpResponse<String> trail = core.get("/api/audit/entries?person=" + ana, core.tony());

        assertThat(trail.statusCode()).isEqualTo(200);
        core.database.execute(altered);
    }

    private Delivery cancels(long id, String first, String last, String email) {
        core.sync.acuity.put(
                id,
                appointment(id)
                        .named(first, last)
                        .reachedBy(email, "+1212555" + (1_000 + id % 9_000))
                        .at(now.plus(Duration.ofDays(3)))
                        .cancelled()
                        .build());
        Delivery delivery = core.delivery("canceled", id);
        core.append(List.of(delivery));
        return delivery;
    }

    private JsonNode list() {
        return core.json(core.get("/api/leads?limit=200", core.tony()));
    }

    private JsonNode detail() {
        HttpResponse<String> answer = core.get("/api/leads/" + ana, core.tony());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return core.json(answer);
    }

    private int act(String what, Map<String, Object> wanted) {
        Map<String, Object> body = new java.util.HashMap<>(wanted);
        body.put("recordVersion", detail().get("lead").get("recordVersion").asLong());
        return core.post("/api/leads/" + ana + "/" + what, core.tony(), body).statusCode();
    }

    private JsonNode reveal() {
        HttpResponse<String> answer =
                core.post("/api/events/" + hook.id() + "/reveal", core.tony(), Map.of("reason", "to see what is left"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return core.json(answer);
    }

    /** Turns one bit; returns what puts it back. */
    private String alter(String table, String column, String key, String id) {
        String turn =
                "UPDATE core.%1$s SET %2$s = set_byte(%2$s, length(%2$s) / 2, get_byte(%2$s, length(%2$s) / 2) # 1) WHERE %3$s = '%4$s'"
                        .formatted(table, column, key, id);
        core.database.execute(turn);
        return turn;
    }

    /** Each gets the other's; returns what puts them back. */
    private String swap(String table, String column, String one, String other) {
        String swap =
                "UPDATE core.%1$s a SET %2$s = b.%2$s FROM core.%1$s b WHERE (a.id, b.id) IN (('%3$s', '%4$s'), ('%4$s', '%3$s'))"
                        .formatted(table, column, one, other);
        core.database.execute(swap);
        return swap;
    }

    /** The request ids of the entries that name such a value as refused. */
    private List<String> refused(String subject) {
        return core.jdbc()
                .sql("""
                        SELECT request_id FROM audit_entry
                        WHERE act = 'sealed.refused' AND outcome = 'refused' AND subject_kind = 'sealed-value' AND subject = ?
                        """)
                .param(subject)
                .query((row, number) -> row.getString(1))
                .list();
    }

    private String personOf(long id) {
        return text("SELECT person_id::text FROM booking WHERE id = " + id);
    }

    private String identityOf(String person) {
        return text("SELECT shown_as::text FROM person WHERE id = '" + person + "'");
    }

    private String hookOf(long id) {
        return text("SELECT id::text FROM inbox_delivery WHERE record_id = " + id);
    }

    private String text(String sql) {
        return core.jdbc().sql(sql).query(String.class).single();
    }
}
