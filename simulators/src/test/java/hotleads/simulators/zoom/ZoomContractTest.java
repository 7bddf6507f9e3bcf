package hotleads.simulators.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.simulators.Receiver.Received;
import hotleads.simulators.SomeSimulators;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Zoom's documents say of its answers, asked over HTTP as any client would. */
class ZoomContractTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String REPORT =
            "/report/users/wren@example.org/meetings?from=2026-11-01&to=2026-11-23&page_size=300";

    private final SomeSimulators simulators = SomeSimulators.withZoomHooks();

    ZoomContractTest() throws IOException {}

    @AfterEach
    void stop() {
        simulators.close();
    }

    @Test
    void aTokenIsGivenForTheAccountsCredentialsAlone() {
        assertThat(token("demo-client", "demo-secret", "account_credentials", "demo-account"))
                .satisfies(answer -> {
                    assertThat(answer.statusCode()).isEqualTo(200);
                    assertThat(json(answer).path("expires_in").asInt()).isEqualTo(3599);
                    assertThat(json(answer).path("scope").asString())
                            .contains("report:read:list_meeting_participants:admin");
                    assertThat(json(answer).path("api_url").asString()).startsWith("https://");
                });
        assertThat(json(token("demo-client", "wrong", "account_credentials", "demo-account"))
                        .path("error")
                        .asString())
                .isEqualTo("invalid_client");
        assertThat(json(token("demo-client", "demo-secret", "client_credentials", "demo-account"))
                        .path("error")
                        .asString())
                .isEqualTo("unsupported_grant_type");
        assertThat(json(token("demo-client", "demo-secret", "account_credentials", "another"))
                        .path("error")
                        .asString())
                .isEqualTo("invalid_request");
    }

    @Test
    void withoutATokenNothingIsShown() {
        HttpResponse<String> answer = simulators.get("/zoom/v2/users");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(json(answer).path("code").asInt()).isEqualTo(124);
    }

    @Test
    void aMeetingIsReportedWithTwoPeopleAndApartWithOne() {
        List<JsonNode> past = rows(get(REPORT + "&type=past"), "meetings");
        List<JsonNode> alone = rows(get(REPORT + "&type=pastOne"), "meetings");

        assertThat(past)
                .isNotEmpty()
                .allMatch(row -> row.path("participants_count").asInt() >= 2);
        assertThat(alone).allMatch(row -> row.path("participants_count").asInt() == 1);
        assertThat(past).allMatch(row -> row.path("start_time").asString().endsWith("Z"));
        // Zone-less, as Zoom's are.
        assertThat(past)
                .allMatch(row -> row.path("join_time").asString().matches("\\d\\d/\\d\\d/\\d{4} \\d\\d:\\d\\d"));
    }

    @Test
    void nobodyIsToldOfWhoeverWasAlone() {
        JsonNode alone = allAlone().getFirst();

        HttpResponse<String> answer = get("/report/meetings/" + twice(alone) + "/participants");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(rows(answer, "participants")).isEmpty();
        assertThat(json(get("/past_meetings/" + twice(alone)))
                        .path("participants_count")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void aNameThatBeginsWithASlashMustBeEncodedTwice() {
        JsonNode slashed = everyone().stream()
                .filter(row -> row.path("uuid").asString().startsWith("/"))
                .findFirst()
                .orElseThrow();

        assertThat(get("/past_meetings/" + once(slashed)).statusCode()).isEqualTo(404);
        assertThat(get("/past_meetings/" + twice(slashed)).statusCode()).isEqualTo(200);
    }

    @Test
    void pagesBringEveryRowOnce() {
        switchOn("pages-of-two");
        var seen = new ArrayList<String>();
        String next = "";
        do {
            JsonNode page = json(get(REPORT + "&type=past&next_page_token=" + next));
            page.path("meetings").forEach(row -> seen.add(row.path("uuid").asString()));
            next = page.path("next_page_token").asString();
        } while (!next.isEmpty());

        assertThat(seen).hasSizeGreaterThan(2).doesNotHaveDuplicates();
    }

    @Test
    void aPageTokenIsGoodForAQuarterOfAnHour() {
        switchOn("pages-of-two");
        String next = json(get(REPORT + "&type=past")).path("next_page_token").asString();
        simulators.time.advance(Duration.ofMinutes(16));

        HttpResponse<String> answer = get(REPORT + "&type=past&next_page_token=" + next);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("code").asInt()).isEqualTo(300);
    }

    @Test
    void theEleventhHeavyReadOfASecondIsTurnedAway() {
        String token = freshToken();
        HttpResponse<String> last = getWith(token, REPORT);
        for (int i = 0; i < 10; i++) {
            last = getWith(token, REPORT);
        }

        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.headers().firstValue("X-RateLimit-Category")).contains("Heavy");
        assertThat(last.headers().firstValue("Retry-After")).isEmpty();
    }

    @Test
    void theDaysLimitIsSaidAsADateTime() {
        switchOn("too-many-iso");

        assertThat(get(REPORT).headers().firstValue("Retry-After")).contains("2026-11-24T00:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "scope-missing,400,4711",
        "paid-only,400,200",
        "not-found,404,3001",
        "conflict,409,409",
        "forbidden,403,403",
        "server-error,500,500",
        "tokens-revoked,401,124"
    })
    void whatGoesWrongIsSaidInZoomsWay(String fault, int status, int code) {
        String token = freshToken();
        switchOn(fault);

        HttpResponse<String> answer = getWith(token, REPORT);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(json(answer).path("code").asInt()).isEqualTo(code);
    }

    @Test
    void whatIsNotOverIsNotFoundYetAndThenIs() {
        Instant nine = SomeSimulators.MONDAY_NINE;
        simulators.time.advance(Duration.ofMinutes(30));
        List<JsonNode> before = rows(get(REPORT + "&type=past"), "meetings");
        simulators.time.advance(Duration.ofHours(9));

        List<JsonNode> after = rows(get(REPORT + "&type=past"), "meetings");

        assertThat(after.size()).isGreaterThan(before.size());
        assertThat(before)
                .allMatch(row ->
                        Instant.parse(row.path("end_time").asString()).isBefore(nine.plus(Duration.ofMinutes(30))));
    }

    @Test
    void aBookingCanBeLivedAnotherWay() {
        JsonNode session = simulators
                .control("GET", "/zoom/sessions", null)
                .valueStream()
                .filter(one -> Instant.parse(one.path("endsAt").asString())
                        .isBefore(SomeSimulators.MONDAY_NINE.minusSeconds(3_600)))
                .findFirst()
                .orElseThrow();
        simulators.control("PUT", "/zoom/sessions/" + session.path("bookingId").asLong(), "{\"story\":\"unnamed\"}");

        Instant starts = Instant.parse(session.path("startsAt").asString());
        JsonNode run = everyone().stream()
                .filter(row -> Duration.between(
                                        starts,
                                        Instant.parse(row.path("start_time").asString()))
                                .abs()
                                .toMinutes()
                        < 10)
                .filter(row -> rows(get("/report/meetings/" + twice(row) + "/participants"), "participants").stream()
                        .anyMatch(one -> one.path("name").asString().isEmpty()))
                .findFirst()
                .orElseThrow();

        assertThat(rows(get("/report/meetings/" + twice(run) + "/participants"), "participants"))
                .anyMatch(row -> row.path("name").asString().isEmpty()
                        && row.path("status").asString().equals("in_meeting"));
    }

    @Test
    void hooksAreSignedOverVersionTimeAndBody() {
        simulators.control("POST", "/clock", "{\"by\":\"PT10H\"}");
        simulators.time.advance(Duration.ofSeconds(1));

        List<Received> hooks = simulators.receiver.received().stream()
                .filter(one -> one.body().startsWith("{"))
                .toList();

        assertThat(hooks)
                .isNotEmpty()
                .allMatch(one -> one.zoomSignature()
                        .equals(ZoomSignature.of("demo-zoom-secret", Long.parseLong(one.zoomTimestamp()), one.body())));
        var told = new HashSet<String>();
        hooks.forEach(one -> told.add(JSON.readTree(one.body()).path("event").asString()));
        assertThat(told)
                .contains("meeting.started", "meeting.participant_joined", "meeting.participant_left", "meeting.ended");
    }

    @Test
    void theSheetsVectorsHold() {
        assertThat(
                        ZoomSignature.of(
                                "4fv1RkqGQUq5sWbEz6hA5A",
                                1720705455,
                                "{\"payload\":{\"plainToken\":\"xys8n8PGS7mAU0m5-YJjRA\"},\"event_ts\":1720705455858,\"event\":\"endpoint.url_validation\"}"))
                .isEqualTo("v0=93a1a675965ceb9c5a50c5dfb31f20e50f763be37a54ef74cd2d16a1a8e5c0d6");
    }

    private List<JsonNode> everyone() {
        var all = new ArrayList<JsonNode>();
        for (String host : List.of("wren", "otis", "pilar", "jonas")) {
            for (String month : List.of("from=2026-09-23&to=2026-10-23", "from=2026-10-24&to=2026-11-23")) {
                all.addAll(rows(
                        get("/report/users/" + host + "@example.org/meetings?type=past&page_size=300&" + month),
                        "meetings"));
            }
        }
        return all;
    }

    private List<JsonNode> allAlone() {
        var all = new ArrayList<JsonNode>();
        for (String host : List.of("wren", "otis", "pilar", "jonas")) {
            all.addAll(rows(
                    get("/report/users/" + host
                            + "@example.org/meetings?type=pastOne&page_size=300&from=2026-10-24&to=2026-11-23"),
                    "meetings"));
        }
        return all;
    }

    private static String once(JsonNode run) {
        return URLEncoder.encode(run.path("uuid").asString(), StandardCharsets.UTF_8);
    }

    private static String twice(JsonNode run) {
        return URLEncoder.encode(once(run), StandardCharsets.UTF_8);
    }

    private void switchOn(String fault) {
        simulators.control("PUT", "/zoom/faults", "{\"faults\":{\"" + fault + "\":true}}");
    }

    private HttpResponse<String> get(String path) {
        return getWith(freshToken(), path);
    }

    private HttpResponse<String> getWith(String token, String path) {
        return simulators.send(simulators.request("/zoom/v2" + path).header("Authorization", "Bearer " + token));
    }

    private String freshToken() {
        simulators.time.advance(Duration.ofMillis(200));
        return json(token("demo-client", "demo-secret", "account_credentials", "demo-account"))
                .path("access_token")
                .asString();
    }

    private HttpResponse<String> token(String client, String secret, String grant, String account) {
        String pair = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return simulators.send(simulators
                .request("/zoom/oauth/token")
                .header("Authorization", "Basic " + pair)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=" + grant + "&account_id=" + account)));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    private static List<JsonNode> rows(HttpResponse<String> answer, String name) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer).path(name).valueStream().toList();
    }
}
