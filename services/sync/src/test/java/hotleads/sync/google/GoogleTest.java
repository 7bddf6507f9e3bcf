package hotleads.sync.google;

import static hotleads.contracts.ProviderOutcome.BAD_REQUEST;
import static hotleads.contracts.ProviderOutcome.CHANGED;
import static hotleads.contracts.ProviderOutcome.GONE;
import static hotleads.contracts.ProviderOutcome.OK;
import static hotleads.contracts.ProviderOutcome.REFUSED_PERMISSION;
import static hotleads.contracts.ProviderOutcome.REFUSED_TOKEN;
import static hotleads.contracts.ProviderOutcome.RETRY_LATER;
import static hotleads.contracts.ProviderOutcome.TOKEN_NEEDED;
import static hotleads.contracts.ProviderOutcome.UNCLEAR;
import static hotleads.sync.google.GoogleStandIn.json;
import static hotleads.sync.google.GoogleStandIn.refusal;
import static hotleads.sync.google.GoogleStandIn.typed;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import hotleads.contracts.GoogleEvent;
import hotleads.contracts.GoogleEventRef;
import hotleads.contracts.GoogleEventWrite;
import hotleads.contracts.GoogleEventsPage;
import hotleads.contracts.GoogleEventsQuery;
import hotleads.contracts.GoogleFreeBusyQuery;
import hotleads.contracts.GoogleTokenQuery;
import hotleads.contracts.GoogleWatch;
import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ProviderOutcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way an answer of Google can be, and what we ask it for. */
class GoogleTest {
    private static final GoogleTokenQuery DANA = new GoogleTokenQuery("dana@practice.example");
    private static final GoogleEventsQuery WINDOW = new GoogleEventsQuery(
            Instant.parse("2026-10-24T00:00:00Z"), Instant.parse("2027-05-22T00:00:00Z"), null, null);
    private static final GoogleEventWrite OURS = new GoogleEventWrite(
            "hl0000000001",
            Instant.parse("2026-11-24T20:30:00Z"),
            Instant.parse("2026-11-24T21:20:00Z"),
            "America/New_York",
            "A.R.",
            "399682887",
            null);
    private static final String LAST_PAGE = "{\"timeZone\":\"America/New_York\",\"items\":[],\"nextSyncToken\":\"s\"}";

    private final GoogleStandIn google = new GoogleStandIn();
    private final SomeGoogle sync = SomeGoogle.at(google);

    @AfterEach
    void stop() {
        google.close();
    }

    @Test
    void asksForTwoTokensEachWithOneNarrowScope() throws Exception {
        byte[] blob = sync.tokens.renew(null, DANA).content();

        List<SignedJWT> assertions = new ArrayList<>();
        for (var asked : google.asked) {
            assertions.add(SignedJWT.parse(asked.body().replaceFirst(".*assertion=", "")));
        }
        assertThat(assertions)
                .extracting(jwt -> jwt.getJWTClaimsSet().getStringClaim("scope"))
                .containsExactly(
                        "https://www.googleapis.com/auth/calendar.events.freebusy",
                        "https://www.googleapis.com/auth/calendar.events.owned");
        for (SignedJWT jwt : assertions) {
            assertThat(jwt.verify(new RSASSAVerifier(SomeGoogle.KEY.toRSAPublicKey())))
                    .isTrue();
            assertThat(jwt.getHeader().getKeyID()).isEqualTo("kid-1");
            assertThat(jwt.getJWTClaimsSet().getSubject()).isEqualTo("dana@practice.example");
            assertThat(jwt.getJWTClaimsSet().getAudience()).containsExactly("https://oauth2.googleapis.com/token");
            assertThat(jwt.getJWTClaimsSet().getExpirationTime().getTime()
                            - jwt.getJWTClaimsSet().getIssueTime().getTime())
                    .isLessThanOrEqualTo(3_600_000);
        }
        GoogleAccount opened = sync.sealed.open("google", Objects.requireNonNull(blob), GoogleAccount.class);
        assertThat(opened.reader()).isEqualTo(opened.writer());
        assertThat(opened.toString()).doesNotContain("ya29", "PRIVATE");
    }

    @Test
    void readsWithoutTheRightToWrite() {
        List<String> bodies = new ArrayList<>();
        google.on("/token", exchange -> {
            bodies.add("");
            (bodies.size() == 1
                            ? json(200, "{\"access_token\":\"ya29.r\",\"expires_in\":3599}")
                            : json(401, "{\"error\":\"unauthorized_client\"}"))
                    .to(exchange);
        });

        GoogleAccount account = sync.sealed.open(
                "google", Objects.requireNonNull(sync.tokens.renew(null, DANA).content()), GoogleAccount.class);

        assertThat(account.writer()).isNull();
        google.answers(json(200, LAST_PAGE));
        assertThat(sync.events.page(account, WINDOW).outcome()).isEqualTo(OK);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401|unauthorized_client|x|REFUSED_PERMISSION|permission-withdrawn",
                "400|invalid_grant|Invalid JWT Signature.|REFUSED_TOKEN|credentials-refused",
                "400|invalid_grant|Invalid email or User ID|REFUSED_PERMISSION|person-unknown",
                "400|invalid_grant|Check your iat and exp values|REFUSED_TOKEN|clock-off",
                "400|invalid_scope|x|REFUSED_PERMISSION|scope-missing",
                "401|invalid_client|x|REFUSED_TOKEN|credentials-refused",
                "400|admin_policy_enforced|x|REFUSED_PERMISSION|forbidden",
                "503|x|x|UNCLEAR|server-error",
                "400|something_new|x|UNCLEAR|bad-content"
            })
    void aTokenThatIsRefusedSaysWhy(
            int status, String error, String description, ProviderOutcome outcome, String cause) {
        google.on(
                "/token", json(status, "{\"error\":\"" + error + "\",\"error_description\":\"" + description + "\"}"));

        ProviderAnswer<byte[]> answer = sync.tokens.renew(null, DANA);

        assertThat(answer.outcome()).isEqualTo(outcome);
        assertThat(answer.cause()).isEqualTo(cause);
        assertThat(answer.content()).isNull();
    }

    @Test
    void signsByGooglesClockWhenOursIsOff() throws Exception {
        List<String> bodies = new ArrayList<>();
        try (ServerSocket clockAhead = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answerTenMinutesAhead(clockAhead, bodies));
            SomeGoogle skewed = new SomeGoogle(
                    google.uri(), URI.create("http://127.0.0.1:" + clockAhead.getLocalPort() + "/token"));

            assertThat(skewed.tokens.renew(null, DANA).outcome()).isEqualTo(OK);
        }
        SignedJWT second = SignedJWT.parse(bodies.get(1).replaceFirst("(?s).*assertion=", ""));
        assertThat(second.getJWTClaimsSet().getIssueTime().toInstant()).isEqualTo(SomeGoogle.NOW.plusSeconds(600));
    }

    /** By hand, as the JDK's server always sends its own time. */
    private static void answerTenMinutesAhead(ServerSocket server, List<String> bodies) {
        try {
            while (true) {
                try (var socket = server.accept()) {
                    String request = wholeRequest(socket.getInputStream());
                    bodies.add(request);
                    boolean first = bodies.size() == 1;
                    String body = first
                            ? "{\"error\":\"invalid_grant\",\"error_description\":\"Check your iat and exp values\"}"
                            : "{\"access_token\":\"ya29.x\",\"expires_in\":3599}";
                    String answer = "HTTP/1.1 " + (first ? "400 Bad Request" : "200 OK")
                            + "\r\nDate: Mon, 23 Nov 2026 14:10:00 GMT\r\nContent-Type: application/json\r\n"
                            + "Connection: close\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
                    socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                }
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private static String wholeRequest(java.io.InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        int length = -1;
        while (true) {
            text.append((char) in.read());
            int head = text.indexOf("\r\n\r\n");
            if (head >= 0 && length < 0) {
                length = Integer.parseInt(text.toString().replaceFirst("(?is).*content-length: (\\d+).*", "$1"));
            }
            if (head >= 0 && text.length() - head - 4 >= length) {
                return text.toString();
            }
        }
    }

    @Test
    void nothingIsAskedWithoutATokenThatLasts() {
        assertThat(sync.events.page(SomeGoogle.endedAccount(), WINDOW).outcome())
                .isEqualTo(TOKEN_NEEDED);
        assertThat(google.asked).isEmpty();
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of("token", refusal(401, "authError"), REFUSED_TOKEN, "token-refused", null),
                Arguments.of("quota", refusal(403, "rateLimitExceeded"), RETRY_LATER, "rate-limited", null),
                Arguments.of("own quota", refusal(403, "userRateLimitExceeded"), RETRY_LATER, "rate-limited", null),
                Arguments.of("usage", refusal(403, "quotaExceeded"), RETRY_LATER, "usage-limit", 3_600_000L),
                Arguments.of("refused", refusal(403, "forbidden"), REFUSED_PERMISSION, "forbidden", null),
                Arguments.of(
                        "scope", refusal(403, "insufficientPermissions"), REFUSED_PERMISSION, "scope-missing", null),
                Arguments.of("api", refusal(403, "accessNotConfigured"), REFUSED_PERMISSION, "api-switched-off", null),
                Arguments.of("edge's 403", typed(403, "text/html", "<html>"), UNCLEAR, "bad-content", null),
                Arguments.of("no such", refusal(404, "notFound"), GONE, "not-found", null),
                Arguments.of("edge's 404", typed(404, "text/html", "<html>"), UNCLEAR, "bad-content", null),
                Arguments.of("taken", refusal(409, "duplicate"), CHANGED, "duplicate", null),
                Arguments.of("dead token", refusal(410, "fullSyncRequired"), GONE, "full-list-needed", null),
                Arguments.of("deleted", refusal(410, "deleted"), GONE, "deleted", null),
                Arguments.of("changed", refusal(412, "conditionNotMet"), CHANGED, "changed-meanwhile", null),
                Arguments.of("429", refusal(429, "rateLimitExceeded"), RETRY_LATER, "rate-limited", null),
                Arguments.of(
                        "429 with a time", json(429, "{}", "Retry-After", "7"), RETRY_LATER, "rate-limited", 7_000L),
                Arguments.of("bug", refusal(400, "invalid"), BAD_REQUEST, "bad-request", null),
                Arguments.of("500", refusal(500, "backendError"), UNCLEAR, "server-error", null),
                Arguments.of("502", typed(502, "text/html", "<html>"), UNCLEAR, "server-error", null),
                Arguments.of("truncated", json(200, "{\"items\":[{\"id\""), UNCLEAR, "bad-content", null),
                Arguments.of("wrong type", typed(200, "text/plain", LAST_PAGE), UNCLEAR, "bad-content", null),
                Arguments.of("no list", json(200, "[]"), UNCLEAR, "bad-content", null),
                Arguments.of("no token of either kind", json(200, "{\"items\":[]}"), UNCLEAR, "bad-content", null),
                Arguments.of("elsewhere", typed(302, "text/html", "", "Location", "/x"), UNCLEAR, "redirected", null),
                Arguments.of("silence", (GoogleStandIn.Reaction) GoogleTest::silent, UNCLEAR, "timed-out", null),
                Arguments.of(
                        "nothing",
                        (GoogleStandIn.Reaction) com.sun.net.httpserver.HttpExchange::close,
                        UNCLEAR,
                        "unreachable",
                        null));
    }

    private static void silent(com.sun.net.httpserver.HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().flush();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void anAnswerIsSortedByItsReason(
            String name,
            GoogleStandIn.Reaction reaction,
            ProviderOutcome outcome,
            String cause,
            @Nullable Long retryAfter) {
        google.answers(reaction);

        ProviderAnswer<GoogleEventsPage> answer = sync.events.page(SomeGoogle.account(), WINDOW);

        assertThat(answer.outcome()).isEqualTo(outcome);
        assertThat(answer.cause()).isEqualTo(cause);
        assertThat(answer.retryAfterMillis()).isEqualTo(retryAfter);
    }

    @Test
    void neverAsksWhatAnEventIsAboutOrWhoIsInIt() {
        google.answers(json(200, LAST_PAGE));

        sync.events.page(SomeGoogle.account(), WINDOW);

        String asked = URLDecoder.decode(google.last().path(), StandardCharsets.UTF_8);
        assertThat(asked)
                .contains("fields=", "singleEvents=true", "showDeleted=true", "timeMin=2026-10-24T00:00:00Z")
                .doesNotContain("summary", "description", "location", "email", "displayName", "organizer", "creator");
        assertThat(google.last().path()).startsWith("/google/calendar/v3/calendars/primary/events?");
    }

    @Test
    void asksForChangesWithoutTheWindowThatWouldBeRefused() {
        google.answers(json(200, LAST_PAGE));

        sync.events.page(SomeGoogle.account(), new GoogleEventsQuery(WINDOW.from(), WINDOW.to(), "CPD=", null));

        assertThat(google.last().path()).contains("syncToken=CPD%3D").doesNotContain("timeMin", "timeMax", "orderBy");
    }

    @Test
    void readsTheShapesGoogleWasRecordedIn() {
        google.answers(json(200, """
                {"kind":"calendar#events","timeZone":"America/Sao_Paulo","nextSyncToken":"n","items":[
                 {"id":"a","status":"confirmed","start":{"dateTime":"2024-12-15T12:00:00-03:00","timeZone":"America/New_York"},
                  "end":{"dateTime":"2024-12-15T13:00:00-03:00","timeZone":"America/New_York"}},
                 {"id":"gone123","status":"cancelled"},
                 {"id":"abc_20261201T200000Z","status":"cancelled","recurringEventId":"abc","originalStartTime":{"dateTime":"2026-12-01T15:00:00-05:00"}},
                 {"id":"day","status":"tentative","start":{"date":"2026-11-24"},"end":{"date":"2026-11-25"}},
                 {"id":"free","status":"confirmed","transparency":"transparent","start":{"date":"2026-11-24"},"end":{"date":"2026-11-25"}},
                 {"id":"home","status":"confirmed","eventType":"workingLocation","start":{"date":"2026-11-24"},"end":{"date":"2026-11-25"}},
                 {"id":"no","status":"confirmed","attendees":[{"self":true,"responseStatus":"declined"}],"start":{"date":"2026-11-24"},"end":{"date":"2026-11-25"}},
                 {"id":"lame","status":"confirmed"},
                 {"status":"confirmed"}]}
                """));

        GoogleEventsPage page = Objects.requireNonNull(
                sync.events.page(SomeGoogle.account(), WINDOW).content());

        assertThat(page.unreadable()).isEqualTo(2);
        assertThat(page.events())
                .contains(
                        new GoogleEvent(
                                "a",
                                false,
                                Instant.parse("2024-12-15T15:00:00Z"),
                                Instant.parse("2024-12-15T16:00:00Z"),
                                false,
                                true,
                                false),
                        new GoogleEvent("gone123", true, null, null, false, false, false),
                        new GoogleEvent(
                                "day",
                                false,
                                Instant.parse("2026-11-24T03:00:00Z"),
                                Instant.parse("2026-11-25T03:00:00Z"),
                                true,
                                true,
                                true));
        assertThat(page.events())
                .filteredOn(event -> !event.busy() && !event.cancelled())
                .extracting(GoogleEvent::id)
                .containsExactly("free", "home", "no");
    }

    @Test
    void whatNobodyAfterUsCanHoldIsUnreadable() {
        google.answers(json(200, """
                {"nextSyncToken":"n","items":[
                 {"id":"a\\u0000","status":"cancelled"},
                 {"id":"b\\ud800","status":"cancelled"},
                 {"id":"c","start":{"dateTime":"+999999999-12-31T23:59:59Z"},"end":{"dateTime":"+999999999-12-31T23:59:59Z"}},
                 {"id":"d","status":"cancelled"}]}
                """));

        GoogleEventsPage page = Objects.requireNonNull(
                sync.events.page(SomeGoogle.account(), WINDOW).content());

        assertThat(page.events()).extracting(GoogleEvent::id).containsExactly("d");
        assertThat(page.unreadable()).isEqualTo(3);
    }

    @Test
    void writesOurOwnEventWithOurIdAndMarkAndTellsNobody() {
        google.answers(json(200, """
                {"id":"hl0000000001","status":"confirmed","etag":"\\"3590532000000000\\"","summary":"A.R.",
                 "start":{"dateTime":"2026-11-24T15:30:00-05:00"},"end":{"dateTime":"2026-11-24T16:20:00-05:00"},
                 "extendedProperties":{"private":{"hotLeadsBooking":"399682887"}}}
                """));

        var made = Objects.requireNonNull(
                sync.own.write(SomeGoogle.account(), OURS).content());

        assertThat(made.startsAt()).isEqualTo(OURS.startsAt());
        assertThat(made.etag()).isEqualTo("\"3590532000000000\"");
        assertThat(google.last().method()).isEqualTo("POST");
        assertThat(google.last().path()).contains("sendUpdates=none");
        assertThat(google.last().body())
                .contains("\"id\":\"hl0000000001\"", "\"visibility\":\"private\"", "2026-11-24T15:30:00-05:00")
                .contains("\"hotLeadsBooking\":\"399682887\"")
                .doesNotContain("attendees", "description", "location");
    }

    @Test
    void changesOnlyTheVersionItKnows() {
        google.answers(refusal(412, "conditionNotMet"));

        var answer = sync.own.write(
                SomeGoogle.account(),
                new GoogleEventWrite(
                        OURS.id(), OURS.startsAt(), OURS.endsAt(), OURS.zone(), "Busy", OURS.mark(), "\"7\""));

        assertThat(answer.outcome()).isEqualTo(CHANGED);
        assertThat(google.last().method()).isEqualTo("PATCH");
        assertThat(google.last().ifMatch()).isEqualTo("\"7\"");
        assertThat(google.last().body()).doesNotContain("\"id\"");
    }

    @Test
    void tellsTheHourThatComesTwiceApartByItsOffset() {
        google.answers(refusal(400, "invalid"));

        sync.own.write(
                SomeGoogle.account(),
                new GoogleEventWrite(
                        OURS.id(),
                        Instant.parse("2026-11-01T06:30:00Z"),
                        Instant.parse("2026-11-01T07:20:00Z"),
                        OURS.zone(),
                        "Busy",
                        OURS.mark(),
                        null));

        assertThat(google.last().body()).contains("2026-11-01T01:30:00-05:00", "2026-11-01T02:20:00-05:00");
    }

    @ParameterizedTest
    @CsvSource({"204, '', true", "410, deleted, false", "404, notFound, false"})
    void whatIsRemovedAlreadyIsRemoved(int status, String reason, boolean byUs) {
        google.answers(status == 204 ? typed(204, "text/plain", "") : refusal(status, reason));

        var removed = sync.own.remove(SomeGoogle.account(), new GoogleEventRef("hl0000000001", null));

        assertThat(removed.outcome()).isEqualTo(OK);
        assertThat(removed.content()).isEqualTo(byUs);
    }

    @Test
    void aCalendarInErrorIsNotFree() {
        GoogleFreeBusyQuery day = new GoogleFreeBusyQuery(SomeGoogle.NOW, SomeGoogle.NOW.plusSeconds(86_400));
        google.answers(
                json(
                        200,
                        "{\"calendars\":{\"primary\":{\"errors\":[{\"domain\":\"global\",\"reason\":\"notFound\"}],\"busy\":[]}}}"));
        assertThat(sync.events.busy(SomeGoogle.account(), day).outcome()).isEqualTo(UNCLEAR);

        google.answers(json(200, "{\"calendars\":{\"primary\":{\"busy\":[]}}}"));
        assertThat(sync.events.busy(SomeGoogle.account(), day).content()).isEmpty();
    }

    @Test
    void readsTheEndOfAChannelFromAText() {
        google.answers(json(
                200, "{\"kind\":\"api#channel\",\"id\":\"c\",\"resourceId\":\"r\",\"expiration\":\"1795870800000\"}"));

        var channel = sync.channels.open(
                SomeGoogle.account(),
                new GoogleWatch("c", URI.create("https://hooks.example.org/webhooks/google"), "t", 604_800));

        assertThat(Objects.requireNonNull(channel.content()).expiresAt())
                .isEqualTo(Instant.ofEpochMilli(1_795_870_800_000L));
    }

    @Test
    void credentialsThatWereTypedAreKeptOnlyWhenTheyAreSome() {
        assertThat(sync.tokens.take(Map.of("serviceAccount", "{}")).outcome()).isEqualTo(REFUSED_TOKEN);
        assertThat(sync.tokens.take(Map.of("serviceAccount", "no json")).outcome())
                .isEqualTo(REFUSED_TOKEN);
    }
}
