package hotleads.auth.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import hotleads.auth.RunningAuth;
import hotleads.platform.endpoint.EndpointMatrix;
import hotleads.platform.endpoint.Endpoints;
import hotleads.platform.token.ForgedTokens;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class EndpointsTest extends RunningAuth {
    private final Endpoints endpoints;
    private final RequestMappingHandlerMapping served;
    private final StoredKeys stored;

    EndpointsTest(
            @Autowired Endpoints endpoints,
            @Autowired RequestMappingHandlerMapping served,
            @Autowired StoredKeys stored) {
        this.endpoints = endpoints;
        this.served = served;
        this.stored = stored;
    }

    @Test
    void allHaveARowInTheTableAndEveryRowIsServed() {
        assertThat(EndpointMatrix.differences(endpoints, served)).isEmpty();
    }

    @Test
    void takeTheirOwnTokensAndNoForgery() {
        // Auth's own key cannot be taken out of it, so it is given one that we know.
        ECKey known = ForgedTokens.freshKey("known-to-the-test");
        stored.add(known, clock.instant());
        clock.forward(Duration.ofMinutes(2));
        EndpointMatrix matrix = new EndpointMatrix(
                URI.create("http://127.0.0.1:" + port), "auth", endpoints, new ForgedTokens(known, clock));

        assertThat(matrix.walk()).isEmpty();
        assertThat(matrix.tried()).isGreaterThan(500);
    }
}
