package hotleads.core;

import static hotleads.core.SomeAppointments.appointment;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/**
 * Eight people cancelled fifty days ago. Four of them booked again five days later; of one of these we heard four days
 * late. What was received when is set by hand, as it is received at once while a test runs.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LookbackTest {
    private static final int PEOPLE = 8;
    private static final int CAME_BACK = 4;

    /** The one of whose second booking we heard late. */
    private static final int UNHEARD = 0;

    /** The last evening: how old something is on a morning would else change with the hour of the test. */
    private final Instant now = Clock.systemUTC()
            .instant()
            .minus(Duration.ofHours(22))
            .truncatedTo(ChronoUnit.DAYS)
            .plus(Duration.ofHours(22));

    private SomeCore core;

    @BeforeAll
    void fiftyDays() {
        core = SomeCore.started();
        for (int person = 0; person < PEOPLE; person++) {
            tell("scheduled", first(person), person, 48, 60, false);
            core.awaitQuiet();
            tell("canceled", first(person), person, 48, 60, true);
            if (person < CAME_BACK) {
                tell("scheduled", second(person), person, -5, 45, false);
            }
        }
        core.awaitQuiet();
        for (int person = 0; person < PEOPLE; person++) {
            received(first(person), "booked", 60);
            received(first(person), "cancelled", 50);
            received(second(person), "booked", person == UNHEARD ? 41 : 45);
        }
        core.database.execute("UPDATE core.identity SET created_at = '%s';".formatted(now.minus(Duration.ofDays(60)))
                + "UPDATE core.inbox_delivery SET received_at = '%s' WHERE action = 'canceled'"
                        .formatted(now.minus(Duration.ofDays(50))));
    }

    @AfterAll
    void stop() {
        core.close();
    }

    @Test
    void countsThoseListedWhoWentOnToBookByWhatWasKnownThen() {
        JsonNode found = SomeScoring.lookedBack(core, SomeScoring.with(core, "B1", true, 340, 7))
                .get("found");

        JsonNode share = found.get("now").get("share");
        assertThat(share.get("counted").asInt()).as("each once").isEqualTo(PEOPLE);
        assertThat(share.get("booked").asInt()).isEqualTo(CAME_BACK);
        assertThat(share.get("percent").asInt()).isEqualTo(50);
        assertThat(share.get("enough").asBoolean()).isFalse();
        assertThat(found.get("now").get("alreadyBooked").asInt()).isZero();
        assertThat(found.get("now").get("bookedUnheard").asInt())
                .as("the mornings between the booking and our hearing of it")
                .isEqualTo(4);
        assertThat(found.get("now").get("cameBack").asInt()).isEqualTo(CAME_BACK);
        assertThat(found.get("now").get("missed").asInt()).isZero();
        assertThat(found.get("draft")).isEqualTo(found.get("now"));
        assertThat(found.get("entered")).isEmpty();
        assertThat(rule(found, "B1").get("shown").asInt()).isEqualTo(PEOPLE);
        assertThat(rule(found, "B1").get("booked").asInt()).isEqualTo(CAME_BACK);
        assertThat(rule(found, "R1").get("shown").asInt()).isZero();
        assertThat(found.get("newest").get("counted").asInt()).isGreaterThanOrEqualTo(PEOPLE);
        assertThat(found.get("random").get("counted").asInt()).isGreaterThanOrEqualTo(PEOPLE);
    }

    @Test
    void saysWhatADraftWouldHaveMissed() {
        JsonNode found = SomeScoring.lookedBack(core, SomeScoring.with(core, "B1", false, 340, 7))
                .get("found");

        assertThat(found.get("draft").get("share").get("counted").asInt()).isZero();
        assertThat(found.get("draft").get("missed").asInt()).isEqualTo(CAME_BACK);
        assertThat(found.get("now").get("share").get("counted").asInt()).isEqualTo(PEOPLE);
    }

    @Test
    void publishesWhatWasLookedAtAndGoesBackToWhatHeldBefore() {
        List<Map<String, Object>> starting = SomeScoring.with(core, "R3", true, 160, 60);
        List<Map<String, Object>> rules = SomeScoring.with(core, "R3", true, 170, 60);
        int version = version();
        assertThat(publish(version, rules, "Try", null).statusCode())
                .as("unseen")
                .isEqualTo(422);
        String looked = SomeScoring.lookedBack(core, rules).get("id").asString();
        assertThat(publish(version, starting, "Try", looked).statusCode())
                .as("another than was looked at")
                .isEqualTo(422);
        assertThat(publish(version, rules, " ", looked).statusCode())
                .as("without a word")
                .isEqualTo(422);
        assertThat(publish(version + 1, rules, "Try", looked).statusCode()).isEqualTo(409);

        assertThat(publish(version, rules, "They come back more often", looked).statusCode())
                .isEqualTo(200);

        JsonNode shown = core.json(core.get("/api/scoring", core.tony()));
        assertThat(shown.get("version").asInt()).isEqualTo(version + 1);
        assertThat(shown.get("versions").get(0).get("note").asString()).isEqualTo("They come back more often");
        SomeCore.await(() -> core.jdbc()
                .sql("SELECT bool_and(scoring_version = ?) FROM lead")
                .param(version + 1)
                .query(Boolean.class)
                .single());
        assertThat(publish(version, starting, "Back", null).statusCode())
                .as("from a page that is old")
                .isEqualTo(409);
        assertThat(publish(version + 1, starting, "Back", null).statusCode()).isEqualTo(200);
        assertThat(version()).isEqualTo(version + 2);
    }

    @Test
    void refusesWhatIsNoWholeScoring() {
        List<Map<String, Object>> rules = SomeScoring.with(core, "N1", true, 300, 2);

        HttpResponse<String> turned = core.post("/api/scoring/lookbacks", core.tony(), Map.of("rules", rules));
        HttpResponse<String> part =
                core.post("/api/scoring/lookbacks", core.tony(), Map.of("rules", rules.subList(0, 3)));

        assertThat(turned.statusCode()).isEqualTo(422);
        assertThat(core.json(turned).get("code").asString()).isEqualTo("scoring-wrong");
        assertThat(part.statusCode()).isEqualTo(422);
        assertThat(core.get("/api/scoring/lookbacks/" + UUID.randomUUID(), core.tony())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void showsHowSomebodyStoodOnPastMornings() {
        JsonNode scores = scores(CAME_BACK);

        assertThat(onDaysAgo(scores, 55).get("scoreTenths").asInt()).isZero();
        assertThat(onDaysAgo(scores, 55).get("placement").asString()).isEqualTo("off-the-list");
        assertThat(onDaysAgo(scores, 49).get("placement").asString()).isEqualTo("listed");
        assertThat(onDaysAgo(scores, 49).get("reasons").get(0).get("rule").asString())
                .isEqualTo("B1");
        assertThat(onDaysAgo(scores, 20).get("placement").asString()).isEqualTo("below-the-line");
        assertThat(onDaysAgo(scores(1), 44).get("placement").asString())
                .as("booked again, and we had heard")
                .isEqualTo("off-the-list");
        assertThat(scores.get("waysOff"))
                .isNotEmpty()
                .allSatisfy(way ->
                        assertThat(way.get("key").asString()).isIn("they-book", "outcome-logged", "reason-wrong"));
        assertThat(scores(1).get("waysOff")).as("not on it").isEmpty();
        assertThat(core.get("/api/people/" + UUID.randomUUID() + "/scores", core.tony())
                        .statusCode())
                .isEqualTo(404);
    }

    private JsonNode scores(int person) {
        String id = core.jdbc()
                .sql("SELECT person_id::text FROM booking WHERE id = ?")
                .param(first(person))
                .query(String.class)
                .single();
        return core.json(core.get("/api/people/" + id + "/scores", core.tony()));
    }

    /** The first morning after so many days ago. */
    private JsonNode onDaysAgo(JsonNode scores, int days) {
        for (JsonNode morning : scores.get("mornings")) {
            if (Instant.parse(morning.get("at").asString()).isAfter(now.minus(Duration.ofDays(days)))) {
                return morning;
            }
        }
        throw new AssertionError("No morning " + days + " days ago");
    }

    private HttpResponse<String> publish(
            int basedOn, List<Map<String, Object>> rules, String note, @Nullable String lookback) {
        Map<String, Object> body = new HashMap<>(Map.of("basedOn", basedOn, "rules", rules, "note", note));
        body.put("lookbackId", lookback);
        return core.post("/api/scoring/versions", core.tony(), body);
    }

    private int version() {
        return core.json(core.get("/api/scoring", core.tony())).get("version").asInt();
    }

    private static JsonNode rule(JsonNode found, String rule) {
        for (JsonNode one : found.get("rules")) {
            if (one.get("rule").asString().equals(rule)) {
                return one;
            }
        }
        throw new AssertionError(rule);
    }

    private void tell(String action, long booking, int person, int startsDaysAgo, int madeDaysAgo, boolean cancelled) {
        SomeAppointments.Builder one = appointment(booking)
                .named("Often", "Cancels" + person)
                .reachedBy("often" + person + "@example.org", null)
                .at(now.minus(Duration.ofDays(startsDaysAgo)))
                .bookedAt(now.minus(Duration.ofDays(madeDaysAgo)));
        core.sync.acuity.put(booking, (cancelled ? one.cancelled() : one).build());
        core.hook(action, booking);
    }

    private void received(long booking, String state, int daysAgo) {
        core.database.execute(
                "UPDATE core.observation SET received_at = '%2$s', seen_until = '%2$s' WHERE record_id = %1$d AND state = '%3$s'"
                        .formatted(booking, now.minus(Duration.ofDays(daysAgo)), state));
    }

    private static long first(int person) {
        return 100 + person;
    }

    private static long second(int person) {
        return 200 + person;
    }
}
