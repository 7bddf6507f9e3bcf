package hotleads.auth;

import static hotleads.platform.endpoint.Role.ADMIN;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import hotleads.platform.endpoint.Endpoints;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every endpoint of auth, and who may call it. */
@Configuration(proxyBeanMethods = false)
class AuthEndpoints {
    private static final String RELAY = "signin.relay";
    private static final String INVITE = "account.invite";
    private static final String READ = "account.read";
    private static final String AUDIT = "audit.read";

    @Bean
    Endpoints endpoints() {
        return new Endpoints()
                .open(GET, "/oauth/jwks")
                // Open, because a service without a token comes here for one; what it presents is checked inside.
                .open(POST, "/oauth/token")
                .open(GET, "/auth/openapi.json")
                .service(GET, "/auth/session", RELAY)
                .service(POST, "/auth/sign-in", RELAY)
                .service(POST, "/auth/second-factor", RELAY)
                .service(POST, "/auth/recovery", RELAY)
                .service(POST, "/auth/set-up/totp", RELAY)
                .service(POST, "/auth/set-up/totp/confirm", RELAY)
                .service(POST, "/auth/set-up/recovery-codes", RELAY)
                .service(POST, "/auth/set-up/recovery-codes/confirm", RELAY)
                .service(POST, "/auth/sign-out", RELAY)
                .service(POST, "/auth/invites/open", RELAY)
                .service(POST, "/auth/invites/accept", RELAY)
                .user(POST, "/auth/admin/invites", ADMIN)
                .user(GET, "/auth/admin/staff", ADMIN)
                .user(GET, "/auth/admin/keys", ADMIN)
                .user(POST, "/auth/admin/keys/{purpose}/rotate", ADMIN)
                .service(POST, "/internal/invites", INVITE)
                .service(GET, "/internal/accounts/exists", INVITE)
                .service(GET, "/internal/accounts/{accountId}/role", READ)
                .service(GET, "/internal/accounts/names", AUDIT)
                .service(GET, "/internal/audit", AUDIT)
                .service(GET, "/internal/audit/entries", AUDIT)
                .service(GET, "/internal/audit/chain", AUDIT);
    }
}
