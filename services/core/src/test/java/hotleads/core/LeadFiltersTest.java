package hotleads.core;

import static hotleads.core.SomeAppointments.appointment;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Parts of the list, page by page, and its numbers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeadFiltersTest {
    private static final int PEOPLE = 12;

    private final Instant now = Clock.systemUTC().instant();
    private final Map<Long, String> people = new HashMap<>();
    private SomeCore core;

    @BeforeAll
    void twelvePeople() {
        core = SomeCore.started();
        core.auth.roles.put(SomeCore.ROB, "admin");
        for (long id = 1; id <= PEOPLE; id++) {
            core.sync.acuity.put(
                    id,
                    appointment(id)
                            .named("Person", "Number" + id)
                            .reachedBy("p" + id + "@example.org", null)
                            // The first three within a day, so with B2 and hotter than the others.
                            .at(now.plus(id <= 3 ? Duration.ofHours(id) : Duration.ofDays(id)))
                            .in(id % 2 == 0 ? 20 : 21)
                            .cancelled()
                            .build());
            core.hook("canceled", id);
        }
        core.awaitQuiet();
        core.jdbc().sql("SELECT id, person_id::text FROM booking").query(row -> {
            people.put(row.getLong(1), row.getString(2));
        });
        act(1, "owner", Map.of("owner", SomeCore.ROB));
        act(2, "owner", Map.of("owner", SomeCore.ROB));
        act(4, "snooze", Map.of("until", now.plus(Duration.ofDays(2)).toString()));
        act(5, "snooze", Map.of());
        act(6, "snooze", Map.of("until", now.plus(Duration.ofDays(1)).toString()));
        act(7, "outcomes", Map.of("kind", "left-message"));
        act(8, "outcomes", Map.of("kind", "not-interested"));
        Instant two = now.plus(Duration.ofHours(3));
        act(9, "outcomes", Map.of("kind", "call-back", "callBackAt", two.toString()));
        act(10, "outcomes", Map.of("kind", "call-back", "callBackAt", two.toString()));
        act(
                11,
                "outcomes",
                Map.of(
                        "kind",
                        "call-back",
                        "callBackAt",
                        two.plus(Duration.ofHours(1)).toString()));
    }

    @AfterAll
    void stop() {
        core.close();
    }

    @Test
    void anOwnersPeopleAndNobodys() {
        assertThat(ids("owner=" + SomeCore.ROB)).containsExactlyInAnyOrder(1L, 2L);
        assertThat(ids("owner=none")).contains(3L, 12L).doesNotContain(1L, 2L);
    }

    @Test
    void aPractitionersPeople() {
        assertThat(ids("calendar=20")).contains(2L, 12L).doesNotContain(1L, 3L);
        assertThat(ids("calendar=21&owner=" + SomeCore.ROB)).containsExactly(1L);
    }

    @Test
    void thoseWithAReason() {
        assertThat(ids("reason=B1")).contains(1L, 2L, 3L, 12L);
        assertThat(ids("reason=R1")).isEmpty();
        assertThat(ids("view=done-today&reason=N1")).contains(7L);
    }

    @Test
    void aBand() {
        List<Long> bands = new ArrayList<>();
        for (String band : List.of("hot", "warm", "watch")) {
            for (JsonNode lead : items("band=" + band)) {
                assertThat(lead.get("band").asString()).isEqualTo(band);
                bands.add(lead.get("scoreTenths").asLong());
            }
        }
        assertThat(bands).hasSameSizeAs(ids("")).isSortedAccordingTo((one, other) -> Long.compare(other, one));
    }

    @Test
    void theSnoozedTheSoonestToWakeFirst() {
        assertThat(ids("view=snoozed")).containsExactly(6L, 4L, 5L);
        JsonNode first = items("view=snoozed").getFirst();
        assertThat(first.has("rank")).isFalse();
        assertThat(first.get("placement").get("causes").get(0).get("key").asString())
                .isEqualTo("snoozed");
    }

    @Test
    void thoseDoneTodayTheLatestFirst() {
        assertThat(ids("view=done-today")).containsExactly(11L, 10L, 9L, 8L, 7L);
    }

    @Test
    void thoseToBeCalledInTheOrderOfTheirTimes() {
        assertThat(ids("view=call-backs")).hasSize(3).endsWith(11L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "view=snoozed", "view=done-today", "view=call-backs", "reason=B1", "owner=none"})
    void readPageByPageIsTheSameAsReadAtOnce(String filter) {
        List<Long> paged = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = page("limit=1&" + filter + after);
            page.get("items").forEach(lead -> paged.add(idOf(lead)));
            after = page.has("next") ? "&after=" + page.get("next").asString() : "";
        } while (!after.isEmpty());

        assertThat(paged).isEqualTo(ids(filter)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"view=all", "owner=rob", "band=cold", "reason=b1", "reason='", "calendar=x"})
    void whatIsNoFilterIsRefused(String filter) {
        HttpResponse<String> refused = core.get("/api/leads?" + filter, core.tony());

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(core.json(refused).get("code").asString()).isEqualTo("bad-filter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=x", "owner=none&=", "owner=%C3", "%C3=1"})
    void parametersThatAreNoneAreRefused(String query) {
        HttpResponse<String> refused = core.get("/api/leads?" + query, core.tony());

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(core.json(refused).get("code").asString()).isEqualTo("bad-request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "0_9223372036854775807_00000000-0000-4000-8000-000000000000_1",
                "0_-9223372036854775808_00000000-0000-4000-8000-000000000000_1",
                "0_never_00000000-0000-4000-8000-000000000000_0"
            })
    void aCursorThatNoPageGaveIsRefused(String cursor) {
        HttpResponse<String> refused = core.get("/api/leads?view=snoozed&after=" + cursor, core.tony());

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(core.json(refused).get("code").asString()).isEqualTo("bad-cursor");
    }

    @Test
    void theSummaryCountsAndNamesTheNextCalls() {
        JsonNode summary = core.json(core.get("/api/leads/summary", core.tony()));

        JsonNode counts = summary.get("counts");
        assertThat(counts.get("hot").asInt()
                        + counts.get("warm").asInt()
                        + counts.get("watch").asInt())
                .isEqualTo(ids("").size());
        assertThat(counts.get("snoozed").asInt()).isEqualTo(3);
        assertThat(counts.get("doneToday").asInt()).isEqualTo(5);
        assertThat(summary.get("nextCallBacks").get("count").asInt()).isEqualTo(2);
        assertThat(summary.get("practitioners").size()).isEqualTo(2);
        assertThat(summary.get("zone").asString()).isEqualTo("America/New_York");
        assertThat(summary.get("freshness").get(0).get("source").asString()).isEqualTo("acuity");
        assertThat(core.json(core.get("/api/leads/summary?owner=" + SomeCore.ROB, core.tony()))
                        .has("nextCallBacks"))
                .isFalse();
    }

    @Test
    void aBodyThatIsTheWordNullIsRefusedAsNone() {
        HttpResponse<String> refused =
                core.send("POST", "/api/leads/" + people.get(12L) + "/practitioner", core.tony(), "null");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(core.json(refused).get("code").asString()).isEqualTo("bad-request");
    }

    @Test
    void aRowNamesItsOwnerAndCalendar() {
        JsonNode lead = items("owner=" + SomeCore.ROB + "&calendar=20").getFirst();

        assertThat(lead.get("owner").asString()).isEqualTo(SomeCore.ROB.toString());
        assertThat(lead.get("calendarId").asLong()).isEqualTo(20);
    }

    private void act(long id, String what, Map<String, Object> body) {
        String path = "/api/leads/" + people.get(id);
        Map<String, Object> seen = new HashMap<>(body);
        seen.put(
                "recordVersion",
                core.json(core.get(path, core.tony()))
                        .get("lead")
                        .get("recordVersion")
                        .asLong());
        assertThat(core.post(path + "/" + what, core.tony(), seen).statusCode()).isEqualTo(201);
    }

    private JsonNode page(String query) {
        return core.json(core.get("/api/leads?" + query, core.tony()));
    }

    private List<JsonNode> items(String query) {
        return page(query).get("items").valueStream().toList();
    }

    private List<Long> ids(String query) {
        return items(query).stream().map(this::idOf).toList();
    }

    private long idOf(JsonNode lead) {
        return people.entrySet().stream()
                .filter(person -> person.getValue().equals(lead.get("personId").asString()))
                .findFirst()
                .orElseThrow()
                .getKey();
    }
}
