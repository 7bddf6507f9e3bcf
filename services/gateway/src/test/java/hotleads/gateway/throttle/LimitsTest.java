package hotleads.gateway.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.gateway.SomeEdge;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {
    private final SomeEdge edge = SomeEdge.shared();

    @ParameterizedTest
    @CsvSource({"/webhooks/acuity, 8192", "/auth/sign-in, 16384", "/api/leads, 65536"})
    void takeABodyOfTheAllowedSizeAndNotOneByteMore(String path, int size) {
        assertThat(edge.postFromPage(path, "x".repeat(size)).statusCode()).isEqualTo(200);

        HttpResponse<String> answer = edge.postFromPage(path, "x".repeat(size + 1));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("\"code\":\"too-large\"");
    }

    @Test
    void letWhoAsksFirstSendNothingInVain() {
        String answer = edge.connect()
                .say("POST /webhooks/acuity HTTP/1.1\r\nHost: localhost:" + edge.port
                        + "\r\nContent-Length: 1000000\r\nExpect: 100-continue\r\n\r\n")
                .hearAll();

        assertThat(answer).startsWith("HTTP/1.1 413").contains("Connection: close");
    }

    @ParameterizedTest
    @CsvSource({"8192, 200", "8193, 413", "100000, 413"})
    void countABodyThatDoesNotSayItsSize(int size, int status) {
        HttpResponse<String> answer = edge.send(edge.request("/webhooks/acuity")
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(new byte[size]))));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(edge.webhooks.askedAtAll()).hasSize(status == 200 ? 1 : 0);
    }

    @Test
    void takeNoBodyWhereNoneBelongs() {
        HttpResponse<String> answer = edge.send(edge.request("/api/leads")
                .method("GET", BodyPublishers.ofString("body"))
                .header("Cookie", SomeEdge.COOKIE));

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void endAnAddressAtTwoKibibytes() {
        assertThat(edge.get("/leads?" + "x".repeat(2_042)).statusCode()).isEqualTo(200);
        assertThat(edge.get("/leads?" + "x".repeat(2_043)).statusCode()).isEqualTo(414);
    }

    @Test
    void endAHeadAtSixteenKibibytes() {
        assertThat(edge.get("/leads", "X-Long", "x".repeat(15_000)).statusCode())
                .isEqualTo(200);
        assertThat(edge.get("/leads", "X-Long", "x".repeat(17_000)).statusCode())
                .isEqualTo(400);
    }

    @Test
    void slowDownGuessingAndSayWhenToComeBack() {
        for (int tries = 0; tries < 60; tries++) {
            assertThat(edge.postFromPage("/auth/sign-in", "{}").statusCode()).isEqualTo(200);
        }

        HttpResponse<String> refused = edge.postFromPage("/auth/sign-in", "{}");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("\"code\":\"too-many-requests\"", "\"retryAfter\":1");
        assertThat(refused.headers().firstValue("Retry-After")).contains("1");
        assertThat(edge.get("/auth/session").statusCode()).isEqualTo(200);

        edge.clock.forward(Duration.ofSeconds(1));

        assertThat(edge.postFromPage("/auth/sign-in", "{}").statusCode()).isEqualTo(200);
        assertThat(edge.postFromPage("/auth/sign-in", "{}").statusCode()).isEqualTo(429);
    }

    @Test
    void letAProvidersBurstThrough() {
        for (int delivery = 0; delivery < 600; delivery++) {
            assertThat(edge.post("/webhooks/acuity", "a=b").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void waitNoLongerForAProgramThanAgreed() {
        try (SomeEdge hasty = SomeEdge.with("--gateway.waits.answer=200ms")) {
            hasty.core.answer("/api/leads", exchange -> {
                exchange.sendResponseHeaders(200, 10);
                exchange.getResponseBody().write('{');
                exchange.getResponseBody().flush();
            });

            HttpResponse<String> answer = hasty.get("/api/leads", "Cookie", SomeEdge.COOKIE);

            assertThat(answer.statusCode()).isEqualTo(504);
            assertThat(answer.body()).contains("\"code\":\"core-slow\"");
        }
    }

    @Test
    void tellAProviderToComeBackWhenWebhooksIsAway() {
        try (SomeEdge lonely = SomeEdge.with("--gateway.upstreams.webhooks=http://127.0.0.1:" + SomeEdge.freePort())) {
            HttpResponse<String> answer = lonely.post("/webhooks/acuity", "a=b");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("2");
        }
    }

    @Test
    void breakAnAnswerOffRatherThanLookComplete() {
        edge.core.answer("/api/export", exchange -> {
            exchange.sendResponseHeaders(200, 200_000);
            exchange.getResponseBody().write(new byte[100_000]);
            exchange.getResponseBody().flush();
            throw new IOException("gone");
        });

        String answer = edge.connect()
                .say("GET /api/export HTTP/1.1\r\nHost: localhost:" + edge.port + "\r\nCookie: " + SomeEdge.COOKIE
                        + "\r\n\r\n")
                .hearAll();

        assertThat(answer).contains("Content-Length: 200000").hasSizeLessThan(150_000);
    }
}
