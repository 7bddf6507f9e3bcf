package hotleads.gateway.answer;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.gateway.SomeEdge;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadersTest {
    private final SomeEdge edge = SomeEdge.shared();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1",
                "HEAD /leads HTTP/1.1",
                "GET /portal/ HTTP/1.1",
                "GET /assets/staff-D1g35t.js HTTP/1.1",
                "GET /assets/missing.js HTTP/1.1",
                "GET /robots.txt HTTP/1.1",
                "GET /healthz HTTP/1.1",
                "GET /readyz HTTP/1.1",
                "GET /api/leads HTTP/1.1",
                "GET /api/openapi.json HTTP/1.1",
                "GET /auth/session HTTP/1.1",
                "POST /api/leads HTTP/1.1",
                "POST /webhooks/acuity HTTP/1.1\r\nContent-Length: 9000",
                "DELETE / HTTP/1.1",
                "OPTIONS * HTTP/1.1",
                "TRACE / HTTP/1.1",
                "GET /%zz HTTP/1.1",
                "GET /a|b HTTP/1.1",
                "GET /%00 HTTP/1.1",
                "GET / HTTP/1.1\r\nHost: second",
                "GET / HTTP/1.1\r\nBad Header",
                "GET / HTTP/1.1\r\nContent-Length: x",
                "GET / HTTP/9.9",
                "nonsense"
            })
    void standOnEveryKindOfAnswer(String head) {
        String answer = edge.connect()
                .say(head + "\r\nHost: localhost:" + edge.port + "\r\nConnection: close\r\n\r\n" + bodyOf(head))
                .hearAll();

        Map<String, String> headers = headersOf(answer);
        assertThat(headers.get("content-security-policy"))
                .startsWith("default-src 'none'; ")
                .contains("frame-ancestors 'none'")
                .contains("base-uri 'none'")
                .doesNotContain("unsafe");
        assertThat(headers)
                .containsEntry("strict-transport-security", "max-age=63072000; includeSubDomains")
                .containsEntry("x-content-type-options", "nosniff")
                .containsEntry("x-frame-options", "DENY")
                .containsEntry("referrer-policy", "no-referrer")
                .containsEntry("cross-origin-opener-policy", "same-origin")
                .containsEntry("cross-origin-resource-policy", "same-origin")
                .containsEntry("cross-origin-embedder-policy", "require-corp")
                .containsKeys("permissions-policy", "cache-control", "x-request-id")
                .doesNotContainKeys("server", "x-powered-by");
        assertThat(answer).doesNotContainIgnoringCase("tomcat").doesNotContain("<h1>");
    }

    /** A body that is announced and never comes would be waited for. */
    private static String bodyOf(String head) {
        return head.endsWith("Content-Length: 9000") ? "x".repeat(9_000) : "";
    }

    private static Map<String, String> headersOf(String answer) {
        Map<String, String> headers = new TreeMap<>();
        String head = answer.substring(0, answer.indexOf("\r\n\r\n"));
        head.lines().skip(1).forEach(line -> {
            String[] field = line.split(": ", 2);
            headers.put(field[0].toLowerCase(Locale.ROOT), field.length == 2 ? field[1] : "");
        });
        return headers;
    }
}
