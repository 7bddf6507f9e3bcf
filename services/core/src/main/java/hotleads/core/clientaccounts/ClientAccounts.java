package hotleads.core.clientaccounts;

import hotleads.contracts.InviteMade;
import hotleads.contracts.NewClient;
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

/** Asks auth for an account about a person; auth alone keeps accounts. */
@Component
class ClientAccounts {
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final RestClient auth;

    ClientAccounts(ServiceCalls calls, @Value("${HOTLEADS_AUTH_URL}") URI auth) {
        this.auth = calls.to(auth, "auth", "account.invite", LONGEST);
    }

    /** A newer invite takes an older one's place. */
    InviteMade invite(UUID person, NewClient client) {
        try {
            return Objects.requireNonNull(auth.post()
                    .uri("/internal/people/{person}/invites", person)
                    .body(client)
                    .retrieve()
                    .body(InviteMade.class));
        } catch (HttpClientErrorException.Conflict there) {
            throw new Problem(HttpStatus.CONFLICT, "account-exists", "This person or e-mail has an account already");
        } catch (HttpClientErrorException.UnprocessableContent wrong) {
            throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invite-not-usable", "E-mail or name cannot be used");
        } catch (RestClientException away) {
            throw new Problem(HttpStatus.SERVICE_UNAVAILABLE, "accounts-away", "Nobody can be invited just now");
        }
    }
}
