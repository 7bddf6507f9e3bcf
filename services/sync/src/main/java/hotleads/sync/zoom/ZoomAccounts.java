package hotleads.sync.zoom;

import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ProviderOutcome;
import hotleads.contracts.SourceAccount;
import hotleads.contracts.ZoomCredentials;
import hotleads.platform.settings.Secret;
import hotleads.sync.accounts.SealedAccounts;
import hotleads.sync.values.AccessToken;
import hotleads.sync.values.PlainText;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What opens the account: lent by core, sealed to it; made of the settings the first time. */
@Component
class ZoomAccounts {
    private static final String ZOOM = "zoom";
    private static final ProviderOutcome NEEDED = ProviderOutcome.TOKEN_NEEDED;

    /** Attendance needs these; an app with the older, broader scopes says so by other names. */
    private static final List<String> NEEDED_SCOPES = List.of(
            "report:read:list_meeting_participants:admin",
            "report:read:user:admin",
            "meeting:read:past_meeting:admin",
            "user:read:list_users:admin");

    private static final List<String> OLDER_SCOPES =
            List.of("report:read:admin", "report:read:admin", "meeting:read:admin", "user:read:admin");

    private final ZoomApi api;
    private final SealedAccounts sealed;
    private final ZoomProperties properties;
    private final Clock clock;

    ZoomAccounts(ZoomApi api, SealedAccounts sealed, ZoomProperties properties, Clock clock) {
        this.api = api;
        this.sealed = sealed;
        this.properties = properties;
        this.clock = clock;
    }

    /** Empty when core lent nothing, so that it asks for a token first. */
    Optional<ZoomGrant> open(byte @Nullable [] account) {
        return account == null ? Optional.empty() : Optional.of(sealed.open(ZOOM, account, ZoomGrant.class));
    }

    ZoomAnswer.Failed noToken() {
        return new ZoomAnswer.Failed(NEEDED, "token-expired");
    }

    ProviderAnswer<byte[]> renew(byte @Nullable [] account) {
        return open(account)
                .map(ZoomGrant::credentials)
                .or(this::fromSettings)
                .map(this::grant)
                .orElseGet(() -> ProviderAnswer.failed(ProviderOutcome.REFUSED_TOKEN, null, "not-connected"));
    }

    /** They are kept only when Zoom gives a token for them. */
    ProviderAnswer<byte[]> grant(ZoomCredentials credentials) {
        return api.token(credentials).read(json -> sealed(credentials, json));
    }

    ProviderAnswer<SourceAccount> opened(ZoomGrant grant) {
        return api.get(grant, "users", "/users?page_size=1")
                .read(json -> json.path("users").isArray() ? new SourceAccount(null, null, missing(grant)) : null);
    }

    private byte @Nullable [] sealed(ZoomCredentials credentials, JsonNode json) {
        String token = AccessToken.in(json);
        if (token.isEmpty()) {
            return null;
        }
        Instant expiresAt =
                clock.instant().plusSeconds(Math.clamp(json.path("expires_in").asLong(0), 0, 7_200));
        String scopes = PlainText.of(json.path("scope").asString(""));
        return sealed.seal(ZOOM, new ZoomGrant(credentials, token, expiresAt, scopes == null ? "" : scopes));
    }

    private static List<String> missing(ZoomGrant grant) {
        Set<String> given = Arrays.stream(grant.scopes().split(" ")).collect(Collectors.toSet());
        return NEEDED_SCOPES.stream()
                .filter(scope ->
                        !given.contains(scope) && !given.contains(OLDER_SCOPES.get(NEEDED_SCOPES.indexOf(scope))))
                .toList();
    }

    private Optional<ZoomCredentials> fromSettings() {
        String account = properties.accountId();
        String client = properties.clientId();
        Secret secret = properties.clientSecret();
        return account == null
                        || account.isBlank()
                        || client == null
                        || client.isBlank()
                        || secret == null
                        || secret.isBlank()
                ? Optional.empty()
                : Optional.of(new ZoomCredentials(account, client, secret.reveal()));
    }
}
