package hotleads.platform.traces;

import java.io.IOException;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Each call of a client is a step.
 *
 * @param what whom it calls and for what, in our words
 */
public record TracedCalls(Traces traces, String what) implements ClientHttpRequestInterceptor {
    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        try (Traces.Step step = traces.call(what, request.getMethod().name(), request.getHeaders()::set)) {
            ClientHttpResponse answer = execution.execute(request, body);
            step.answered(answer.getStatusCode().value());
            return answer;
        }
    }
}
