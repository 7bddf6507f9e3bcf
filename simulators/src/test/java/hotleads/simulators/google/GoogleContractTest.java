package hotleads.simulators.google;

import static hotleads.simulators.SomeSimulators.json;
import static hotleads.simulators.google.SomeGoogle.READER;
import static hotleads.simulators.google.SomeGoogle.WREN;
import static hotleads.simulators.google.SomeGoogle.WRITER;
import static hotleads.simulators.google.SomeGoogle.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import hotleads.simulators.SomeSimulators;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The sheet's checklist, point by point, over HTTP. */
class GoogleContractTest {

    private static final String EVENTS = "/calendars/wren%40example.org/events";
    private static final String WINDOW = "?singleEvents=true&showDeleted=true&timeMin="
            + encoded("2026-10-24T00:00:00Z") + "&timeMax=" + encoded("2027-05-22T00:00:00Z");
    private static final String OURS = """
            {"id":"hl0000000001","summary":"A.R.","start":{"dateTime":"2026-11-24T15:30:00-05:00","timeZone":"America/New_York"},
             "end":{"dateTime":"2026-11-24T16:20:00-05:00","timeZone":"America/New_York"},"visibility":"private",
             "extendedProperties":{"private":{"hotLeadsBooking":"399682887"}}}
            """;

    @TempDir
    Path data;

    private SomeSimulators simulators;
    private SomeGoogle google;

    @BeforeEach
    void start() throws IOException {
        simulators = new SomeSimulators(data);
        google = new SomeGoogle(simulators, data);
    }

    @AfterEach
    void stop() {
        simulators.close();
    }

    @Test
    void theKeyFileIsForItsOwnerAlone() throws IOException {
        var rights = Files.getPosixFilePermissions(data.resolve("google-service-account.json"));

        assertThat(PosixFilePermissions.toString(rights)).isEqualTo("rw-------");
    }

    @Test
    void aSignedAssertionBringsATokenForOnePerson() {
        JsonNode answer = json(google.token(WREN, READER), 200);

        assertThat(answer.path("access_token").asString()).startsWith("ya29.");
        assertThat(answer.path("expires_in").asInt()).isEqualTo(3599);
    }

    @Test
    void anAssertionNeedNotNameItsKeyButNamesNoOther() {
        Map<String, Object> claims = google.claims(WREN, READER);

        assertThat(google.token(claims, null).statusCode()).isEqualTo(200);
        assertThat(json(google.token(claims, "another"), 400).path("error").asString())
                .isEqualTo("invalid_grant");
    }

    @ParameterizedTest
    @CsvSource({
        "aud, https://elsewhere.example, 400, invalid_grant",
        "sub, nobody@example.org, 400, invalid_grant",
        "iss, other@example.org, 400, invalid_grant",
        "scope, https://www.googleapis.com/auth/drive, 401, unauthorized_client",
        "scope, calendar, 400, invalid_scope",
        "iat, 1700000000, 400, invalid_grant",
        "exp, 1999999999, 400, invalid_grant"
    })
    void anAssertionThatIsWrongIsRefused(String claim, String value, int status, String error) {
        Map<String, Object> claims = new HashMap<>(Map.of(
                "iss",
                "hot-leads@demo-practice.iam.gserviceaccount.com",
                "scope",
                "https://www.googleapis.com/auth/" + READER,
                "aud",
                "https://oauth2.googleapis.com/token",
                "iat",
                google.now().getEpochSecond(),
                "exp",
                google.now().getEpochSecond() + 3600,
                "sub",
                WREN));
        claims.put(claim, value.matches("\\d+") ? (Object) Long.valueOf(value) : value);

        assertThat(json(google.token(claims), status).path("error").asString()).isEqualTo(error);
    }

    @Test
    void anAssertionSignedByAnotherKeyIsRefused() {
        HttpResponse<String> answer = simulators.form(
                "/google/token",
                "grant_type=" + encoded("urn:ietf:params:oauth:grant-type:jwt-bearer") + "&assertion="
                        + google.signed(Map.of("iss", "x"), null).replaceFirst("\\.[^.]+$", ".AAAA"));

        assertThat(json(answer, 400).path("error").asString()).isEqualTo("invalid_grant");
    }

    @Test
    void aTokenForAvailabilityShowsNoTitleAndWritesNothing() {
        String reader = google.bearer(WREN, READER);

        String list = google.call(reader, "GET", EVENTS + WINDOW + "&maxResults=2500", null)
                .body();
        assertThat(list).contains("\"start\"").doesNotContain("Private matter", "attendees", "organizer");
        assertThat(json(google.call(reader, "POST", EVENTS, OURS), 403)
                        .path("error")
                        .path("errors")
                        .get(0)
                        .path("reason")
                        .asString())
                .isEqualTo("insufficientPermissions");
    }

    @Test
    void onlyWhatFieldsNamesIsSent() {
        String writer = google.bearer(WREN, WRITER);

        JsonNode list = json(
                google.call(
                        writer,
                        "GET",
                        EVENTS + WINDOW + "&fields=" + encoded("items(id,start/dateTime),nextSyncToken"),
                        null),
                200);

        assertThat(list.propertyNames()).containsOnly("items", "nextSyncToken");
        assertThat(list.path("items").get(0).propertyNames()).isSubsetOf("id", "start");
    }

    @Test
    void pagesBringEverythingOnceAndTheLastOneTheSyncToken() {
        String reader = google.bearer(WREN, READER);
        List<String> whole = ids(json(google.call(reader, "GET", EVENTS + WINDOW + "&maxResults=2500", null), 200));
        google.switchOn(GoogleFault.SMALL_PAGES);

        var seen = new ArrayList<String>();
        JsonNode page = json(google.call(reader, "GET", EVENTS + WINDOW, null), 200);
        int empty = 0;
        while (page.has("nextPageToken")) {
            assertThat(page.has("nextSyncToken")).isFalse();
            seen.addAll(ids(page));
            page = json(
                    google.call(
                            reader,
                            "GET",
                            EVENTS + WINDOW + "&pageToken="
                                    + encoded(page.path("nextPageToken").asString()),
                            null),
                    200);
            empty += page.path("items").isEmpty() ? 1 : 0;
        }
        seen.addAll(ids(page));

        assertThat(seen).containsExactlyElementsOf(whole);
        assertThat(empty).isPositive();
        assertThat(page.has("nextSyncToken")).isTrue();
    }

    @Test
    void aListInTheOrderOfTimeNeverBecomesIncremental() {
        JsonNode list = json(
                google.call(
                        google.bearer(WREN, READER),
                        "GET",
                        EVENTS + WINDOW + "&orderBy=startTime&maxResults=2500",
                        null),
                200);

        assertThat(list.has("nextSyncToken")).isFalse();
    }

    @Test
    void aSyncTokenBringsWhatChangedSinceAndTombstonesWithNearlyNothing() {
        String writer = google.bearer(WREN, WRITER);
        json(google.call(writer, "POST", EVENTS, OURS), 200);
        String token = syncToken(writer);
        google.call(writer, "DELETE", EVENTS + "/hl0000000001?sendUpdates=none", null);

        JsonNode changed = json(google.call(writer, "GET", delta(token), null), 200);

        assertThat(changed.path("items").toString())
                .isEqualTo("[{\"kind\":\"calendar#event\",\"id\":\"hl0000000001\",\"status\":\"cancelled\"}]");
    }

    @Test
    void aSyncTokenTakesNoFilter() {
        String reader = google.bearer(WREN, READER);
        String token = syncToken(reader);

        assertThat(reason(
                        google.call(reader, "GET", delta(token) + "&timeMin=" + encoded("2026-11-01T00:00:00Z"), null),
                        400))
                .isEqualTo("invalid");
        assertThat(reason(google.call(reader, "GET", delta("garbled"), null), 400))
                .isEqualTo("invalid");
    }

    @Test
    void afterADeadTokenTheFullListHasNoTombstones() {
        String writer = google.bearer(WREN, WRITER);
        json(google.call(writer, "POST", EVENTS, OURS), 200);
        String token = syncToken(writer);
        google.call(writer, "DELETE", EVENTS + "/hl0000000001", null);
        simulators.control("POST", "/google/forget-tokens", null);

        assertThat(reason(google.call(writer, "GET", delta(token), null), 410)).isEqualTo("fullSyncRequired");
        assertThat(ids(json(google.call(writer, "GET", EVENTS + WINDOW + "&maxResults=2500", null), 200)))
                .doesNotContain("hl0000000001");
    }

    @Test
    void anIdServesOnceForEver() {
        String writer = google.bearer(WREN, WRITER);
        json(google.call(writer, "POST", EVENTS, OURS), 200);
        assertThat(reason(google.call(writer, "POST", EVENTS, OURS), 409)).isEqualTo("duplicate");
        assertThat(google.call(writer, "DELETE", EVENTS + "/hl0000000001", null).statusCode())
                .isEqualTo(204);

        assertThat(reason(google.call(writer, "DELETE", EVENTS + "/hl0000000001", null), 410))
                .isEqualTo("deleted");
        assertThat(reason(google.call(writer, "POST", EVENTS, OURS), 409)).isEqualTo("duplicate");
        JsonNode again =
                json(google.call(writer, "PATCH", EVENTS + "/hl0000000001", "{\"status\":\"confirmed\"}"), 200);
        assertThat(again.path("status").asString()).isEqualTo("confirmed");
    }

    @Test
    void idsAreOfGooglesLettersOnly() {
        String writer = google.bearer(WREN, WRITER);

        assertThat(reason(google.call(writer, "POST", EVENTS, OURS.replace("hl0000000001", "hl-with-dashes")), 400))
                .isEqualTo("invalid");
    }

    @Test
    void whoseTagIsOldChangesNothing() {
        String writer = google.bearer(WREN, WRITER);
        String etag = json(google.call(writer, "POST", EVENTS, OURS), 200)
                .path("etag")
                .asString();
        json(google.call(writer, "PATCH", EVENTS + "/hl0000000001", "{\"summary\":\"B\"}", "If-Match", etag), 200);

        assertThat(reason(
                        google.call(writer, "PATCH", EVENTS + "/hl0000000001", "{\"summary\":\"C\"}", "If-Match", etag),
                        412))
                .isEqualTo("conditionNotMet");
    }

    @Test
    void googlesOwnClientIsUnderstood() throws IOException {
        String writer = google.bearer(WREN, WRITER);
        json(google.call(writer, "POST", EVENTS, OURS), 200);
        var zipped = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(zipped)) {
            out.write("{\"summary\":\"Zipped\"}".getBytes(StandardCharsets.UTF_8));
        }

        HttpResponse<String> answer = simulators.send(simulators
                .request("/google/calendar/v3" + EVENTS + "/hl0000000001")
                .header("Authorization", writer)
                .header("X-HTTP-Method-Override", "PATCH")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(zipped.toByteArray())));

        assertThat(json(answer, 200).path("summary").asString()).isEqualTo("Zipped");
    }

    @Test
    void aSeriesKeepsItsHourOverTheClockChange() {
        JsonNode items = json(
                        google.call(google.bearer(WREN, WRITER), "GET", EVENTS + WINDOW + "&maxResults=2500", null),
                        200)
                .path("items");

        assertThat(items.valueStream()
                        .filter(event -> event.path("summary").asString("").startsWith("Lunch"))
                        .map(event ->
                                event.path("start").path("dateTime").asString().substring(11)))
                .contains("12:00:00-04:00", "12:00:00-05:00")
                .allMatch(time -> time.startsWith("12:00:00"));
    }

    @Test
    void freeBusyJoinsBlocksAndSaysWhatItDoesNotKnow() {
        String body = """
                {"timeMin":"2026-11-23T00:00:00Z","timeMax":"2026-12-07T00:00:00Z",
                 "items":[{"id":"wren@example.org"},{"id":"nobody@elsewhere.example"}]}
                """;

        JsonNode calendars = json(google.call(google.bearer(WREN, READER), "POST", "/freeBusy", body), 200)
                .path("calendars");

        assertThat(calendars.path(WREN).path("busy").isEmpty()).isFalse();
        assertThat(calendars
                        .path("nobody@elsewhere.example")
                        .path("errors")
                        .get(0)
                        .path("reason")
                        .asString())
                .isEqualTo("notFound");
        assertThat(google.call(google.bearer(WREN, WRITER), "POST", "/freeBusy", body)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aChangeIsPushedToWhoWatchesUntilTheChannelStops() {
        String reader = google.bearer(WREN, READER);
        String writer = google.bearer(WREN, WRITER);
        JsonNode channel = json(
                google.call(
                        reader,
                        "POST",
                        EVENTS + "/watch",
                        "{\"id\":\"one\",\"type\":\"web_hook\",\"address\":\"https://hooks.example.org/webhooks/google\",\"token\":\"t\"}"),
                200);
        json(google.call(writer, "POST", EVENTS, OURS), 200);
        simulators.time.advance(Duration.ofSeconds(1));

        assertThat(channel.path("expiration").isString()).isTrue();
        assertThat(simulators.pushes.getFirst()).containsEntry("X-Goog-Resource-State", "sync");
        assertThat(simulators.pushes.getLast())
                .containsEntry("X-Goog-Resource-State", "exists")
                .containsEntry("X-Goog-Channel-Token", "t");
        int before = simulators.pushes.size();
        google.call(
                reader,
                "POST",
                "/channels/stop",
                "{\"id\":\"one\",\"resourceId\":\"" + channel.path("resourceId").asString() + "\"}");
        json(google.call(writer, "PATCH", EVENTS + "/hl0000000001", "{\"summary\":\"B\"}"), 200);
        simulators.time.advance(Duration.ofSeconds(1));
        assertThat(simulators.pushes).hasSize(before);
    }

    @Test
    void quotaAndRefusalShareANumberAndDifferInTheReason() {
        String reader = google.bearer(WREN, READER);
        google.switchOn(GoogleFault.RATE_403);
        assertThat(reason(google.call(reader, "GET", EVENTS, null), 403)).isEqualTo("rateLimitExceeded");
        simulators.control("DELETE", "/google/faults", null);
        google.switchOn(GoogleFault.FORBIDDEN);
        assertThat(reason(google.call(reader, "GET", EVENTS, null), 403)).isEqualTo("forbidden");
    }

    @Test
    void aWriteMayBeCarriedOutAndAnswerAFailure() {
        String writer = google.bearer(WREN, WRITER);
        google.switchOn(GoogleFault.COMMITTED_503);

        assertThat(google.call(writer, "POST", EVENTS, OURS).statusCode()).isEqualTo(503);
        simulators.control("DELETE", "/google/faults", null);
        assertThat(google.call(writer, "GET", EVENTS + "/hl0000000001", null).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aWithdrawnPermissionEndsTheTokensThatWereGivenOut() {
        String reader = google.bearer(WREN, READER);
        simulators.control("POST", "/google/permission", "{\"withdrawn\":true}");

        assertThat(google.call(reader, "GET", EVENTS, null).statusCode()).isEqualTo(401);
        assertThat(json(google.token(WREN, READER), 401).path("error").asString())
                .isEqualTo("unauthorized_client");
    }

    @Test
    void aRestartFindsTheSameCalendarsAndTokensOfTheListsStillHold() throws IOException {
        String writer = google.bearer(WREN, WRITER);
        json(google.call(writer, "POST", EVENTS, OURS), 200);
        String token = syncToken(writer);

        simulators.restart();

        writer = google.bearer(WREN, WRITER);
        assertThat(ids(json(google.call(writer, "GET", delta(token), null), 200)))
                .isEmpty();
    }

    @Test
    void timeBringsNewMattersAndTakesSomeAway() {
        String reader = google.bearer(WREN, READER);
        String token = syncToken(reader);

        simulators.control("POST", "/clock", "{\"by\":\"PT720H\"}");

        assertThat(ids(json(google.call(google.bearer(WREN, READER), "GET", delta(token), null), 200)))
                .hasSizeGreaterThan(8);
    }

    private String syncToken(String bearer) {
        return json(google.call(bearer, "GET", EVENTS + WINDOW + "&maxResults=2500", null), 200)
                .path("nextSyncToken")
                .asString();
    }

    private static String delta(String token) {
        return EVENTS + "?singleEvents=true&showDeleted=true&maxResults=2500&syncToken=" + encoded(token);
    }

    private static List<String> ids(JsonNode list) {
        return list.path("items")
                .valueStream()
                .map(event -> event.path("id").asString())
                .toList();
    }

    private static String reason(HttpResponse<String> answer, int status) {
        return json(answer, status)
                .path("error")
                .path("errors")
                .get(0)
                .path("reason")
                .asString();
    }
}
