package hotleads.gateway.browsersession;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.gateway.SomeEdge;
import hotleads.gateway.SomeProgram;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionsTest {
    private final SomeEdge edge = SomeEdge.shared();

    @Test
    void areExchangedForATokenAnewWithEachRequest() {
        edge.get("/api/leads", "Cookie", SomeEdge.COOKIE);
        edge.get("/api/leads", "Cookie", SomeEdge.COOKIE);

        assertThat(edge.auth.asked("/oauth/token"))
                .filteredOn(asked -> asked.body().contains("token-exchange"))
                .hasSize(2)
                .allSatisfy(asked -> {
                    assertThat(asked.header("authorization")).isEqualTo("Bearer session.exchange-at-auth");
                    assertThat(asked.body())
                            .isEqualTo("grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Atoken-exchange"
                                    + "&subject_token_type=urn%3Ahotleads%3Atoken-type%3Asession&subject_token="
                                    + SomeEdge.SESSION + "&audience=core");
                });
    }

    @Test
    void openNothingOnceTheyEnded() {
        edge.endSession();

        HttpResponse<String> answer = edge.get("/api/leads", "Cookie", SomeEdge.COOKIE);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("\"code\":\"signed-out\"");
        assertThat(edge.core.askedAtAll()).isEmpty();
    }

    @Test
    void areNeededForTheApi() {
        assertThat(edge.get("/api/leads").statusCode()).isEqualTo(401);
        assertThat(edge.get("/auth/admin/invites").statusCode()).isEqualTo(401);
        assertThat(edge.auth.askedAtAll()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "__Host-hotleads=short",
                "__Host-hotleads=with&audience=auth-smuggled-in",
                "hotleads=" + SomeEdge.SESSION,
                SomeEdge.COOKIE + "; " + SomeEdge.COOKIE
            })
    void areRefusedInAnyOtherShape(String cookie) {
        assertThat(edge.get("/api/leads", "Cookie", cookie).statusCode()).isEqualTo(401);
        assertThat(edge.auth.askedAtAll()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"500, {}", "401, {}", "400, '{\"error\":\"invalid_request\"}'", "200, 'not json'", "200, {}"})
    void areNotCalledEndedWhenAuthCannotTell(int status, String body) {
        edge.get("/api/leads", "Cookie", SomeEdge.COOKIE);
        edge.auth.answer("/oauth/token", status, body);

        HttpResponse<String> answer = edge.get("/api/leads", "Cookie", SomeEdge.COOKIE);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("\"code\":\"auth-away\"");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void areSetAsTheOneCookieWhenAuthSaysSo() {
        edge.auth.answer("/auth/sign-in", 200, "{}", "X-Set-Session", "bmV3LXNlc3Npb24tdmFsdWU", "Set-Cookie", "a=b");

        HttpResponse<String> answer = edge.postFromPage("/auth/sign-in", "{}");

        assertThat(answer.headers().allValues("Set-Cookie"))
                .containsExactly("__Host-hotleads=bmV3LXNlc3Npb24tdmFsdWU; Path=/; Secure; HttpOnly; SameSite=Strict");
        assertThat(answer.headers().firstValue("X-Set-Session")).isEmpty();
    }

    @Test
    void comeWithACookieThatTheBrowserIsRecognisedByForLonger() {
        edge.auth.answer(
                "/auth/sign-in",
                200,
                "{}",
                "X-Set-Session",
                "bmV3LXNlc3Npb24tdmFsdWU",
                "X-Set-Browser",
                "bmV3LWJyb3dzZXItdmFsdWU");

        HttpResponse<String> answer = edge.postFromPage("/auth/sign-in", "{}");

        assertThat(answer.headers().allValues("Set-Cookie"))
                .containsExactly(
                        "__Host-hotleads=bmV3LXNlc3Npb24tdmFsdWU; Path=/; Secure; HttpOnly; SameSite=Strict",
                        "__Host-hotleads-browser=bmV3LWJyb3dzZXItdmFsdWU; Path=/; Secure; HttpOnly; SameSite=Strict;"
                                + " Max-Age=34560000");
        assertThat(answer.headers().firstValue("X-Set-Browser")).isEmpty();
    }

    @Test
    void goToAuthWithWhatTheBrowserIsRecognisedByAndNowhereElse() {
        String cookies = SomeEdge.COOKIE + "; __Host-hotleads-browser=cmVjb2duaXNlZC1icm93c2Vy";
        edge.get("/auth/session", "Cookie", cookies);
        edge.get("/api/leads", "Cookie", cookies);

        assertThat(edge.auth.lastAsked("/auth/session").header("x-browser")).isEqualTo("cmVjb2duaXNlZC1icm93c2Vy");
        assertThat(edge.core.lastAsked("/api/leads").header("x-browser")).isNull();
    }

    @Test
    void areClearedWhenAuthSaysSo() {
        edge.auth.answer("/auth/sign-out", exchange -> {
            exchange.getResponseHeaders().add("X-Set-Session", "");
            SomeProgram.reply(exchange, 204, "");
        });

        HttpResponse<String> answer = edge.postFromPage("/auth/sign-out", "");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .containsExactly("__Host-hotleads=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0");
    }

    @Test
    void areNotSetToAnythingThatCouldAddToTheHeader() {
        edge.auth.answer("/auth/sign-in", 200, "{}", "X-Set-Session", "value-of-a-session; Domain=evil.test");

        assertThat(edge.postFromPage("/auth/sign-in", "{}").headers().allValues("Set-Cookie"))
                .isEmpty();
    }
}
