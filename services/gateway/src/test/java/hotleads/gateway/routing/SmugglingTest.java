package hotleads.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.gateway.SomeEdge;
import hotleads.gateway.SomeProgram;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that two readers could understand differently: whatever they hold, nothing of it arrives as a request. */
class SmugglingTest {
    private static final String HIDDEN = "POST /webhooks/hidden HTTP/1.1\r\nHost: localhost:PORT\r\n\r\n";

    private final SomeEdge edge = SomeEdge.shared();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 3\r\nContent-Length: 30\r\n",
                "Content-Length: 3, 30\r\n",
                "Content-Length: +3\r\n",
                "Content-Length: -3\r\n",
                "Content-Length: 0x3\r\n",
                "Content-Length: 99999999999999999999\r\n",
                "Content-Length: 3 0\r\n",
                "Content-Length:\r\n",
                "Content-Length: 3;x=1\r\n",
                "Transfer-Encoding: xchunked\r\n",
                "Transfer-Encoding: x, chunked\r\n",
                "Transfer-Encoding: chunked, x\r\n",
                "Transfer-Encoding: chunked;x=1\r\n",
                "Transfer-Encoding: \"chunked\"\r\n",
                "Transfer-Encoding: chun\u0000ked\r\n",
                "Transfer-Encoding: gzip, chunked\r\n",
                "Transfer-Encoding\t: chunked\r\n",
                "Transfer-Encoding: cow\r\nTransfer-Encoding: chunked\r\n",
                "Content-Length: 3\r\nTransfer-Encoding: xchunked\r\n",
                "Transfer-Encoding: identity\r\n",
                "Transfer-Encoding: chunked, identity\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
                "Transfer-Encoding : chunked\r\n",
                "Transfer-Encoding:\u000bchunked\r\n",
                "Content-Length : 3\r\n",
                " Folded: yes\r\n",
                "X-Acuity-Signature: a\u0000b\r\n",
                "X-Acuity-Signature: a\rContent-Length: 3\r\n",
                "Bad Name: x\r\n",
                "Host: evil.test\r\n"
            })
    void refusesAmbiguousHeads(String lines) {
        String answer = send("POST /webhooks/acuity HTTP/1.1\r\nHost: localhost:PORT\r\n" + lines + "\r\nabc" + HIDDEN);

        assertThat(answer).matches("(?s)HTTP/1.1 (400|501) .*").contains("Connection: close");
        assertThat(answer.split("HTTP/1.1 ", -1)).hasSize(2);
        assertThat(edge.webhooks.askedAtAll()).isEmpty();
    }

    @Test
    void readsLengthBesideChunksAsChunksAndThenEndsTheConnection() {
        String answer = send("POST /webhooks/acuity HTTP/1.1\r\nHost: localhost:PORT\r\nContent-Length: 5\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\n\r\n" + HIDDEN);

        assertThat(answer).contains("Connection: close");
        assertThat(edge.webhooks.asked("/webhooks/hidden")).isEmpty();
        assertThat(edge.webhooks.lastAsked("/webhooks/acuity").body()).isEqualTo("hi");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // What one reader takes for the body, the other would take for the next request.
                "Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: CHUNKED\r\nContent-Length: 4\r\n\r\n0\r\n\r\n",
                "Content-Length: 4\r\nTransfer-Encoding:\tchunked\r\n\r\n0\r\n\r\n"
            })
    void neverTakesTheRestOfADisputedBodyForARequest(String rest) {
        String answer = send("POST /webhooks/acuity HTTP/1.1\r\nHost: localhost:PORT\r\n" + rest + HIDDEN);

        assertThat(answer.split("HTTP/1.1 ", -1)).hasSize(2);
        assertThat(answer).contains("Connection: close");
        assertThat(edge.webhooks.asked("/webhooks/hidden")).isEmpty();
    }

    @Test
    void passesChunksOnUnderItsOwnLength() {
        send("POST /webhooks/acuity HTTP/1.1\r\nHost: localhost:PORT\r\nConnection: close\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n3\r\n-ho\r\n0\r\n\r\n");

        SomeProgram.Asked asked = edge.webhooks.lastAsked("/webhooks/acuity");
        assertThat(asked.body()).isEqualTo("hi-ho");
        assertThat(asked.header("content-length")).isEqualTo("5");
        assertThat(asked.header("transfer-encoding")).isNull();
    }

    @Test
    void joinsAFoldedHeaderIntoOneLine() {
        send("POST /webhooks/acuity HTTP/1.1\r\nHost: localhost:PORT\r\nX-Acuity-Signature: a\r\n Content-Length: 9\r\n"
                + "Connection: close\r\n\r\n");

        SomeProgram.Asked asked = edge.webhooks.lastAsked("/webhooks/acuity");
        assertThat(asked.header("x-acuity-signature")).matches("a +Content-Length: 9");
        assertThat(asked.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2\nhi\n0\n\n", "-2\r\nhi\r\n0\r\n\r\n", "2\r\nhi!!\r\n0\r\n\r\n", "zz\r\nhi\r\n0\r\n\r\n"})
    void refusesMalformedChunks(String chunks) {
        String answer = send("POST /webhooks/acuity HTTP/1.1\r\nHost: localhost:PORT\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n" + chunks + HIDDEN);

        assertThat(answer).startsWith("HTTP/1.1 400");
        assertThat(edge.webhooks.askedAtAll()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\nHost: localhost:PORT\nConnection: close\n\n",
                "POST /webhooks/acuity HTTP/1.1\r\nHost: localhost:PORT\nX: y\r\nConnection: close\r\n\r\n"
            })
    void takesABareLineFeedForNothingButTheEndOfALine(String request) {
        String answer = send(request);

        assertThat(answer.split("HTTP/1.1 ", -1)).hasSize(2);
        assertThat(edge.webhooks.askedAtAll())
                .allSatisfy(asked -> assertThat(asked.headers()).doesNotContainKey("x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/webhooks/../internal/inbox",
                "/api/../internal/acts",
                "/api/..%2finternal/acts",
                "/api/%2e%2e/internal/acts",
                "/api/%252e%252e/internal/acts",
                "/api/..;/internal/acts",
                "/api/leads;x=1",
                "/api//leads",
                "//api/leads",
                "/api/./leads",
                "///api/leads",
                "/api/%6ceads",
                "/api/leads%2f",
                "/api/leads?x=1#y",
                "/api/leads%3bx",
                "/;/api/leads",
                "/api;x/leads",
                "/api/.;/leads",
                "/api/leads/..",
                "/api/leads%00",
                "/api/leads%0d%0aX:1",
                "/api/lead\\s",
                "/auth/..\\oauth/token",
                "/assets/../staff.html",
                "/assets/%2e%2e/%2e%2e/etc/passwd",
                "/assets/..%5c..%5cetc",
                "/%c0%ae%c0%ae/etc/passwd",
                "/../../etc/passwd",
                "http://localhost:PORT/api/../internal",
                "http://evil.test/api/leads",
                "*",
                "api/leads"
            })
    void refusesAddressesThatTwoReadersCouldReadDifferently(String path) {
        String answer = send("GET " + path + " HTTP/1.1\r\nHost: localhost:PORT\r\nCookie: " + SomeEdge.COOKIE
                + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).matches("(?s)HTTP/1.1 (400|404|421) .*").contains("Content-Security-Policy");
        assertThat(edge.core.askedAtAll()).isEmpty();
        assertThat(edge.webhooks.askedAtAll()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"caf\u00e9", "\u0080\u00ff", "tab\tbed", "del\u007f", "\"quoted\""})
    void neverFailsOverUnusualBytesInAHeader(String value) {
        String answer = send("GET /auth/session HTTP/1.1\r\nHost: localhost:PORT\r\nUser-Agent: " + value
                + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).matches("(?s)HTTP/1.1 (200|400) .*");
    }

    @Test
    void readsTheLongestAddressWithoutEffort() {
        String answer = send(
                "GET " + "/a".repeat(1_024) + " HTTP/1.1\r\nHost: localhost:PORT\r\n" + "Connection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200");
    }

    @Test
    void refusesAMalformedQuery() {
        String answer = send("GET /api/leads?a=%zz HTTP/1.1\r\nHost: localhost:PORT\r\nCookie: " + SomeEdge.COOKIE
                + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400");
        assertThat(edge.core.askedAtAll()).isEmpty();
    }

    @Test
    void passesAQueryOnAsItWasWritten() {
        edge.send(edge.request("/")
                .uri(URI.create(edge.url() + "/api/leads?q=a%20b%26c&x=%2F..%2F"))
                .header("Cookie", SomeEdge.COOKIE));

        assertThat(edge.core.lastAsked("/api/leads").target()).isEqualTo("/api/leads?q=a%20b%26c&x=%2F..%2F");
    }

    private String send(String request) {
        return edge.connect()
                .say(request.replace("PORT", Integer.toString(edge.port)))
                .hearAll();
    }
}
