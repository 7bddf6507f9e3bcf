package hotleads.core;

import static hotleads.core.SomeAppointments.appointment;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** "Why isn't … here?": who is found by what, and what is said of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchTest {
    private final Instant now = Clock.systemUTC().instant();
    private SomeCore core;

    @BeforeAll
    void someoneOfEachKind() {
        core = SomeCore.started();
        person(1, "Zoë", "Łukasz-O'Neil", "zoe@example.org", "(212) 555-0111", 2, true);
        person(2, "Bo", "Booked", "bo@example.org", null, 3, false);
        person(3, "Faded", "Lately", "faded@example.org", null, -40, true);
        person(4, "Never", "Cancels", "never@example.org", null, -400, false);
        person(5, "Zoltan", "Other", "zoltan@example.org", null, 2, true);
        core.awaitQuiet();
    }

    @AfterAll
    void stop() {
        core.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zoe@example.org",
                " ZOE@Example.ORG ",
                "212 555 0111",
                "+1 (212) 555-0111",
                "2125550111",
                "zoe",
                "Zoë",
                "ZOE lukasz",
                "luk",
                "neil zoe",
                "o'neil",
                "Łukasz-O’Neil",
                "zoë ŁUKASZ"
            })
    void findsOnePersonHoweverItIsTyped(String typed) {
        assertThat(names(typed)).containsExactly("Zoë Łukasz-O'Neil");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zo",
                "oe",
                "zoe booked",
                "zoe@example",
                "zo@example.org",
                "555-0111",
                "212 555 0112",
                "lukaszz",
                "!!!"
            })
    void findsNobodyByWhatIsNotTheirs(String typed) {
        assertThat(names(typed)).isEmpty();
    }

    @Test
    void findsAShortNameWholeAndSeveralByOneBeginning() {
        assertThat(names("bo")).containsExactly("Bo Booked");
        assertThat(names("zol")).containsExactly("Zoltan Other");
        assertThat(search("booked").get("more").asBoolean()).isFalse();
    }

    @Test
    void saysWhyTheyAreOrAreNotOnTheList() {
        assertThat(why("zoe").get("key").asString()).isEqualTo("listed");
        assertThat(why("zoe").get("values").get("band").asString()).isEqualTo("warm");
        assertThat(why("bo").get("key").asString()).isEqualTo("booked");
        assertThat(why("bo").get("values").get("startsAt").asString()).startsWith("20");
        assertThat(why("faded").get("key").asString()).isEqualTo("below-the-line");
        assertThat(why("faded").get("values").get("lineTenths").asInt()).isEqualTo(100);
        assertThat(hit("faded").get("lead").get("reasons").get(0).get("rule").asString())
                .isEqualTo("B1");
        assertThat(why("cancels").get("key").asString()).isEqualTo("no-reason");
    }

    @Test
    void saysWhoSnoozedThem() {
        JsonNode lead = hit("zoltan").get("lead");
        core.post(
                "/api/leads/" + lead.get("personId").asString() + "/snooze",
                core.tony(),
                Map.of("recordVersion", lead.get("recordVersion").asLong()));

        assertThat(why("zoltan").get("key").asString()).isEqualTo("snoozed");
        assertThat(why("zoltan").get("values").get("by").asString()).isEqualTo(SomeCore.TONY.toString());
    }

    @Test
    void refusesNothingAndTooMuch() {
        assertThat(search("  ").get("code").asString()).isEqualTo("search-empty");
        assertThat(search("x".repeat(201)).get("code").asString()).isEqualTo("search-too-long");
    }

    @Test
    void leavesAnEntryWithWhoWasFoundAndNotWhatWasTyped() {
        String zoe = hit("zoe").get("lead").get("personId").asString();

        assertThat(core.jdbc()
                        .sql("SELECT subject FROM audit_entry WHERE act = 'people.searched'")
                        .query(String.class)
                        .list())
                .contains(zoe);
        assertThat(core.jdbc()
                        .sql("SELECT audit_entry::text FROM audit_entry")
                        .query(String.class)
                        .list())
                .noneMatch(entry -> entry.contains("zoe"));
    }

    @Test
    void digestsAreMadeAnewToTheSameRows() {
        String all = "SELECT identity_id::text || kind || encode(digest, 'hex') FROM identity_digest ORDER BY 1";
        List<String> before =
                core.jdbc().sql(all).query((row, number) -> row.getString(1)).list();
        core.database.execute("DELETE FROM core.identity_digest; UPDATE core.identity SET indexed = false");

        SomeCore.await(() -> core.jdbc()
                        .sql("SELECT count(*) FROM identity WHERE NOT indexed")
                        .query(Long.class)
                        .single()
                == 0L);

        assertThat(core.jdbc().sql(all).query((row, number) -> row.getString(1)).list())
                .isEqualTo(before)
                .hasSizeGreaterThan(30);
    }

    private void person(
            long id, String first, String last, String email, @Nullable String phone, int days, boolean cancelled) {
        var booking = appointment(id).named(first, last).reachedBy(email, phone).at(now.plus(Duration.ofDays(days)));
        core.sync.acuity.put(id, (cancelled ? booking.cancelled() : booking).build());
        core.hook("changed", id);
    }

    private JsonNode search(String typed) {
        return core.json(core.post("/api/people/search", core.tony(), Map.of("text", typed)));
    }

    private List<String> names(String typed) {
        return search(typed)
                .get("hits")
                .valueStream()
                .map(hit -> hit.get("lead").get("name").asString())
                .toList();
    }

    private JsonNode hit(String typed) {
        return search(typed).get("hits").get(0);
    }

    private JsonNode why(String typed) {
        return hit(typed).get("why");
    }
}
