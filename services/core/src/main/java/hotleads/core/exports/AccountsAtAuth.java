package hotleads.core.exports;

import hotleads.contracts.AccountNames;
import hotleads.contracts.AccountsHeld;
import hotleads.platform.token.ServiceCalls;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Asks auth for what it holds of a person, and for what staff are called. */
@Component
class AccountsAtAuth {
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final RestClient export;
    private final RestClient names;

    AccountsAtAuth(ServiceCalls calls, @Value("${HOTLEADS_AUTH_URL}") URI auth) {
        this.export = calls.to(auth, "auth", "account.export", LONGEST);
        this.names = calls.to(auth, "auth", "audit.read", LONGEST);
    }

    /** @throws org.springframework.web.client.RestClientException when auth is away */
    AccountsHeld of(UUID... people) {
        return Objects.requireNonNull(export.get()
                .uri(uri -> uri.path("/internal/accounts/held")
                        .queryParam("people", joined(List.of(people)))
                        .build())
                .retrieve()
                .body(AccountsHeld.class));
    }

    /** @throws org.springframework.web.client.RestClientException when auth is away */
    Map<UUID, String> names(Collection<UUID> accounts) {
        Map<UUID, String> found = new HashMap<>();
        UUID[] all = accounts.toArray(UUID[]::new);
        for (int from = 0; from < all.length; from += AccountNames.LIMIT) {
            List<UUID> some = Arrays.asList(all).subList(from, Math.min(all.length, from + AccountNames.LIMIT));
            found.putAll(Objects.requireNonNull(names.get()
                            .uri(uri -> uri.path("/internal/accounts/names")
                                    .queryParam("ids", joined(some))
                                    .build())
                            .retrieve()
                            .body(AccountNames.class))
                    .names());
        }
        return found;
    }

    private static String joined(List<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(","));
    }
}
