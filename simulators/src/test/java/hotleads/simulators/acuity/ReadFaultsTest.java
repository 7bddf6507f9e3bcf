package hotleads.simulators.acuity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotleads.simulators.SomeSimulators;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReadFaultsTest {

    private SomeSimulators some;

    @BeforeEach
    void start() throws IOException {
        some = new SomeSimulators(null);
    }

    @AfterEach
    void stop() {
        some.close();
    }

    @Test
    void tooManyRequestsNamesAWait() {
        HttpResponse<String> answer = meWith("too-many-requests");

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).contains("2");
        assertThat(answer.body()).contains("too_many_requests");
    }

    @Test
    void tooManyRequestsMayNameNone() {
        HttpResponse<String> answer = meWith("too-many-requests-silent");

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).isEmpty();
    }

    @Test
    void aRotatedKeyIsTheOnlyOneThatFits() {
        assertThat(meWith("key-rotated").statusCode()).isEqualTo(401);
        assertThat(some.acuityWithKey("demo-acuity-key-rotated", "/me").statusCode())
                .isEqualTo(200);
    }

    @Test
    void theEdgeAnswersInHtml() {
        HttpResponse<String> answer = meWith("html-502");

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        assertThat(answer.body()).startsWith("<html>");
    }

    @Test
    void acuityItselfMayFailInItsOwnEnvelope() {
        HttpResponse<String> answer = meWith("server-error");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("\"error\":\"server_error\"").contains("\"status_code\":500");
    }

    @Test
    void aLostAnswerLeavesTheActDone() {
        long id = some.someUpcomingBooking();
        some.switchOn("answer-lost");

        assertThatThrownBy(() -> some.acuity("PUT", "/appointments/" + id + "/cancel", "{}"))
                .hasCauseInstanceOf(IOException.class);

        assertThat(some.control("GET", "/bookings/" + id, null).get("state").asString())
                .isEqualTo("cancelled");
    }

    @Test
    void slowAnswersDripOutOverTheWholeTime() {
        HttpResponse<String> answer = meWith("slow");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(some.pauses.stream().reduce(Duration.ZERO, Duration::plus))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void truncatedAnswersAreNoJson() {
        HttpResponse<String> answer = meWith("truncated-json");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThatThrownBy(() -> JsonMapper.shared().readTree(answer.body())).isInstanceOf(JacksonException.class);
    }

    @Test
    void shapesChangeAsRecordingsDiffer() {
        assertThat(oneWith("labels-empty-list").get("labels").isArray()).isTrue();
        assertThat(oneWith("duration-as-number").get("duration").isNumber()).isTrue();
        assertThat(oneWith("offset-with-colon").get("datetime").asString()).matches(".*-0[45]:00");
        assertThat(oneWith("forms-missing").has("forms")).isFalse();
        assertThat(oneWith("phone-null").get("phone").isNull()).isTrue();
    }

    @Test
    void theEleventhRequestInASecondIsRefused() {
        for (int request = 0; request < 10; request++) {
            assertThat(unmoved().statusCode()).isNotEqualTo(429);
        }
        HttpResponse<String> refused = unmoved();
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).contains("1");

        some.time.advance(Duration.ofSeconds(1));

        assertThat(unmoved().statusCode()).isNotEqualTo(429);
    }

    @Test
    void theOrdinaryLimitMayBeSilentOrOff() {
        some.switchOn("no-retry-after");
        for (int request = 0; request < 10; request++) {
            unmoved();
        }
        assertThat(unmoved().headers().firstValue("Retry-After")).isEmpty();

        some.switchOn("no-rate-limit");

        assertThat(unmoved().statusCode()).isNotEqualTo(429);
    }

    @Test
    void twentyAtOnceIsTheMost() {
        var limit = new RateLimit(some.time);
        for (int second = 0; second < 2; second++) {
            for (int request = 0; request < 10; request++) {
                assertThat(limit.enter()).isTrue();
            }
            some.time.advance(Duration.ofSeconds(1));
        }
        assertThat(limit.enter()).isFalse();

        limit.leave();

        assertThat(limit.enter()).isTrue();
    }

    @Test
    void everythingIsPutBackAtOnce() {
        some.switchOn("html-502");

        some.control("DELETE", "/faults", null);

        assertThat(some.acuity("GET", "/me", null).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> unmoved() {
        return some.get("/acuity/api/v1/me");
    }

    private HttpResponse<String> meWith(String fault) {
        some.switchOn(fault);
        return some.acuity("GET", "/me", null);
    }

    private JsonNode oneWith(String fault) {
        some.switchOn(fault);
        return some.read("/appointments?max=1").get(0);
    }
}
