package hotleads.platform.token;

import hotleads.platform.http.KeptConnections;
import hotleads.platform.request.RequestId;
import hotleads.platform.traces.TracedCalls;
import hotleads.platform.traces.Traces;
import jakarta.annotation.PreDestroy;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/**
 * Makes HTTP clients that call another service for one act: token, request id and place in the trace go along by
 * themselves.
 */
@Component
@ConditionalOnBean(ServiceTokens.class)
public class ServiceCalls {
    private static final Duration CONNECT = Duration.ofSeconds(3);

    private final ServiceTokens tokens;
    private final Traces traces;
    private final KeptConnections connections = new KeptConnections(CONNECT);

    ServiceCalls(ServiceTokens tokens, Traces traces) {
        this.tokens = tokens;
        this.traces = traces;
    }

    /**
     * A client for one act.
     *
     * @param read how long an answer may take
     */
    public RestClient to(URI service, String audience, String scope, Duration read) {
        var requests = new HttpComponentsClientHttpRequestFactory(connections.client());
        requests.setReadTimeout(read);
        return RestClient.builder()
                .baseUrl(service)
                .requestFactory(requests)
                .requestInterceptor(new TracedCalls(traces, audience + ' ' + scope))
                .requestInterceptor((request, body, execution) -> {
                    request.getHeaders().setBearerAuth(tokens.tokenFor(audience, scope));
                    String requestId = RequestId.current();
                    if (requestId != null) {
                        request.getHeaders().set(RequestId.HEADER, requestId);
                    }
                    return execution.execute(request, body);
                })
                .build();
    }

    @PreDestroy
    void close() {
        connections.close();
    }
}
