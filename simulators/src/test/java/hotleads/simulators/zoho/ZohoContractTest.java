package hotleads.simulators.zoho;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.simulators.SomeSimulators;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The facts of Zoho's documents and recordings, over real HTTP. */
class ZohoContractTest {

    private SomeSimulators some;
    private SomeZoho zoho;

    @BeforeEach
    void start() throws IOException {
        some = new SomeSimulators(null);
        zoho = new SomeZoho(some);
    }

    @AfterEach
    void stop() {
        some.close();
    }

    @Test
    void refusesARefreshTokenWithA200() {
        JsonNode refused = SomeSimulators.json(zoho.token(SomeZoho.form("another")), 200);

        assertThat(refused.get("error").asString()).isEqualTo("invalid_code");
        assertThat(refused.has("access_token")).isFalse();
        assertThat(zoho.token(SomeZoho.form("demo-refresh").replace("demo-client", "x"))
                        .body())
                .contains("invalid_client");
        assertThat(zoho.token(SomeZoho.form("demo-refresh").replace("demo-secret", "x"))
                        .body())
                .contains("invalid_client_secret");
    }

    @Test
    void givesTenTokensInTenMinutesAndLocksWhoeverKnocksOn() {
        for (int nth = 0; nth < 10; nth++) {
            JsonNode given = SomeSimulators.json(zoho.token(SomeZoho.form("demo-refresh")), 200);
            assertThat(given.get("expires_in").asInt()).isEqualTo(3600);
            assertThat(given.get("api_domain").asString()).endsWith("/zoho");
        }
        assertThat(zoho.token(SomeZoho.form("demo-refresh")).statusCode()).isEqualTo(400);
        some.time.advance(Duration.ofMinutes(9));
        HttpResponse<String> knocked = zoho.token(SomeZoho.form("demo-refresh"));
        assertThat(knocked.body()).contains("Access Denied");
        some.time.advance(Duration.ofMinutes(9));
        assertThat(zoho.token(SomeZoho.form("demo-refresh")).statusCode()).isEqualTo(400);
        some.time.advance(Duration.ofMinutes(11));
        assertThat(zoho.token(SomeZoho.form("demo-refresh")).body()).contains("access_token");
    }

    @Test
    void takesTheTokenOnlyUnderItsOwnWord() {
        assertThat(some.get("/zoho/crm/v8/org").statusCode()).isEqualTo(401);
        assertThat(some.send(some.request("/zoho/crm/v8/org").header("Authorization", "Bearer x"))
                        .body())
                .contains("INVALID_TOKEN");
        assertThat(zoho.get("/v8/org").headers().firstValue("X-ACCESSTOKEN-RESET"))
                .isPresent();
    }

    @Test
    void aListNeedsFieldsUnlessItIsAnOldOne() {
        JsonNode refused = SomeSimulators.json(zoho.get("/v8/Leads"), 400);

        assertThat(refused.get("code").asString()).isEqualTo("REQUIRED_PARAM_MISSING");
        assertThat(refused.get("status").asString()).isEqualTo("error");
        assertThat(zoho.read("/v2/leads").get("data")).isNotEmpty();
    }

    @Test
    void writesNullsIdsAsTextAndTimesWithAnOffset() {
        String id = zoho.enquiry("{\"Last_Name\":\"Alone\"}");
        JsonNode lead =
                zoho.read("/v8/Leads/" + id + "?" + SomeZoho.FIELDS).get("data").get(0);

        assertThat(lead.get("id").isString()).isTrue();
        assertThat(lead.get("id").asString()).hasSize(19);
        assertThat(lead.get("Email").isNull()).isTrue();
        assertThat(lead.get("Modified_Time").asString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d-05:00");
        assertThat(lead.has("Description")).isFalse();
    }

    @Test
    void nothingThereIs204AndNothingChangedIs304() {
        assertThat(zoho.get("/v8/Leads/12?" + SomeZoho.FIELDS).statusCode()).isEqualTo(204);
        assertThat(zoho.get("/v8/Contacts/deleted").statusCode()).isEqualTo(204);
        HttpResponse<String> unchanged =
                zoho.get("/v8/Leads?" + SomeZoho.FIELDS, Map.of("If-Modified-Since", "2027-11-22T08:00:00-05:00"));
        assertThat(unchanged.statusCode()).isEqualTo(304);
        assertThat(unchanged.body()).isEmpty();
    }

    @Test
    void pagesByTokenInTheOrderOfChangesAndEndsPagesByNumberAtTwoThousand() {
        List<String> seen = new ArrayList<>();
        String path = "/v8/Leads?per_page=7&sort_by=Modified_Time&sort_order=asc&converted=both&" + SomeZoho.FIELDS;
        JsonNode page = zoho.read(path);
        while (true) {
            page.get("data")
                    .forEach(lead -> seen.add(lead.get("Modified_Time").asString()
                            + lead.get("id").asString()));
            JsonNode next = page.get("info").get("next_page_token");
            if (next.isNull()) {
                break;
            }
            page = zoho.read(path + "&page_token=" + next.asString());
        }

        assertThat(seen).hasSizeGreaterThan(40).isSorted().doesNotHaveDuplicates();
        assertThat(SomeSimulators.json(zoho.get(path + "&page=2000"), 400)
                        .get("code")
                        .asString())
                .isEqualTo("DISCRETE_PAGINATION_LIMIT_EXCEEDED");
        assertThat(SomeSimulators.json(zoho.get(path + "&page_token=none"), 400)
                        .get("code")
                        .asString())
                .isEqualTo("EXPIRED_VALUE");
    }

    @Test
    void aConvertedLeadLeavesTheListAndIsFoundOnlyWhenAskedFor() {
        String id = zoho.enquiry("{\"Last_Name\":\"Turner\",\"Email\":\"turner@example.org\"}");
        zoho.control("POST", "/leads/" + id + "/convert", "{}");

        assertThat(ids("/v8/Leads?per_page=200&" + SomeZoho.FIELDS)).doesNotContain(id);
        assertThat(ids("/v8/Leads?per_page=200&converted=true&" + SomeZoho.FIELDS))
                .contains(id);
        JsonNode lead = zoho.read("/v8/Leads/" + id + "?fields=Converted__s,Converted_Contact")
                .get("data")
                .get(0);
        assertThat(lead.get("Converted__s").asBoolean()).isTrue();
        assertThat(ids("/v8/Contacts?" + SomeZoho.FIELDS))
                .contains(lead.get("Converted_Contact").get("id").asString());
    }

    @Test
    void deletedAndMergedOnesAreTold() {
        String id = zoho.enquiry("{\"Last_Name\":\"Gone\"}");
        zoho.control("DELETE", "/records/" + id, null);

        JsonNode deleted = zoho.read("/v8/Leads/deleted?type=all").get("data");
        assertThat(deleted).anyMatch(one -> one.get("id").asString().equals(id));
        assertThat(deleted).anyMatch(one -> one.get("type").asString().equals("permanent"));
    }

    @Test
    void theTimelineTellsFromToAndByWhom() {
        String id = zoho.enquiry("{\"Last_Name\":\"Moved\"}");
        zoho.control("POST", "/leads/" + id + "/stage", "{\"status\":\"Contacted\"}");

        JsonNode line =
                zoho.read("/v8/Leads/" + id + "/__timeline").get("__timeline").get(0);
        assertThat(line.get("done_by").get("name").asString()).isEqualTo("Rob");
        assertThat(line.get("field_history").get(0).get("_value").get("old").asString())
                .isEqualTo("Not Contacted");
        assertThat(line.get("field_history").get(0).get("_value").get("new").asString())
                .isEqualTo("Contacted");
    }

    @Test
    void writesAreAnsweredRowByRow() {
        String lead = zoho.enquiry("{\"Last_Name\":\"Noted\"}");
        HttpResponse<String> mixed = zoho.post(
                "/v8/Notes",
                "{\"data\":[{\"Note_Title\":\"Called\",\"Note_Content\":\"HL-1\",\"Parent_Id\":{\"id\":\"" + lead
                        + "\"}},{\"Note_Content\":\"lost\",\"Parent_Id\":{\"id\":\"1\"}}],\"trigger\":[]}");

        JsonNode rows = SomeSimulators.json(mixed, 207).get("data");
        assertThat(rows.get(0).get("status").asString()).isEqualTo("success");
        assertThat(rows.get(1).get("code").asString()).isEqualTo("INVALID_DATA");
        assertThat(zoho.read("/v8/Leads/" + lead + "/Notes?fields=Note_Title,Note_Content,Created_Time")
                        .get("data"))
                .hasSize(1);
        assertThat(zoho.control("GET", "", null).get("workflowsFired").asInt()).isZero();
    }

    @Test
    void leavingOutTriggerSetsThePracticesWorkflowsGoing() {
        zoho.post("/v8/Leads", "{\"data\":[{\"Last_Name\":\"Mailed\"}]}");

        assertThat(zoho.control("GET", "", null).get("workflowsFired").asInt()).isEqualTo(1);
    }

    @Test
    void aTaskOfALeadIsWhatAndOneOfAContactIsWho() {
        String lead = zoho.enquiry("{\"Last_Name\":\"Task\"}");
        zoho.post(
                "/v8/Tasks",
                "{\"data\":[{\"Subject\":\"Call back\",\"What_Id\":{\"id\":\"" + lead
                        + "\"},\"$se_module\":\"Leads\",\"Due_Date\":\"2026-11-25\"}],\"trigger\":[]}");
        String fields = "fields=What_Id,Who_Id,Due_Date,Closed_Time";

        JsonNode task = taskAbout(zoho.read("/v8/Tasks?" + fields), lead, "What_Id");
        assertThat(task.get("$se_module").asString()).isEqualTo("Leads");
        assertThat(task.get("Due_Date").asString()).isEqualTo("2026-11-25");

        zoho.control("POST", "/leads/" + lead + "/convert", "{}");
        assertThat(zoho.read("/v8/Tasks?" + fields).get("data"))
                .anyMatch(one ->
                        one.get("Who_Id").isObject() && one.get("What_Id").isNull());
    }

    @Test
    void theIndexOfSearchLagsAndTheListDoesNot() {
        zoho.enquiry("{\"Last_Name\":\"Freshly\"}");

        assertThat(zoho.get("/v8/Leads/search?word=Freshly").statusCode()).isEqualTo(204);
    }

    @Test
    void missingScopesAndPermissionsAreToldApart() {
        zoho.fault("scope-missing-notes", true);
        assertThat(zoho.get("/v8/Leads/1/Notes?fields=id").body()).contains("OAUTH_SCOPE_MISMATCH");
        zoho.fault("no-permission", true);
        assertThat(zoho.get("/v8/Leads?" + SomeZoho.FIELDS).statusCode()).isEqualTo(403);
        zoho.control("POST", "/withdraw", "{}");
        assertThat(zoho.get("/v8/Leads?" + SomeZoho.FIELDS).body()).contains("INVALID_TOKEN");
    }

    @Test
    void anAnswerLostAfterwardsHasBeenCarriedOut() {
        zoho.get("/v8/org");
        zoho.fault("answer-lost", true);
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> zoho.post("/v8/Leads", "{\"data\":[{\"Last_Name\":\"Arrived\"}],\"trigger\":[]}"))
                .isInstanceOf(AssertionError.class);
        zoho.fault("answer-lost", false);

        assertThat(zoho.control("GET", "/records?module=Leads", null))
                .anyMatch(
                        one -> one.get("fields").path("Last_Name").asString("").equals("Arrived"));
    }

    @Test
    void enquiriesComeAsThePracticesTimePassesThem() {
        int before = zoho.control("GET", "", null).get("Leads").asInt();
        some.control("POST", "/clock", "{\"by\":\"P2D\"}");

        assertThat(zoho.control("GET", "", null).get("Leads").asInt()).isEqualTo(before + 2);
    }

    private List<String> ids(String path) {
        return zoho.read(path)
                .get("data")
                .valueStream()
                .map(one -> one.get("id").asString())
                .toList();
    }

    private static JsonNode taskAbout(JsonNode tasks, String id, String field) {
        return tasks.get("data")
                .valueStream()
                .filter(one -> one.get(field).path("id").asString("").equals(id))
                .findFirst()
                .orElseThrow();
    }
}
