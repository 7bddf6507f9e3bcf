package hotleads.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Who has viewed a person, told from the trail. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ViewingsTest {
    private final Instant now = Clock.systemUTC().instant();
    private SomeCore core;

    @BeforeAll
    void twoPeople() {
        core = SomeCore.started();
        for (long id = 1; id <= 6; id++) {
            core.sync.acuity.put(
                    id,
                    SomeAppointments.appointment(id)
                            .named("Seen", "Person" + id)
                            .reachedBy("seen" + id + "@example.org", null)
                            .at(now.plus(Duration.ofDays(3)))
                            .cancelled()
                            .build());
            core.hook("canceled", id);
        }
        core.awaitQuiet();
    }

    @AfterAll
    void stop() {
        core.close();
    }

    @Test
    void areOneRowForADayAnAccountAndAPartEachWithItsName() {
        String person = person(1);
        core.get("/api/leads/" + person, core.tony());
        core.get("/api/leads/" + person, core.user(SomeCore.ROB, "admin"));
        core.get("/api/leads/" + person, core.tony());
        core.get("/api/leads", core.tony());

        List<JsonNode> rows = rowsOf(person);

        assertThat(rows)
                .extracting(ViewingsTest::words)
                .contains("Tony admin record 2", "Tony admin list 1", "null admin record 1", "Tony admin views 1");
        JsonNode twice = rows.stream()
                .filter(row -> words(row).equals("Tony admin record 2"))
                .findFirst()
                .orElseThrow();
        assertThat(Instant.parse(twice.get("firstAt").asString()))
                .isBefore(Instant.parse(twice.get("lastAt").asString()));
    }

    @Test
    void areNoneBeforeSomebodyLookedAndNothingOfAnother() {
        String person = person(2);

        assertThat(besideTheList(person)).containsExactly("Tony admin views 1");

        core.get("/api/leads/" + person(3), core.tony());

        assertThat(besideTheList(person)).containsExactly("Tony admin views 2");
    }

    @Test
    void comeInPagesOfWholeDaysHoweverLongAgoTheyWere() {
        String person = person(4);
        plant(person, Duration.ofDays(1), 3);
        plant(person, Duration.ofDays(30), 2);
        plant(person, Duration.ofDays(900), 1);

        List<String> seen = new ArrayList<>();
        String next = "";
        int pages = 0;
        do {
            JsonNode page = core.json(core.get("/api/people/" + person + "/views?limit=4" + next, core.tony()));
            page.get("items").forEach(row -> {
                if (row.get("part").asString().equals("record")) {
                    seen.add(words(row));
                }
            });
            next = page.has("next") ? "&after=" + page.get("next").asString() : null;
            pages++;
        } while (next != null);

        assertThat(seen).containsExactly("Tony admin record 3", "Tony admin record 2", "Tony admin record 1");
        assertThat(pages).isBetween(2, 4);
    }

    @Test
    void areForAdministratorsOfPeopleWeHave() {
        String path = "/api/people/" + person(6) + "/views";

        assertThat(core.get(path, core.user(UUID.randomUUID(), "client")).statusCode())
                .isEqualTo(403);
        assertThat(core.get(path, core.user(UUID.randomUUID(), "practitioner")).statusCode())
                .isEqualTo(403);
        HttpResponse<String> nobody = core.get("/api/people/" + UUID.randomUUID() + "/views", core.tony());
        assertThat(nobody.statusCode()).isEqualTo(404);
        assertThat(besideTheList(person(6))).containsExactly("Tony admin views 1");
    }

    /** Everybody is seen on the list whenever some test looks at it. */
    private List<String> besideTheList(String person) {
        return rowsOf(person).stream()
                .map(ViewingsTest::words)
                .filter(words -> !words.contains(" list "))
                .toList();
    }

    private List<JsonNode> rowsOf(String person) {
        List<JsonNode> rows = new ArrayList<>();
        HttpResponse<String> answer = core.get("/api/people/" + person + "/views", core.tony());
        assertThat(answer.statusCode()).isEqualTo(200);
        core.json(answer).get("items").forEach(rows::add);
        return rows;
    }

    private static String words(JsonNode row) {
        return String.join(
                " ",
                row.path("name").asString("null"),
                row.get("role").asString(),
                row.get("part").asString(),
                row.get("times").asString());
    }

    private String person(long booking) {
        return core.jdbc()
                .sql("SELECT person_id::text FROM booking WHERE id = ?")
                .param(booking)
                .query(String.class)
                .single();
    }

    /** Entries of long ago, with ids of their time as the program gives them. */
    private void plant(String person, Duration ago, int entries) {
        Instant then = now.minus(ago);
        for (int number = 0; number < entries; number++) {
            core.database.execute("""
                    INSERT INTO core.audit_entry (id, at, actor_kind, actor, role, act, subject_kind, subject, outcome, count)
                    VALUES ('%s', '%s', 'person', '%s', 'admin', 'person.viewed', 'person', '%s', 'done', 1)
                    """.formatted(
                            new UUID((then.toEpochMilli() + number) << 16 | 0x7000, 1L << 63),
                            then.plusMillis(number),
                            SomeCore.TONY,
                            person));
        }
    }
}
