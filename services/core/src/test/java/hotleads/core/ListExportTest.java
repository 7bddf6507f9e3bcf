package hotleads.core;

import static hotleads.core.SomeAppointments.appointment;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** The list to take away: whole, harmless in a spreadsheet, no more of a name than was asked for, and recorded. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListExportTest {
    private SomeCore core;

    @BeforeAll
    void threeAreListed() {
        core = SomeCore.started();
        List<String> names = List.of("=HYPERLINK(1)", "Ann \"Quoted\"", "Plain");
        for (int number = 1; number <= names.size(); number++) {
            core.sync.acuity.put(
                    (long) number,
                    appointment(number)
                            .named(names.get(number - 1), "Listed" + number)
                            .reachedBy("listed" + number + "@example.org", null)
                            .at(Clock.systemUTC().instant().plus(Duration.ofDays(number)))
                            .cancelled()
                            .build());
            core.hook("canceled", number);
        }
        core.awaitQuiet();
        SomeCore.await(() -> core.leads().size() == 3);
    }

    @AfterAll
    void stop() {
        core.close();
    }

    @Test
    void isATableWithoutFormulasThatSaysItIsWhole() {
        HttpResponse<String> answer = core.get("/api/leads/export.csv", core.tony());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"leads.csv\"");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        List<String> lines = answer.body().lines().toList();
        assertThat(lines).hasSize(5);
        assertThat(lines.getFirst()).startsWith("\"Rank\",\"Name\"");
        assertThat(answer.body())
                .contains("\"'=HYPERLINK(1) Listed1\"", "\"Ann \"\"Quoted\"\" Listed2\"")
                .contains("Cancelled and not rebooked ")
                .doesNotContain("example.org");
        assertThat(lines.getLast()).startsWith("\"End of export\",\"3 rows\"");
    }

    @Test
    void isTheSameListAsJson() {
        JsonNode told = core.json(core.get("/api/leads/export", core.tony()));

        assertThat(told.get("whole").asBoolean()).isTrue();
        assertThat(told.get("by").asString()).isEqualTo(SomeCore.TONY.toString());
        assertThat(told.get("items").findValuesAsString("personId"))
                .isEqualTo(core.leads().stream()
                        .map(lead -> lead.get("personId").asString())
                        .toList());
    }

    @Test
    void holdsNoMoreOfANameThanWasAskedFor() {
        String initials =
                core.get("/api/leads/export.csv?privacy=initials", core.tony()).body();
        String hidden =
                core.get("/api/leads/export?privacy=hidden", core.tony()).body();

        assertThat(initials).contains("\"PL\"").doesNotContain("Listed", "Plain", "Quoted");
        assertThat(hidden).doesNotContain("Listed", "Plain", "Quoted", "\"PL\"");
        assertThat(core.get("/api/leads/export?privacy=none", core.tony()).statusCode())
                .isEqualTo(400);
    }

    @Test
    void isRecordedWithItsFilterRowsAndEveryoneInIt() {
        String nobody = UUID.randomUUID().toString();

        assertThat(core.get("/api/leads/export.csv?privacy=initials&owner=" + nobody, core.tony())
                        .body())
                .contains("\"0 rows\"");
        core.get("/api/leads/export.csv?band=warm&owner=none", core.tony());

        assertThat(subjects("list.export-made"))
                .contains("format=csv&privacy=initials&view=listed&owner=" + nobody + "&rows=0");
        assertThat(subjects("list.exported"))
                .anySatisfy(ids -> assertThat(ids.split(",")).hasSize(3));
    }

    @Test
    void isForAdministratorsWhoProvedLatelyWhoTheyAre() {
        for (String role : List.of("practitioner", "client")) {
            String token = core.user(UUID.randomUUID(), role);
            assertThat(core.get("/api/leads/export", token).statusCode()).isEqualTo(403);
            assertThat(core.get("/api/leads/export.csv", token).statusCode()).isEqualTo(403);
        }
    }

    private List<String> subjects(String act) {
        return core.jdbc()
                .sql("SELECT subject FROM audit_entry WHERE act = ?")
                .param(act)
                .query((row, number) -> row.getString(1))
                .list();
    }
}
