package hotleads.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.gateway.RawHttp2;
import hotleads.gateway.SomeEdge;
import hotleads.gateway.SomeProgram.Asked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * HTTP/2 carries lengths and names apart, HTTP/1.1 behind the edge does not: nothing may turn from one into the other.
 */
class Http2SmugglingTest {
    private final SomeEdge edge = SomeEdge.shared();

    @Test
    void takesAPlainRequest() {
        try (RawHttp2 wire = plain("/webhooks/acuity")) {
            assertThat(wire.field("content-length", "2").send("hi")).isEqualTo("answered");
        }

        assertThat(edge.webhooks.lastAsked("/webhooks/acuity").body()).isEqualTo("hi");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "x-acuity-signature, \"a\r\nX-Session: forged\"",
                "x-acuity-signature, \"a\nX-Session: forged\"",
                "x-acuity-signature, \"a\u0000b\"",
                "\"x-acuity-signature: a\r\nx-session\", forged",
                "\"x-acuity-signature \", a",
                "X-Acuity-Signature, a",
                "transfer-encoding, chunked",
                "connection, close",
                "keep-alive, timeout=5",
                "content-length, 3",
                "content-length, \"5, 5\"",
                "content-length, 99999999999999999999",
                ":path, /webhooks/hidden",
                ":method, GET",
                ":unknown, x",
                "host, evil.test"
            })
    void refusesAFieldThatWouldMeanSomethingElseBehind(String name, String value) {
        try (RawHttp2 wire = plain("/webhooks/acuity")) {
            assertThat(wire.field(name, value).send("hello")).isNotEqualTo("failed");
        }

        assertThat(edge.webhooks.askedAtAll()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"6, hel, lo", "6, hello, ''", "1000, '', ''"})
    void refusesABodyShorterThanItSaid(String length, String first, String second) {
        try (RawHttp2 wire = plain("/webhooks/acuity")) {
            wire.field("content-length", length).send(first, second);
        }

        assertThat(edge.webhooks.askedAtAll()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"5, hel, lo", "5, hello, ''", "0, '', ''"})
    void takesABodyInAsManyFramesAsItComes(String length, String first, String second) {
        try (RawHttp2 wire = plain("/webhooks/acuity")) {
            assertThat(wire.field("content-length", length).send(first, second)).isEqualTo("answered");
        }

        assertThat(edge.webhooks.lastAsked("/webhooks/acuity").body()).isEqualTo(first + second);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "\"/webhooks/acuity HTTP/1.1\r\nHost: x\r\n\r\nPOST /webhooks/hidden\"",
                "\"/webhooks/acuity x\"",
                "/webhooks/../internal/inbox",
                "//webhooks/acuity",
                "webhooks/acuity",
                "\"\""
            })
    void refusesAnAddressThatTwoReadersCouldReadDifferently(String path) {
        try (RawHttp2 wire = plain(path)) {
            wire.send("hello");
        }

        assertThat(edge.webhooks.askedAtAll()).isEmpty();
    }

    @Test
    void refusesAMethodThatIsMoreThanAWord() {
        try (RawHttp2 wire = edge.connectHttp2()) {
            wire.field(":method", "POST /webhooks/hidden HTTP/1.1\r\nX: x")
                    .field(":scheme", "https")
                    .field(":authority", "localhost:" + edge.port)
                    .field(":path", "/webhooks/acuity")
                    .send("hello");
        }

        assertThat(edge.webhooks.askedAtAll()).isEmpty();
    }

    @Test
    void passesOnNothingThatTheEdgeAlonePuts() {
        try (RawHttp2 wire = plain("/webhooks/acuity")) {
            wire.field("x-client-address", "6.6.6.6")
                    .field("authorization", "Bearer forged")
                    .field("x-session", "forged")
                    .send("hello");
        }

        Asked asked = edge.webhooks.lastAsked("/webhooks/acuity");
        assertThat(asked.header("x-client-address")).isEqualTo("127.0.0.1");
        assertThat(asked.header("authorization")).isEqualTo("Bearer hook.relay-at-webhooks");
        assertThat(asked.headers()).doesNotContainKey("x-session");
    }

    private RawHttp2 plain(String path) {
        return edge.connectHttp2()
                .field(":method", "POST")
                .field(":scheme", "https")
                .field(":authority", "localhost:" + edge.port)
                .field(":path", path);
    }
}
