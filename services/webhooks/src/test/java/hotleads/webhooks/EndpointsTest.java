package hotleads.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.platform.endpoint.EndpointMatrix;
import hotleads.platform.endpoint.Endpoints;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** All endpoints of this program, and who may call them. */
class EndpointsTest {
    private static final Program PROGRAM = new Program();

    private final Endpoints endpoints = PROGRAM.part(Endpoints.class);

    @AfterAll
    static void stop() {
        PROGRAM.close();
    }

    @Test
    void eachHasItsRowInTheTable() {
        var served = PROGRAM.part(RequestMappingHandlerMapping.class);

        assertThat(EndpointMatrix.differences(endpoints, served)).isEmpty();
    }

    @Test
    void eachTakesTheTokensOfItsRowAndNoOther() {
        EndpointMatrix matrix = new EndpointMatrix(
                URI.create("http://127.0.0.1:" + PROGRAM.port()), "webhooks", endpoints, Program.AUTH.tokens());

        assertThat(matrix.walk()).isEmpty();
    }
}
