package hotleads.gateway.health;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.gateway.SomeEdge;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class ReadinessTest {
    private final SomeEdge edge = SomeEdge.shared();

    @Test
    void isThereWhenEveryProgramBehindIsReady() {
        HttpResponse<String> answer = edge.get("/readyz");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"problems\":{},\"status\":\"ready\"}");
        assertThat(edge.webhooks.asked("/readyz")).hasSize(1);
    }

    @Test
    void isNotThereWhileOneIsNotAndSaysWhy() {
        edge.core.answer("/readyz", 503, "{\"status\":\"not ready\",\"problems\":{\"database\":\"away\"}}");

        HttpResponse<String> answer = edge.get("/readyz");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body())
                .isEqualTo("{\"problems\":{\"core\":{\"database\":\"away\"}},\"status\":\"not ready\"}");
    }

    @Test
    void showsTheFiguresOfThoseBehindToThisMachine() {
        edge.core.answer(
                "/readyz",
                200,
                "{\"status\":\"ready\",\"problems\":{},\"figures\":{\"audit-shipping\":{\"behind\":7}}}");

        assertThat(edge.get("/readyz").body())
                .isEqualTo(
                        "{\"figures\":{\"core\":{\"audit-shipping\":{\"behind\":7}}},\"problems\":{},\"status\":\"ready\"}");
    }

    @Test
    void isNotThereWhileOneIsAway() {
        try (SomeEdge lonely = SomeEdge.with("--gateway.upstreams.sync=http://127.0.0.1:" + SomeEdge.freePort())) {
            HttpResponse<String> answer = lonely.get("/readyz");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("\"sync\":\"away\"");
        }
    }

    @Test
    void isNoMatterForBeingAlive() {
        edge.core.answer("/readyz", 503, "{}");

        assertThat(edge.get("/healthz").body()).isEqualTo("{\"status\":\"up\"}");
        assertThat(edge.core.askedAtAll()).isEmpty();
    }
}
