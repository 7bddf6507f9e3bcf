package hotleads.core.staff;

import hotleads.contracts.AccountRole;
import hotleads.platform.endpoint.Role;
import hotleads.platform.problem.Problem;
import hotleads.platform.token.ServiceCalls;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Asks auth what an account is to the practice; it alone knows. */
@Component
public class StaffAccounts {
    private static final Duration LONGEST = Duration.ofSeconds(3);

    private final RestClient auth;

    StaffAccounts(ServiceCalls calls, @Value("${HOTLEADS_AUTH_URL}") URI auth) {
        this.auth = calls.to(auth, "auth", "account.read", LONGEST);
    }

    public boolean isAdministrator(UUID account) {
        return isA(Role.ADMIN, account);
    }

    public boolean isPractitioner(UUID account) {
        return isA(Role.PRACTITIONER, account);
    }

    private boolean isA(Role role, UUID account) {
        try {
            AccountRole answer = Objects.requireNonNull(auth.get()
                    .uri("/internal/accounts/{account}/role", account)
                    .retrieve()
                    .body(AccountRole.class));
            return answer.role().equals(role.word());
        } catch (HttpClientErrorException.NotFound nobody) {
            return false;
        } catch (RestClientException away) {
            throw new Problem(
                    HttpStatus.SERVICE_UNAVAILABLE, "staff-unknown", "Who works here cannot be looked up just now");
        }
    }
}
