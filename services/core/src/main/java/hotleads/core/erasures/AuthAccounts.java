package hotleads.core.erasures;

import hotleads.contracts.AccountHoldings;
import hotleads.contracts.PeopleErased;
import hotleads.platform.token.ServiceCalls;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** What auth holds of people, and that it is to go: account, factors and sessions are auth's alone. */
@Component
class AuthAccounts {
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final RestClient auth;

    AuthAccounts(ServiceCalls calls, @Value("${HOTLEADS_AUTH_URL}") URI auth) {
        this.auth = calls.to(auth, "auth", "account.erase", LONGEST);
    }

    /** Nothing while auth does not answer. */
    Optional<AccountHoldings> of(Collection<UUID> people) {
        String ids = people.stream().map(UUID::toString).collect(Collectors.joining(","));
        try {
            return Optional.ofNullable(auth.get()
                    .uri(uri -> uri.path("/internal/people/holdings")
                            .queryParam("ids", ids)
                            .build())
                    .retrieve()
                    .body(AccountHoldings.class));
        } catch (RestClientException away) {
            return Optional.empty();
        }
    }

    /**
     * Done twice it does nothing more.
     *
     * @throws RestClientException when auth is away
     */
    void erase(UUID erasure, Collection<UUID> people) {
        Objects.requireNonNull(auth.post()
                .uri("/internal/people/erase")
                .body(new PeopleErased(erasure, people.stream().toList()))
                .retrieve()
                .toBodilessEntity());
    }
}
