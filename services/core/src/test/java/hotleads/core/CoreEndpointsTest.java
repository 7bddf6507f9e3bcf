package hotleads.core;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.platform.endpoint.EndpointMatrix;
import hotleads.platform.endpoint.Endpoints;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every endpoint with every kind of token: only the one its row names gets in. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CoreEndpointsTest {
    private SomeCore core;

    @BeforeAll
    void start() {
        core = SomeCore.started();
    }

    @AfterAll
    void stop() {
        core.close();
    }

    @Test
    void theTableNamesEveryEndpointAndNoOther() {
        assertThat(EndpointMatrix.differences(endpoints(), core.bean(RequestMappingHandlerMapping.class)))
                // On the class path of tests only, where it writes our API's description.
                .filteredOn(difference -> !difference.contains("/v3/api-docs"))
                .isEmpty();
    }

    @Test
    void noEndpointTakesATokenThatWasNotMadeForIt() {
        EndpointMatrix matrix = new EndpointMatrix(core.uri("/"), "core", endpoints(), core.auth.tokens());

        assertThat(matrix.walk()).isEmpty();
        assertThat(matrix.tried()).isGreaterThan(100);
    }

    @Test
    void whatIsNotInTheTableIsRefusedToAdminsToo() {
        assertThat(core.get("/v3/api-docs", core.tony()).statusCode()).isEqualTo(403);
        assertThat(core.get("/actuator/env", core.tony()).statusCode()).isEqualTo(403);
    }

    @Test
    void aRefusalIsProblemJsonWithACodeAndTheRequestsId() {
        HttpResponse<String> refusal = core.get("/api/leads", null);

        assertThat(refusal.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(core.json(refusal).get("code").asString()).isEqualTo("no-valid-token");
        assertThat(core.json(refusal).get("requestId").asString())
                .isEqualTo(refusal.headers().firstValue("X-Request-Id").orElseThrow());
    }

    private Endpoints endpoints() {
        return core.bean(Endpoints.class);
    }
}
