package hotleads.core;

import static hotleads.core.SomeAppointments.appointment;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Who is one person because somebody said so, and how that is taken back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MatchesTest {
    private final Instant soon = Clock.systemUTC().instant().plus(Duration.ofDays(3));
    private SomeCore core;
    private long id = 1_000;

    @BeforeAll
    void start() {
        core = SomeCore.started();
    }

    @AfterAll
    void stop() {
        core.close();
    }

    @BeforeEach
    void others() {
        id += 100;
    }

    @Test
    void sameMakesTwoOneAndDifferentPartsThemAgainWithoutMovingCiphertext() {
        family();
        UUID mum = person(id);
        UUID kid = person(id + 1);
        List<String> sealed = sealed();
        JsonNode pair = pair("Mum Shared" + id);
        assertThat(pair.get("likeness").asString()).isEqualTo("family");
        assertThat(pair.get("agrees").get(0).asString()).isEqualTo("email");

        assertThat(decide(pair, "same", 0)).isEqualTo(204);

        assertThat(person(id + 1)).isEqualTo(mum);
        assertThat(causes(mum)).doesNotContain("unresolved-match");
        assertThat(bookingsOf(mum)).isEqualTo(2);
        assertThat(sealed()).isEqualTo(sealed);

        assertThat(decide(pair, "different", 1)).isEqualTo(204);

        assertThat(person(id)).isEqualTo(mum);
        assertThat(person(id + 1)).isEqualTo(kid);
        assertThat(causes(mum)).doesNotContain("unresolved-match");
        assertThat(causes(kid)).doesNotContain("unresolved-match");
        assertThat(sealed()).isEqualTo(sealed);
        assertThat(core.jdbc()
                        .sql("SELECT verdict FROM match_decision WHERE candidate_id = ?::uuid ORDER BY id")
                        .param(pair.get("id").asString())
                        .query(String.class)
                        .list())
                .containsExactly("same", "different");
    }

    @Test
    void whatWasLoggedOfAPartCountsForTheWholeAndGoesBackWithIt() {
        family();
        UUID mum = person(id);
        UUID kid = person(id + 1);
        JsonNode pair = pair("Mum Shared" + id);
        decide(pair, "different", 0);
        log(kid, "not-interested");
        assertThat(causes(kid)).contains("not-interested");

        decide(pair, "same", 1);
        assertThat(causes(mum)).contains("not-interested");
        assertThat(detail(mum).get("outcomes")).hasSize(1);
        assertThat(detail(kid).get("lead").get("personId").asString()).isEqualTo(mum.toString());

        decide(pair, "different", 2);
        assertThat(causes(mum)).doesNotContain("not-interested");
        assertThat(causes(kid)).contains("not-interested");
    }

    @Test
    void aLaterRecordNeverAsksAgainWhatWasDecided() {
        family();
        decide(pair("Mum Shared" + id), "different", 0);

        // The mother books under another number: she is known by name and address.
        book(id + 2, "Mum", "Shared" + id, "home" + id + "@example.org", "(212) 555-0144");

        assertThat(person(id + 2)).isEqualTo(person(id));
        assertThat(causes(person(id))).doesNotContain("unresolved-match");
        assertThat(causes(person(id + 1))).doesNotContain("unresolved-match");
    }

    @Test
    void aLaterBookingOfAPartIsTheWholes() {
        family();
        UUID mum = person(id);
        decide(pair("Mum Shared" + id), "same", 0);

        book(id + 3, "Kid", "Shared" + id, "home" + id + "@example.org", null);

        assertThat(person(id + 3)).isEqualTo(mum);
    }

    @Test
    void notSureKeepsBothOffTheListAndWaits() {
        family();
        JsonNode pair = pair("Mum Shared" + id);

        assertThat(decide(pair, "not-sure", 0)).isEqualTo(204);

        assertThat(causes(person(id))).contains("unresolved-match");
        assertThat(pair("Mum Shared" + id).get("state").asString()).isEqualTo("not-sure");
    }

    @Test
    void whoDecidesOnAnOldPageIsToldAndNothingIsChanged() {
        family();
        JsonNode pair = pair("Mum Shared" + id);
        decide(pair, "different", 0);

        HttpResponse<String> late =
                core.post(path(pair), core.user(SomeCore.ROB, "admin"), Map.of("verdict", "same", "decisions", 0));

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(core.json(late).get("code").asString()).isEqualTo("decided-meanwhile");
        assertThat(core.json(late).get("latestByYou").asBoolean()).isFalse();
        assertThat(person(id)).isNotEqualTo(person(id + 1));
    }

    @Test
    void aRecordThatWasTakenForTheirsByItselfIsParted() {
        book(id, "Sam", "Split" + id, "sam" + id + "@example.org", "(212) 555-0101");
        book(id + 1, "Sam", "Split" + id, "sam" + id + "@example.org", "(646) 555-0199");
        UUID sam = person(id);
        assertThat(person(id + 1)).isEqualTo(sam);

        assertThat(split(sam, identity(id + 1))).isEqualTo(204);

        assertThat(person(id + 1)).isNotEqualTo(sam);
        assertThat(bookingsOf(sam)).isEqualTo(1);
        // And the next answer about it does not bring it back.
        book(id + 1, "Sam", "Split" + id, "sam" + id + "@example.org", "(646) 555-0199");
        assertThat(person(id + 1)).isNotEqualTo(sam);
    }

    @Test
    void theOnlyRecordOfAPersonIsNotParted() {
        book(id, "One", "Only" + id, "one" + id + "@example.org", null);

        assertThat(split(person(id), identity(id))).isEqualTo(422);
        assertThat(split(UUID.randomUUID(), identity(id))).isEqualTo(404);
    }

    @Test
    void threeOfWhomTwoDecisionsMakeOneAreNotPartedByAThird() {
        book(id, "A", "Three" + id, "t" + id + "@example.org", null);
        book(id + 1, "B", "Three" + id, "t" + id + "@example.org", null);
        book(id + 2, "C", "Three" + id, "t" + id + "@example.org", null);
        decideBetween(id, id + 1, "same");
        decideBetween(id + 1, id + 2, "same");
        assertThat(person(id)).isEqualTo(person(id + 2));

        HttpResponse<String> refused = answerBetween(id, id + 2, "different");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(core.json(refused).get("code").asString()).isEqualTo("still-together");
        assertThat(person(id)).isEqualTo(person(id + 2));
    }

    @Test
    void nobodyIsShownUnderANameThatIsAnothersNow() {
        family();
        UUID mum = person(id);
        JsonNode pair = pair("Mum Shared" + id);
        decide(pair, "same", 0);
        book(id + 4, "Kid", "Shared" + id, "home" + id + "@example.org", "(212) 555-0177");
        assertThat(detail(mum).get("lead").get("name").asString()).isEqualTo("Kid Shared" + id);

        decide(pair, "different", 1);

        assertThat(detail(mum).get("lead").get("name").asString()).isEqualTo("Mum Shared" + id);
    }

    @Test
    void onlyAdministratorsSeeAndDecide() {
        family();
        JsonNode pair = pair("Mum Shared" + id);
        for (String role : List.of("practitioner", "client")) {
            String token = core.user(SomeCore.ROB, role);
            assertThat(core.get("/api/matches", token).statusCode()).isEqualTo(403);
            assertThat(core.post(path(pair), token, Map.of("verdict", "same", "decisions", 0))
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(core.post(path(pair), core.tony(), Map.of("verdict", "perhaps", "decisions", 0))
                        .statusCode())
                .isEqualTo(422);
        assertThat(core.post(
                                "/api/matches/" + UUID.randomUUID() + "/decision",
                                core.tony(),
                                Map.of("verdict", "same", "decisions", 0))
                        .statusCode())
                .isEqualTo(404);
    }

    private void family() {
        book(id, "Mum", "Shared" + id, "home" + id + "@example.org", null);
        book(id + 1, "Kid", "Shared" + id, "home" + id + "@example.org", null);
    }

    private void book(long booking, String first, String last, String email, @Nullable String phone) {
        core.sync.acuity.put(
                booking,
                appointment(booking)
                        .named(first, last)
                        .reachedBy(email, phone)
                        .at(soon.plusSeconds(booking))
                        .cancelled()
                        .build());
        core.hook("changed", booking);
        core.awaitQuiet();
    }

    private JsonNode pair(String name) {
        for (JsonNode pair : core.json(core.get("/api/matches", core.tony())).get("items")) {
            if (pair.get("one").get("name").asString().equals(name)) {
                return pair;
            }
        }
        throw new AssertionError("No pair waits");
    }

    private int decide(JsonNode pair, String verdict, int seen) {
        return core.post(path(pair), core.tony(), Map.of("verdict", verdict, "decisions", seen))
                .statusCode();
    }

    private void decideBetween(long one, long other, String verdict) {
        assertThat(answerBetween(one, other, verdict).statusCode()).isEqualTo(204);
    }

    private HttpResponse<String> answerBetween(long one, long other, String verdict) {
        String match = core.jdbc()
                .sql("SELECT id::text FROM match_candidate WHERE identity_a IN (?, ?) AND identity_b IN (?, ?)")
                .params(identity(one), identity(other), identity(one), identity(other))
                .query(String.class)
                .single();
        return core.post(
                "/api/matches/" + match + "/decision", core.tony(), Map.of("verdict", verdict, "decisions", 0));
    }

    private static String path(JsonNode pair) {
        return "/api/matches/" + pair.get("id").asString() + "/decision";
    }

    private int split(UUID person, UUID record) {
        return core.post("/api/people/" + person + "/records/" + record + "/split", core.tony(), Map.of())
                .statusCode();
    }

    private void log(UUID person, String kind) {
        Map<String, Object> outcome = new HashMap<>();
        outcome.put("kind", kind);
        outcome.put(
                "recordVersion", detail(person).get("lead").get("recordVersion").asLong());
        assertThat(core.post("/api/leads/" + person + "/outcomes", core.tony(), outcome)
                        .statusCode())
                .isEqualTo(201);
    }

    private JsonNode detail(UUID person) {
        return core.json(core.get("/api/leads/" + person, core.tony()));
    }

    private List<String> causes(UUID person) {
        return detail(person)
                .get("placement")
                .get("causes")
                .valueStream()
                .map(cause -> cause.get("key").asString())
                .toList();
    }

    private UUID person(long booking) {
        return one("SELECT person_id FROM booking WHERE id = ?", booking);
    }

    private UUID identity(long booking) {
        return one("SELECT identity_id FROM booking WHERE id = ?", booking);
    }

    private UUID one(String sql, long booking) {
        return core.jdbc()
                .sql(sql)
                .param(booking)
                .query((row, number) -> row.getObject(1, UUID.class))
                .single();
    }

    private long bookingsOf(UUID person) {
        return core.jdbc()
                .sql("SELECT count(*) FROM booking WHERE person_id = ?")
                .param(person)
                .query(Long.class)
                .single();
    }

    /** Every sealed value of every identity and observation, byte for byte. */
    private List<String> sealed() {
        return core.jdbc().sql("""
                SELECT encode(name, 'hex') || coalesce(encode(email, 'hex'), '') || key_id FROM identity
                UNION ALL SELECT encode(content, 'hex') || key_id FROM observation WHERE content IS NOT NULL ORDER BY 1
                """).query((row, number) -> row.getString(1)).list();
    }
}
