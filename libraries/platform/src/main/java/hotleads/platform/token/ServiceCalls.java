package hotleads.platform.token;

import hotleads.platform.request.RequestId;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Makes HTTP clients that call another service for one act: token and request id go along by themselves. */
@Component
@ConditionalOnBean(ServiceTokens.class)
public class ServiceCalls {
    private static final Duration CONNECT = Duration.ofSeconds(3);

    private final ServiceTokens tokens;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    ServiceCalls(ServiceTokens tokens) {
        this.tokens = tokens;
    }

    /**
     * A client for one act.
     *
     * @param read how long an answer may take
     */
    public RestClient to(URI service, String audience, String scope, Duration read) {
        var requests = new JdkClientHttpRequestFactory(http);
        requests.setReadTimeout(read);
        return RestClient.builder()
                .baseUrl(service)
                .requestFactory(requests)
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
}
