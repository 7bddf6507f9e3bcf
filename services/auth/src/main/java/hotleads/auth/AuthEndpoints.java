package hotleads.auth;

import static hotleads.platform.endpoint.Role.ADMIN;
import static hotleads.platform.endpoint.Role.CLIENT;
import static hotleads.platform.endpoint.Role.PRACTITIONER;
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
    private static final String ERASE = "account.erase";
    private static final String READ = "account.read";
    private static final String PLACES = "practitioner.places";
    private static final String PLACE = "practitioner.place";
    private static final String DIGEST = "digest.send";
    private static final String EXPORT = "account.export";
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
                .service(POST, "/auth/passkey/options", RELAY)
                .service(POST, "/auth/passkey", RELAY)
                .service(POST, "/auth/recovery", RELAY)
                .service(POST, "/auth/set-up/totp", RELAY)
                .service(POST, "/auth/set-up/totp/confirm", RELAY)
                .service(POST, "/auth/set-up/passkey", RELAY)
                .service(POST, "/auth/set-up/passkey/confirm", RELAY)
                .service(POST, "/auth/set-up/recovery-codes", RELAY)
                .service(POST, "/auth/set-up/recovery-codes/confirm", RELAY)
                .service(POST, "/auth/step-up", RELAY)
                .service(POST, "/auth/step-up/passkey/options", RELAY)
                .service(POST, "/auth/step-up/passkey", RELAY)
                .service(POST, "/auth/lock", RELAY)
                .service(GET, "/auth/factors", RELAY)
                .service(POST, "/auth/factors/passkey", RELAY)
                .service(POST, "/auth/factors/passkey/confirm", RELAY)
                .service(POST, "/auth/factors/totp", RELAY)
                .service(POST, "/auth/factors/totp/confirm", RELAY)
                .service(POST, "/auth/factors/rename", RELAY)
                .service(POST, "/auth/factors/remove", RELAY)
                .service(POST, "/auth/factors/recovery-codes", RELAY)
                .service(POST, "/auth/factors/recovery-codes/confirm", RELAY)
                .service(POST, "/auth/password", RELAY)
                .service(POST, "/auth/sign-out", RELAY)
                .service(POST, "/auth/invites/open", RELAY)
                .service(POST, "/auth/invites/accept", RELAY)
                .service(POST, "/auth/resets/accept", RELAY)
                .user(GET, "/auth/admin/people", ADMIN)
                .freshUser(POST, "/auth/admin/people/{accountId}/role", ADMIN)
                .freshUser(POST, "/auth/admin/people/{accountId}/practice", ADMIN)
                .freshUser(POST, "/auth/admin/people/{accountId}/lock", ADMIN)
                .freshUser(POST, "/auth/admin/people/{accountId}/unlock", ADMIN)
                .freshUser(POST, "/auth/admin/people/{accountId}/sessions/end", ADMIN)
                .freshUser(POST, "/auth/admin/people/{accountId}/sessions/{sessionId}/end", ADMIN)
                .freshUser(POST, "/auth/admin/people/{accountId}/resets", ADMIN)
                .user(GET, "/auth/admin/resets", ADMIN)
                .freshUser(POST, "/auth/admin/resets/{resetId}/approve", ADMIN)
                .freshUser(POST, "/auth/admin/resets/{resetId}/card", ADMIN)
                .freshUser(POST, "/auth/admin/resets/{resetId}/finish", ADMIN)
                // Stopping weakens nothing, and may be urgent.
                .user(POST, "/auth/admin/resets/{resetId}/stop", ADMIN)
                .freshUser(POST, "/auth/admin/card", ADMIN)
                .user(GET, "/auth/admin/invites", ADMIN)
                .freshUser(POST, "/auth/admin/invites", ADMIN)
                .freshUser(POST, "/auth/admin/invites/{inviteId}/withdraw", ADMIN)
                .user(GET, "/auth/me/sessions", ADMIN, PRACTITIONER, CLIENT)
                .user(POST, "/auth/me/sessions/{sessionId}/end", ADMIN, PRACTITIONER, CLIENT)
                .user(POST, "/auth/me/sessions/end-others", ADMIN, PRACTITIONER, CLIENT)
                .user(GET, "/auth/admin/staff", ADMIN)
                .user(GET, "/auth/admin/keys", ADMIN)
                .freshUser(POST, "/auth/admin/keys/{purpose}/rotate", ADMIN)
                .service(POST, "/internal/invites", INVITE)
                .service(POST, "/internal/people/{personId}/invites", INVITE)
                .service(GET, "/internal/people/holdings", ERASE)
                .service(POST, "/internal/people/erase", ERASE)
                .service(GET, "/internal/accounts/exists", INVITE)
                .service(GET, "/internal/accounts/calendars", READ)
                .service(GET, "/internal/accounts/held", EXPORT)
                .service(GET, "/internal/accounts/places", PLACES)
                .service(POST, "/internal/accounts/places", PLACE)
                .service(GET, "/internal/accounts/{accountId}/role", READ)
                .service(GET, "/internal/accounts/names", AUDIT)
                .service(POST, "/internal/digests", DIGEST)
                .service(GET, "/internal/audit", AUDIT)
                .service(GET, "/internal/audit/entries", AUDIT)
                .service(GET, "/internal/audit/chain", AUDIT);
    }
}
