package hotleads.gateway.answer;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.gateway.SomeEdge;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The score of Mozilla's HTTP Observatory: from 100 an A+, and each kind of answer has at least 130. */
class ObservatoryTest {
    private static final int LEAST = 130;

    private final SomeEdge edge = SomeEdge.shared();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/portal/",
                "/sign-in",
                "/assets/staff-D1g35t.js",
                "/assets/style-D1g35t.css",
                "/assets/missing.js",
                "/robots.txt",
                "/api/leads",
                "/api/openapi.json",
                "/auth/session",
                "/auth/openapi.json",
                "/healthz",
                "/readyz",
                "/a%2fb"
            })
    void isAtLeast130OnEveryKindOfAnswer(String path) {
        HttpResponse<String> answer = edge.get(path);

        assertThat(Observatory.score(answer.headers(), answer.body()))
                .as("%s", Observatory.points(answer.headers(), answer.body()))
                .isGreaterThanOrEqualTo(LEAST);
    }

    @Test
    void isHigherStillWhereTheSessionsCookieIsSet() {
        edge.auth.answer("/auth/sign-in", 200, "{}", "X-Set-Session", "bmV3LXNlc3Npb24tdmFsdWU");

        HttpResponse<String> answer = edge.postFromPage("/auth/sign-in", "{}");

        assertThat(Observatory.score(answer.headers(), answer.body())).isEqualTo(LEAST + 5);
    }

    @Test
    void keepsAnswersOfTheApiOutOfEveryCache() {
        for (String path : List.of("/api/leads", "/auth/session", "/api/openapi.json", "/")) {
            assertThat(edge.get(path, "Cookie", SomeEdge.COOKIE).headers().allValues("Cache-Control"))
                    .containsExactly("no-store");
        }
    }

    @Test
    void fallsBelowWithAnyOfTheUsualMistakes() {
        HttpResponse<String> page = edge.get("/");
        Map.of(
                        "content-security-policy", "default-src 'none'; script-src 'unsafe-inline'",
                        "referrer-policy", "unsafe-url",
                        "strict-transport-security", "max-age=60",
                        "x-content-type-options", "sniff",
                        "cross-origin-resource-policy", "cross-origin",
                        "set-cookie", "session=1; Path=/; Secure; HttpOnly; SameSite=Strict",
                        "access-control-allow-origin", "*")
                .forEach((name, value) -> {
                    Map<String, List<String>> changed =
                            new java.util.TreeMap<>(page.headers().map());
                    changed.put(name, List.of(value));

                    assertThat(Observatory.score(HttpHeaders.of(changed, (n, v) -> true), page.body()))
                            .as(name)
                            .isLessThan(LEAST);
                });
        assertThat(Observatory.score(page.headers(), "<script src=\"https://cdn.test/x.js\"></script>"))
                .isLessThan(LEAST);
    }
}
