package hotleads.sync.zoho;

import static hotleads.sync.zoho.ZohoStandIn.answer;
import static hotleads.sync.zoho.ZohoStandIn.json;
import static hotleads.sync.zoho.ZohoStandIn.lost;
import static org.assertj.core.api.Assertions.assertThat;

import hotleads.contracts.NewZohoNote;
import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ProviderOutcome;
import hotleads.contracts.ZohoListQuery;
import hotleads.contracts.ZohoPage;
import hotleads.contracts.ZohoPerson;
import hotleads.contracts.ZohoWritten;
import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way a call at Zoho can end, reading and writing, in the classes that the product's words come from. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ZohoOutcomesTest {
    private final ZohoStandIn standIn = new ZohoStandIn();

    @AfterAll
    void stop() {
        standIn.close();
    }

    static Stream<Arguments> ends() {
        return Stream.of(
                end(json(401, code("INVALID_TOKEN")), ProviderOutcome.REFUSED_TOKEN, "token-refused"),
                end(json(401, code("AUTHENTICATION_FAILURE")), ProviderOutcome.REFUSED_TOKEN, "token-refused"),
                end(json(401, code("OAUTH_SCOPE_MISMATCH")), ProviderOutcome.REFUSED_PERMISSION, "scope-missing"),
                end(json(403, code("NO_PERMISSION")), ProviderOutcome.REFUSED_PERMISSION, "forbidden"),
                end(json(403, code("AUTHORIZATION_FAILED")), ProviderOutcome.REFUSED_PERMISSION, "forbidden"),
                end(json(404, code("INVALID_URL_PATTERN")), ProviderOutcome.BAD_REQUEST, "wrong-address"),
                end(json(404, code("INVALID_DATA")), ProviderOutcome.GONE, "not-found"),
                end(json(400, code("INVALID_MODULE")), ProviderOutcome.REFUSED_PERMISSION, "module-missing"),
                end(json(400, code("REQUIRED_PARAM_MISSING")), ProviderOutcome.BAD_REQUEST, "bad-request"),
                end(json(400, code("INVALID_HOST")), ProviderOutcome.BAD_REQUEST, "wrong-data-centre"),
                end(json(400, code("EXPIRED_VALUE")), ProviderOutcome.CHANGED, "page-expired"),
                end(json(400, code("TOKEN_BOUND_DATA_MISMATCH")), ProviderOutcome.CHANGED, "page-expired"),
                end(json(409, code("RECORD_LOCKED")), ProviderOutcome.CHANGED, "record-locked"),
                end(json(409, "{}"), ProviderOutcome.CHANGED, "record-locked"),
                end(json(412, code("ALREADY_MODIFIED")), ProviderOutcome.CHANGED, "changed-there"),
                end(answer(412, "text/html", "<html>"), ProviderOutcome.CHANGED, "changed-there"),
                end(json(429, code("TOO_MANY_REQUESTS")), ProviderOutcome.RETRY_LATER, "rate-limited"),
                end(
                        json(429, code("TOO_MANY_REQUESTS"), "X-API-CREDITS-REMAINING", "0"),
                        ProviderOutcome.RETRY_LATER,
                        "quota"),
                end(json(500, code("INTERNAL_ERROR")), ProviderOutcome.UNCLEAR, "server-error"),
                end(answer(502, "text/html", "<html>Bad gateway</html>"), ProviderOutcome.UNCLEAR, "server-error"),
                end(answer(200, "text/html", "<html>Sign in</html>"), ProviderOutcome.UNCLEAR, "bad-content"),
                end(answer(200, "text/plain", "{\"data\":[]}"), ProviderOutcome.UNCLEAR, "bad-content"),
                end(json(200, "{\"data\":[{\"id\":\"64934900000015"), ProviderOutcome.UNCLEAR, "bad-content"),
                end(json(200, "[]"), ProviderOutcome.UNCLEAR, "bad-content"),
                end(
                        answer(302, "text/html", "", "Location", "https://elsewhere.example"),
                        ProviderOutcome.UNCLEAR,
                        "redirected"),
                end(json(200, "{\"data\":[" + " ".repeat(1_200_000) + "]}"), ProviderOutcome.UNCLEAR, "too-large"),
                end(lost(), ProviderOutcome.UNCLEAR, "unreachable"),
                end(exchange -> Thread.sleep(2_000), ProviderOutcome.UNCLEAR, "timed-out"));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void ofARead(ZohoStandIn.Reaction reaction, ProviderOutcome outcome, String cause) {
        // Each with a client of its own: one that was asked to wait would ask nothing more.
        SomeZoho zoho = new SomeZoho(standIn.uri(), Clock.systemUTC());
        byte[] account = zoho.granted();
        standIn.reacts(reaction);

        ProviderAnswer<ZohoPage<ZohoPerson>> answer = zoho.lists.leads(account, new ZohoListQuery(null, null));

        assertThat(answer.outcome()).isEqualTo(outcome);
        assertThat(answer.cause()).isEqualTo(cause);
        assertThat(answer.content()).isNull();
        // The client of Java asks once more by itself when a connection ends under a read, and never under a write.
        assertThat(standIn.asked()).hasSizeBetween(1, 2);
    }

    @ParameterizedTest
    @MethodSource("ends")
    void ofAWrite(ZohoStandIn.Reaction reaction, ProviderOutcome outcome, String cause) {
        SomeZoho zoho = new SomeZoho(standIn.uri(), Clock.systemUTC());
        byte[] account = zoho.granted();
        standIn.reacts(reaction);

        ProviderAnswer<ZohoWritten> answer = zoho.write.note(account, note());

        assertThat(answer.outcome()).isEqualTo(outcome);
        assertThat(answer.cause()).isEqualTo(cause);
        assertThat(standIn.asked()).hasSize(1);
    }

    @Test
    void nothingThereAndNothingChangedAreAnswersWithoutABody() {
        SomeZoho zoho = new SomeZoho(standIn.uri(), Clock.systemUTC());
        byte[] account = zoho.granted();
        standIn.reacts(json(204, ""));
        assertThat(zoho.lists.leads(account, new ZohoListQuery(null, null)).outcome())
                .isEqualTo(ProviderOutcome.NOTHING);
        assertThat(zoho.write.note(account, note()).outcome()).isEqualTo(ProviderOutcome.UNCLEAR);

        standIn.reacts(json(304, ""));
        assertThat(zoho.lists
                        .leads(account, new ZohoListQuery(Clock.systemUTC().instant(), null))
                        .outcome())
                .isEqualTo(ProviderOutcome.NOTHING);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aWrittenRowTellsForItselfWhateverTheStatus(int status, String row, ProviderOutcome outcome, String cause) {
        SomeZoho zoho = new SomeZoho(standIn.uri(), Clock.systemUTC());
        byte[] account = zoho.granted();
        standIn.reacts(json(status, "{\"data\":[" + row + "]}"));

        ProviderAnswer<ZohoWritten> answer = zoho.write.note(account, note());

        assertThat(answer.outcome()).isEqualTo(outcome);
        assertThat(String.valueOf(answer.cause())).isEqualTo(cause);
    }

    static Stream<Arguments> rows() {
        String refused = "{\"code\":\"INVALID_DATA\",\"status\":\"error\",\"message\":\"x\",\"details\":{}}";
        return Stream.of(
                Arguments.of(
                        201,
                        "{\"code\":\"SUCCESS\",\"status\":\"success\",\"details\":{\"id\":\"6493490000001504003\"}}",
                        ProviderOutcome.OK,
                        "null"),
                Arguments.of(207, refused, ProviderOutcome.GONE, "record-gone"),
                Arguments.of(200, refused, ProviderOutcome.GONE, "record-gone"),
                Arguments.of(400, refused, ProviderOutcome.GONE, "record-gone"),
                Arguments.of(
                        202,
                        "{\"code\":\"MANDATORY_NOT_FOUND\",\"status\":\"error\"}",
                        ProviderOutcome.BAD_REQUEST,
                        "bad-request"),
                Arguments.of(
                        207,
                        "{\"code\":\"NO_PERMISSION\",\"status\":\"error\"}",
                        ProviderOutcome.REFUSED_PERMISSION,
                        "forbidden"),
                Arguments.of(201, "{\"status\":\"success\"}", ProviderOutcome.UNCLEAR, "bad-content"),
                Arguments.of(201, "7", ProviderOutcome.UNCLEAR, "bad-content"));
    }

    private static NewZohoNote note() {
        return new NewZohoNote("Leads", 6_493_490_000_001_504_003L, "Called, left message", "By Tony", "HL-7f3c");
    }

    private static String code(String code) {
        return "{\"code\":\"" + code + "\",\"details\":{},\"message\":\"some text\",\"status\":\"error\"}";
    }

    private static Arguments end(ZohoStandIn.Reaction reaction, ProviderOutcome outcome, String cause) {
        return Arguments.of(reaction, outcome, cause);
    }
}
