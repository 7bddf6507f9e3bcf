package hotleads.core.audit;

import hotleads.audit.chain.ChainReader;
import hotleads.audit.chain.ChainUnreadable;
import hotleads.audit.chain.ReadChainLines;
import hotleads.contracts.AccountNames;
import hotleads.contracts.AuditedChain;
import hotleads.contracts.AuditedEntry;
import hotleads.platform.token.ServiceCalls;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.util.UriBuilder;

/** The other chain: auth's, read over its internal endpoints. */
@Component
class AuthTrail {
    static final String CHAIN = "auth";

    /** A whole chain takes its time. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private static final Duration USUAL = Duration.ofSeconds(10);

    private final RestClient pages;
    private final RestClient whole;

    AuthTrail(ServiceCalls calls, @Value("${HOTLEADS_AUTH_URL}") URI auth) {
        this.pages = calls.to(auth, "auth", "audit.read", USUAL);
        this.whole = calls.to(auth, "auth", "audit.read", LONGEST);
    }

    /**
     * How far it has come, and how many entries below {@code before} are meant.
     *
     * @throws RestClientException when auth is away
     */
    AuditedChain state(Wanted wanted, long before) {
        return Objects.requireNonNull(pages.get()
                .uri(uri -> with(uri.path("/internal/audit"), wanted, before).build())
                .retrieve()
                .body(AuditedChain.class));
    }

    /** @throws RestClientException when auth is away */
    List<AuditedEntry> page(Wanted wanted, long before, int limit) {
        return Objects.requireNonNull(pages.get()
                .uri(uri -> with(uri.path("/internal/audit/entries"), wanted, before)
                        .queryParam("limit", limit)
                        .build())
                .retrieve()
                .body(new ParameterizedTypeReference<List<AuditedEntry>>() {}));
    }

    /**
     * The whole chain, in order.
     *
     * @throws RestClientException when auth is away
     * @throws ChainUnreadable when it breaks off
     */
    void read(ChainReader reader) {
        whole.get().uri("/internal/audit/chain").exchange((request, response) -> {
            ReadChainLines.read(requireOk(response), reader);
            return true;
        });
    }

    /** The lines that prove what is wanted, as auth writes them. */
    void prove(Wanted wanted, long before, OutputStream out) {
        whole.get()
                .uri(uri ->
                        with(uri.path("/internal/audit/chain"), wanted, before).build())
                .exchange((request, response) -> requireOk(response).transferTo(out));
    }

    private static InputStream requireOk(RestClient.RequestHeadersSpec.ConvertibleClientHttpResponse response)
            throws IOException {
        if (!response.getStatusCode().is2xxSuccessful()) {
            throw new RestClientException("Auth answered " + response.getStatusCode());
        }
        return response.getBody();
    }

    /** What people with accounts are called. */
    Map<UUID, String> names(Collection<UUID> accounts) {
        if (accounts.isEmpty()) {
            return Map.of();
        }
        String ids =
                accounts.stream().limit(AccountNames.LIMIT).map(UUID::toString).collect(Collectors.joining(","));
        return Objects.requireNonNull(pages.get()
                        .uri(uri -> uri.path("/internal/accounts/names")
                                .queryParam("ids", ids)
                                .build())
                        .retrieve()
                        .body(AccountNames.class))
                .names();
    }

    private static UriBuilder with(UriBuilder uri, Wanted wanted, long before) {
        wanted.parameters().forEach(uri::queryParam);
        return uri.queryParam("before", before);
    }
}
