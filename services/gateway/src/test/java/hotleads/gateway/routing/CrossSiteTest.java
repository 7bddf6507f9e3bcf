package hotleads.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.gateway.SomeEdge;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrossSiteTest {
    private final SomeEdge edge = SomeEdge.shared();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/auth/sign-in",
                "/auth/sign-out",
                "/auth/invites/accept",
                "/auth/admin/invites",
                "/api/leads/7/outcomes"
            })
    void refusesAChangeThatNoPageOfOursVouchesFor(String path) {
        HttpResponse<String> answer = edge.post(path, "{}", "Cookie", SomeEdge.COOKIE);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("\"code\":\"cross-site\"");
        assertThat(edge.auth.askedAtAll()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, https://evil.test",
        "Origin, null",
        "Origin, https://localhost",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Sec-Fetch-Site, none"
    })
    void refusesAChangeFromElsewhere(String header, String value) {
        assertThat(edge.post("/api/leads", "{}", "Cookie", SomeEdge.COOKIE, header, value)
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"})
    void signsNobodyInToAStrangersAccountByAFormElsewhere(String type) {
        HttpResponse<String> answer = edge.post(
                "/auth/sign-in",
                "{\"email\":\"stranger@evil.test\",\"password\":\"x\"}",
                "Content-Type",
                type,
                "Origin",
                "https://evil.test",
                "Sec-Fetch-Site",
                "cross-site",
                "Sec-Fetch-Mode",
                "navigate");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(edge.auth.askedAtAll()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/leads", "/auth/sign-in", "/webhooks/acuity", "/"})
    void allowsNoOtherSiteInAPreflight(String path) {
        HttpResponse<String> answer = edge.send(edge.request(path)
                .method("OPTIONS", java.net.http.HttpRequest.BodyPublishers.noBody())
                .header("Origin", "https://evil.test")
                .header("Access-Control-Request-Method", "POST"));

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control"));
    }

    @Test
    void refusesWhenTheTwoContradict() {
        assertThat(edge.post("/api/leads", "{}", "Origin", "https://evil.test", "Sec-Fetch-Site", "same-origin")
                        .statusCode())
                .isEqualTo(403);
        assertThat(edge.post("/api/leads", "{}", "Origin", edge.url(), "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void letsOurOwnPagesChangeThings() {
        assertThat(edge.post("/api/leads", "{}", "Cookie", SomeEdge.COOKIE, "Origin", edge.url())
                        .statusCode())
                .isEqualTo(200);
        assertThat(edge.post("/api/leads", "{}", "Cookie", SomeEdge.COOKIE, "Sec-Fetch-Site", "same-origin")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void letsNoOtherSiteReadEither() {
        assertThat(edge.get("/api/leads", "Cookie", SomeEdge.COOKIE, "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void letsALinkFromElsewhereOpenAPage() {
        assertThat(edge.get("/leads", "Sec-Fetch-Site", "cross-site").statusCode())
                .isEqualTo(200);
    }

    @Test
    void asksNoProviderForAnOrigin() {
        assertThat(edge.post("/webhooks/acuity", "a=b").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.test", "localhost", "localhost:1", "127.0.0.1:PORT", "localhost.evil.test:PORT"})
    void servesNoOtherName(String host) {
        String answer = edge.connect()
                .say("GET / HTTP/1.1\r\nHost: " + host.replace("PORT", "" + edge.port)
                        + "\r\nConnection: close\r\n\r\n")
                .hearAll();

        assertThat(answer).startsWith("HTTP/1.1 421").contains("wrong-host").contains("Strict-Transport-Security");
    }

    @Test
    void tellsALoadBalancerThatItLivesUnderAnyName() {
        String answer = edge.connect()
                .say("GET /healthz HTTP/1.1\r\nHost: 10.0.0.7\r\nConnection: close\r\n\r\n")
                .hearAll();

        assertThat(answer).startsWith("HTTP/1.1 200").contains("{\"status\":\"up\"}");
    }
}
