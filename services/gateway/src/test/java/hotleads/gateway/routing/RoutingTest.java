package hotleads.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.gateway.SomeEdge;
import hotleads.gateway.SomeProgram;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingTest {
    private final SomeEdge edge = SomeEdge.shared();

    @Test
    void takesTheApiToCoreWithThePersonsTokenInsteadOfTheCookie() {
        HttpResponse<String> answer = edge.get("/api/leads?limit=50", "Cookie", SomeEdge.COOKIE);

        assertThat(answer.statusCode()).isEqualTo(200);
        SomeProgram.Asked asked = edge.core.lastAsked("/api/leads");
        assertThat(asked.target()).isEqualTo("/api/leads?limit=50");
        assertThat(asked.header("authorization")).isEqualTo("Bearer user-at-core");
        assertThat(asked.headers()).doesNotContainKeys("cookie", "x-session");
    }

    @Test
    void takesSigningInToAuthWithTheRelayTokenAndTheSessionBeside() {
        edge.postFromPage("/auth/second-factor", "{\"code\":\"123456\"}");

        SomeProgram.Asked asked = edge.auth.lastAsked("/auth/second-factor");
        assertThat(asked.header("authorization")).isEqualTo("Bearer signin.relay-at-auth");
        assertThat(asked.header("x-session")).isEqualTo(SomeEdge.SESSION);
        assertThat(asked.header("cookie")).isNull();
        assertThat(asked.body()).isEqualTo("{\"code\":\"123456\"}");
    }

    @Test
    void takesActsOnOwnAndOtherAccountsToAuthWithThePersonsToken() {
        for (String path : List.of("/auth/admin/invites", "/auth/me/sessions/end-others")) {
            edge.postFromPage(path, "{}");

            SomeProgram.Asked asked = edge.auth.lastAsked(path);
            assertThat(asked.header("authorization")).isEqualTo("Bearer user-at-auth");
            assertThat(asked.header("x-session")).isNull();
        }
    }

    @Test
    void takesHooksToWebhooksByteForByte() {
        edge.post(
                "/webhooks/acuity",
                "action=canceled&id=399682887&note=%20+",
                "Content-Type",
                "application/x-www-form-urlencoded",
                "X-Acuity-Signature",
                "c2lnbmVk");

        SomeProgram.Asked asked = edge.webhooks.lastAsked("/webhooks/acuity");
        assertThat(asked.body()).isEqualTo("action=canceled&id=399682887&note=%20+");
        assertThat(asked.header("x-acuity-signature")).isEqualTo("c2lnbmVk");
        assertThat(asked.header("content-type")).isEqualTo("application/x-www-form-urlencoded");
        assertThat(asked.header("authorization")).isEqualTo("Bearer hook.relay-at-webhooks");
    }

    @ParameterizedTest
    @CsvSource({"/api/openapi.json, core", "/auth/openapi.json, auth"})
    void showsTheContractToEverybody(String path, String program) {
        HttpResponse<String> answer = edge.get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        SomeProgram asked = program.equals("core") ? edge.core : edge.auth;
        assertThat(asked.lastAsked(path).header("authorization")).isNull();
    }

    @Test
    void passesNoHeaderThatCouldSpeakForUs() {
        edge.get(
                "/api/leads",
                "Cookie",
                SomeEdge.COOKIE,
                "Authorization",
                "Bearer forged",
                "X-Session",
                "forged",
                "X-Browser",
                "forged",
                "X-Client-Address",
                "6.6.6.6",
                "X-Forwarded-For",
                "6.6.6.6",
                "X-Forwarded-Proto",
                "http",
                "Forwarded",
                "for=6.6.6.6",
                "X-Request-Id",
                "00000000-0000-0000-0000-000000000000",
                "X-Unknown",
                "1");

        SomeProgram.Asked asked = edge.core.lastAsked("/api/leads");
        assertThat(asked.header("authorization")).isEqualTo("Bearer user-at-core");
        assertThat(asked.header("x-client-address")).isEqualTo("127.0.0.1");
        assertThat(asked.header("x-request-id")).isNotEqualTo("00000000-0000-0000-0000-000000000000");
        assertThat(asked.headers())
                .doesNotContainKeys(
                        "x-session", "x-browser", "x-forwarded-for", "x-forwarded-proto", "forwarded", "x-unknown");
    }

    @Test
    void dropsWhatTheSenderDeclaresToBeForThisHopOnly() {
        String answer = edge.connect()
                .say("POST /webhooks/acuity HTTP/1.1\r\nHost: localhost:" + edge.port
                        + "\r\nConnection: close, X-Acuity-Signature\r\nX-Acuity-Signature: c2lnbmVk\r\n"
                        + "Keep-Alive: timeout=5\r\nTE: trailers\r\nContent-Length: 2\r\n\r\nhi")
                .hearAll();

        assertThat(answer).startsWith("HTTP/1.1 200");
        assertThat(edge.webhooks.lastAsked("/webhooks/acuity").headers())
                .doesNotContainKeys("x-acuity-signature", "keep-alive", "te");
    }

    @Test
    void givesEachRequestAnIdThatIsPassedOnAndEchoed() {
        String first = requestIdOf(edge.get("/api/leads", "Cookie", SomeEdge.COOKIE));
        String second = requestIdOf(edge.get("/api/leads", "Cookie", SomeEdge.COOKIE));

        assertThat(first).matches("[0-9a-f-]{36}").isNotEqualTo(second);
        assertThat(edge.core.lastAsked("/api/leads").header("x-request-id")).isEqualTo(second);
    }

    @Test
    void letsFewHeadersOfAProgramReachTheBrowser() {
        edge.core.answer(
                "/api/leads",
                200,
                "{}",
                "Content-Type",
                "application/json",
                "ETag",
                "\"7\"",
                "Set-Cookie",
                "a=b",
                "X-Set-Session",
                SomeEdge.SESSION,
                "Server",
                "core",
                "Access-Control-Allow-Origin",
                "*",
                "Content-Security-Policy",
                "default-src *",
                "Cache-Control",
                "public",
                "X-Powered-By",
                "us");

        var headers = edge.get("/api/leads", "Cookie", SomeEdge.COOKIE).headers();

        assertThat(headers.firstValue("ETag")).contains("\"7\"");
        assertThat(headers.firstValue("Cache-Control")).contains("no-store");
        assertThat(headers.allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'none'");
        assertThat(headers.map())
                .doesNotContainKeys(
                        "set-cookie", "x-set-session", "server", "access-control-allow-origin", "x-powered-by");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.test/", "//evil.test/", "/\\evil.test", "http://localhost/", "javascript:x"})
    void sendsNoBrowserElsewhere(String location) {
        edge.core.answer("/api/leads", 201, "", "Location", location);

        assertThat(edge.postFromPage("/api/leads", "{}").headers().firstValue("Location"))
                .isEmpty();
    }

    @Test
    void saysWhereANewThingIs() {
        edge.core.answer("/api/leads", 201, "", "Location", "/api/leads/7");

        assertThat(edge.postFromPage("/api/leads", "{}").headers().firstValue("Location"))
                .contains("/api/leads/7");
    }

    @Test
    void passesAProgramsRefusalOn() {
        edge.auth.answer(
                "/auth/sign-in", 401, "{\"code\":\"wrong-sign-in\"}", "Content-Type", "application/problem+json");

        HttpResponse<String> answer = edge.postFromPage("/auth/sign-in", "{}");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo("{\"code\":\"wrong-sign-in\"}");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void takesARefusalOfItsOwnTokenForItsOwnFailure() {
        edge.core.answer("/api/leads", 401, "{}", "WWW-Authenticate", "Bearer");

        HttpResponse<String> answer = edge.get("/api/leads", "Cookie", SomeEdge.COOKIE);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("\"core-away\"");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
    }

    @Test
    void passesALongAnswerOnAsItIs() {
        String body = "0123456789".repeat(100_000);
        edge.core.answer("/api/export", 200, body, "Content-Disposition", "attachment");

        HttpResponse<String> answer = edge.get("/api/export", "Cookie", SomeEdge.COOKIE);

        assertThat(answer.body()).isEqualTo(body);
        assertThat(answer.headers().firstValue("Content-Length")).contains("1000000");
    }

    @Test
    void answersHeadLikeGetWithoutTheBody() {
        edge.core.answer("/api/leads", 200, "{\"items\":[]}", "Content-Type", "application/json");

        HttpResponse<String> answer =
                edge.send(edge.request("/api/leads").HEAD().header("Cookie", SomeEdge.COOKIE));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(edge.core.lastAsked("/api/leads").method()).isEqualTo("GET");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "OPTIONS", "PROPFIND", "LINK"})
    void refusesMethodsItDoesNotKnow(String method) {
        HttpResponse<String> answer = edge.send(edge.request("/api/leads")
                .method(method, java.net.http.HttpRequest.BodyPublishers.noBody())
                .header("Cookie", SomeEdge.COOKIE));

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(edge.core.askedAtAll()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/internal/inbox", "/oauth/token", "/oauth/jwks", "/internal/acts", "/webhooks"})
    void showsNobodyWhatIsInside(String path) {
        HttpResponse<String> answer = edge.post(path, "{}", "Origin", edge.url());

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(edge.core.askedAtAll()).isEmpty();
        assertThat(edge.webhooks.askedAtAll()).isEmpty();
        assertThat(edge.auth.askedAtAll()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/API/leads", "/Api/leads", "/Auth/session", "/WEBHOOKS/acuity", "/auth", "/api", "/OAuth/token"
            })
    void takesAnotherSpellingForAPageAndNotForTheApi(String path) {
        HttpResponse<String> answer = edge.get(path, "Cookie", SomeEdge.COOKIE);

        assertThat(answer.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
        assertThat(edge.core.askedAtAll()).isEmpty();
        assertThat(edge.webhooks.askedAtAll()).isEmpty();
        assertThat(edge.auth.askedAtAll()).isEmpty();
    }

    private static String requestIdOf(HttpResponse<?> answer) {
        return answer.headers().firstValue("X-Request-Id").orElseThrow();
    }
}
