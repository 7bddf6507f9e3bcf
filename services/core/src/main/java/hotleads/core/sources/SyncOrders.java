package hotleads.core.sources;

import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ProviderOrder;
import hotleads.contracts.ProviderOutcome;
import hotleads.platform.token.ServiceCalls;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Orders at sync with an account lent to it. A sync that is away is one more provider that did not answer. */
@Component
class SyncOrders {
    /** What is told of an order that sync did not answer. */
    static final String AWAY = "sync-away";

    /** Sync gives up on a provider after a minute; a little later nobody is waiting there any more. */
    private static final Duration LONGEST = Duration.ofSeconds(65);

    private final RestClient reading;
    private final RestClient writing;

    SyncOrders(ServiceCalls calls, @Value("${HOTLEADS_SYNC_URL}") URI sync) {
        this.reading = calls.to(sync, "sync", "provider.read", LONGEST);
        this.writing = calls.to(sync, "sync", "provider.write", LONGEST);
    }

    <T> ProviderAnswer<T> read(
            String path, ProviderOrder<?> order, ParameterizedTypeReference<ProviderAnswer<T>> type) {
        return send(reading, path, order, type);
    }

    <T> ProviderAnswer<T> write(
            String path, ProviderOrder<?> order, ParameterizedTypeReference<ProviderAnswer<T>> type) {
        return send(writing, path, order, type);
    }

    private static <T> ProviderAnswer<T> send(
            RestClient client,
            String path,
            ProviderOrder<?> order,
            ParameterizedTypeReference<ProviderAnswer<T>> type) {
        try {
            return Objects.requireNonNull(
                    client.post().uri(path).body(order).retrieve().body(type));
        } catch (RestClientException away) {
            return ProviderAnswer.failed(ProviderOutcome.UNCLEAR, null, AWAY);
        }
    }
}
