package hotleads.sync.zoom;

import com.sun.net.httpserver.HttpExchange;
import hotleads.sync.AcuityStandIn;
import hotleads.sync.AcuityStandIn.Reaction;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The contract, kept by answers written after Zoom's contract sheet. */
class WrittenZoomAnswersTest extends ZoomContract {
    private static final AcuityStandIn ZOOM = new AcuityStandIn();

    @BeforeAll
    static void aSmallAccount() {
        ZOOM.reacts(WrittenZoomAnswersTest::answer);
    }

    @AfterAll
    static void stop() {
        ZOOM.close();
    }

    private static void answer(HttpExchange exchange) throws IOException, InterruptedException {
        String asked = exchange.getRequestURI().toString();
        String authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        reaction(asked, authorization).to(exchange);
    }

    private static Reaction reaction(String asked, String authorization) {
        String pair = Base64.getEncoder().encodeToString("demo-client:demo-secret".getBytes(StandardCharsets.UTF_8));
        if (asked.endsWith("/oauth/token")) {
            return authorization.equals("Basic " + pair)
                    ? AcuityStandIn.json(200, ZoomAnswers.TOKEN.replace("some-token", "good-token"))
                    : AcuityStandIn.json(
                            400, "{\"reason\":\"Invalid client_id or client_secret\",\"error\":\"invalid_client\"}");
        }
        if (!authorization.equals("Bearer good-token")) {
            return AcuityStandIn.json(401, "{\"code\":124,\"message\":\"Invalid access token.\"}");
        }
        if (asked.contains("/users?")) {
            return AcuityStandIn.json(200, "{\"page_size\":1,\"total_records\":4,\"users\":[{\"id\":\"x\"}]}");
        }
        if (asked.contains("nobody")) {
            return AcuityStandIn.json(404, "{\"code\":1001,\"message\":\"User does not exist.\"}");
        }
        if (asked.contains("nothing")) {
            return AcuityStandIn.json(404, ZoomAnswers.NOT_FOUND);
        }
        if (asked.contains("/participants")) {
            return AcuityStandIn.json(200, ZoomAnswers.PARTICIPANTS);
        }
        if (asked.contains("/report/users/")) {
            return AcuityStandIn.json(
                    200, ZoomAnswers.runs(asked.contains("type=pastOne") ? ZoomAnswers.ALONE : ZoomAnswers.RUN));
        }
        return AcuityStandIn.json(200, ZoomAnswers.RUN);
    }

    @Override
    URI base() {
        return ZOOM.uri();
    }

    @Override
    String host() {
        return "dana@practice.example";
    }

    @Override
    LocalDate today() {
        return LocalDate.of(2026, 11, 24);
    }
}
