package hotleads.core;

import static hotleads.core.SomeAppointments.appointment;
import static org.assertj.core.api.Assertions.assertThat;

import hotleads.core.SomeClients.Client;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who came to be hot since the last working morning, and since when they are. */
class NewHotTest {
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final String EVALUATIONS = "evaluateWhatIsDue";
    private static final Instant MONDAY_AT_NINE = Instant.parse("2030-11-25T14:00:00Z");

    private PracticeTime clock;
    private SomeCore core;

    @BeforeEach
    void aTuesdayAtTen() {
        core = new SomeCore();
        clock = PracticeTime.of(core);
        clock.moveTo(LocalDateTime.of(2030, 11, 26, 10, 0).atZone(ZONE).toInstant());
        core.start();
        core.awaitOnTime();
    }

    @AfterEach
    void stop() {
        core.close();
    }

    @Test
    void whoeverIsOwedACallIsHotFromItsTimeOnHoweverLateAnyoneLooks() {
        Instant promised = clock.now().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);
        String lee = toBeCalled(promised);
        core.job(EVALUATIONS).stop();
        clock.advance(Duration.ofHours(2));
        assertThat(counts().get("newHot").asInt()).isZero();

        core.job(EVALUATIONS).start();
        SomeCore.await(() -> hotSince(lee) != null);

        assertThat(hotSince(lee)).isEqualTo(promised);
        assertThat(counts().get("newHot").asInt()).isEqualTo(1);
        assertThat(summary().get("newHotSince").asString()).isEqualTo(MONDAY_AT_NINE.toString());
        JsonNode row = page("").get("items").get(0);
        assertThat(row.get("personId").asString()).isEqualTo(lee);
        assertThat(row.has("rank")).isFalse();
    }

    @Test
    void sinceWhenIsKeptWhileTheyAreHotAndForgottenWhenTheyAreNot() {
        String kim = missed(1);
        Instant since = hotSince(kim);
        assertThat(since).isBetween(clock.now().minus(Duration.ofMinutes(5)), clock.now());

        clock.advance(Duration.ofHours(1));
        SomeCore.await(() -> evaluatedAt(kim).isAfter(clock.now().minus(Duration.ofMinutes(30))));
        assertThat(hotSince(kim)).isEqualTo(since);

        log(kim, Map.of("kind", "left-message"));
        assertThat(hotSince(kim)).isNull();
        assertThat(counts().get("hot").asInt()).isZero();
        assertThat(page("").get("items").size()).isZero();
    }

    @Test
    void isTheSameWhenTheListIsMadeAnew() {
        Instant promised = clock.now().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);
        List<String> people = List.of(missed(1), missed(2), toBeCalled(promised));
        clock.advance(Duration.ofHours(2));
        SomeCore.await(() -> counts().get("newHot").asInt() == people.size());
        List<Instant> before = people.stream().map(this::hotSince).toList();
        core.database.execute("TRUNCATE core.lead");

        String id = core.json(core.post("/api/rebuilds", core.tony(), Map.of()))
                .get("id")
                .asString();
        SomeCore.await(() -> core.jdbc()
                .sql("SELECT state = 'done' FROM rebuild WHERE id = ?::uuid")
                .param(id)
                .query(Boolean.class)
                .single());

        assertThat(people.stream().map(this::hotSince).toList()).isEqualTo(before);
    }

    @Test
    void whoeverWasHotBeforeThatMorningIsNotNew() {
        String kim = missed(1);
        hotSince(kim, MONDAY_AT_NINE.minusMillis(1));

        assertThat(counts().get("hot").asInt()).isEqualTo(1);
        assertThat(counts().get("newHot").asInt()).isZero();
        assertThat(page("").get("items").size()).isZero();

        hotSince(kim, MONDAY_AT_NINE);
        assertThat(counts().get("newHot").asInt()).isEqualTo(1);
    }

    @Test
    void theLatestComesFirstPageByPage() {
        List<String> people = List.of(missed(1), missed(2), missed(3));
        // Two at one time, so that a page ends between them.
        hotSince(people.get(0), MONDAY_AT_NINE);
        hotSince(people.get(1), MONDAY_AT_NINE);

        List<String> read = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = page("&limit=1" + after);
            page.get("items").forEach(lead -> read.add(lead.get("personId").asString()));
            after = page.has("next") ? "&after=" + page.get("next").asString() : "";
        } while (!after.isEmpty());

        assertThat(read).containsExactlyInAnyOrderElementsOf(people).startsWith(people.get(2));
    }

    /** A version of before the time was kept leaves it where it is: then it says nothing. */
    @Test
    void whatWasLeftThereWhileTheyWereNotHotIsFoundAnew() {
        String kim = missed(1);
        Instant since = hotSince(kim);
        core.jdbc()
                .sql("UPDATE lead SET band = 'warm', hot_since = '2030-11-01', next_change_at = 'epoch'")
                .update();

        SomeCore.await(() -> "hot".equals(bandOf(kim)));

        assertThat(hotSince(kim)).isEqualTo(since);
    }

    /** Their first session, an hour ago. */
    private String missed(long id) {
        core.sync.acuity.put(
                id,
                appointment(id)
                        .named("Person", "Number" + id)
                        .reachedBy("p" + id + "@example.org", null)
                        .at(clock.now().minus(Duration.ofHours(1)))
                        .missed()
                        .build());
        core.hook("changed", id);
        core.awaitQuiet();
        return core.jdbc()
                .sql("SELECT person_id::text FROM booking WHERE id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private String toBeCalled(Instant at) {
        Client lee = new SomeClients(core).booked(7, clock.now().plus(Duration.ofDays(1)));
        log(lee.person(), Map.of("kind", "call-back", "callBackAt", at.toString()));
        return lee.person();
    }

    private void log(String person, Map<String, String> outcome) {
        Map<String, Object> body = new HashMap<>(outcome);
        body.put(
                "recordVersion",
                core.jdbc()
                        .sql("SELECT facts_version FROM person WHERE id = ?::uuid")
                        .param(person)
                        .query(Long.class)
                        .single());
        assertThat(core.post("/api/leads/" + person + "/outcomes", core.tony(), body)
                        .statusCode())
                .isEqualTo(201);
    }

    private JsonNode summary() {
        return core.json(core.get("/api/leads/summary", core.tony()));
    }

    private JsonNode counts() {
        return summary().get("counts");
    }

    private JsonNode page(String more) {
        return core.json(core.get("/api/leads?view=new-hot" + more, core.tony()));
    }

    private @Nullable Instant hotSince(String person) {
        return core.jdbc()
                .sql("SELECT hot_since FROM lead WHERE person_id = ?::uuid")
                .param(person)
                .query((row, number) -> Optional.ofNullable(row.getTimestamp(1)))
                .single()
                .map(Timestamp::toInstant)
                .orElse(null);
    }

    private void hotSince(String person, Instant since) {
        core.jdbc()
                .sql("UPDATE lead SET hot_since = ? WHERE person_id = ?::uuid")
                .params(Timestamp.from(since), person)
                .update();
    }

    private Instant evaluatedAt(String person) {
        return core.jdbc()
                .sql("SELECT evaluated_at FROM lead WHERE person_id = ?::uuid")
                .param(person)
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .single();
    }

    private String bandOf(String person) {
        return core.jdbc()
                .sql("SELECT coalesce(band, '') FROM lead WHERE person_id = ?::uuid")
                .param(person)
                .query(String.class)
                .single();
    }
}
