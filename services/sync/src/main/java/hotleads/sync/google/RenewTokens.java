package hotleads.sync.google;

import hotleads.contracts.GoogleTokenQuery;
import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ProviderOutcome;
import hotleads.sync.accounts.SealedAccounts;
import hotleads.sync.google.GoogleAccount.ServiceKey;
import hotleads.sync.google.GoogleAccount.Token;
import hotleads.sync.http.Deadline;
import hotleads.sync.values.AccessToken;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Gets one practitioner's two tokens, each with one scope, and seals them with the key that brought them. */
@Component
class RenewTokens {
    private static final Duration USUAL_LIFE = Duration.ofHours(1);

    private final GoogleApi api;
    private final GoogleProperties properties;
    private final ServiceAccountFile file;
    private final SealedAccounts accounts;

    RenewTokens(GoogleApi api, GoogleProperties properties, ServiceAccountFile file, SealedAccounts accounts) {
        this.api = api;
        this.properties = properties;
        this.file = file;
        this.accounts = accounts;
    }

    /** @param old what was sealed before; the settings seed what was never made */
    ProviderAnswer<byte[]> renew(byte @Nullable [] old, GoogleTokenQuery query) {
        Optional<ServiceKey> key = old == null
                ? file.read()
                : Optional.of(accounts.open(GoogleAccount.PROVIDER, old, GoogleAccount.class)
                        .key());
        return key.map(known -> tokens(known, query.person()))
                .orElseGet(() -> ProviderAnswer.failed(ProviderOutcome.REFUSED_PERMISSION, null, "not-connected"));
    }

    /** Credentials a person typed: they are tried for nobody yet, as whose calendar comes with the first order. */
    ProviderAnswer<byte[]> take(Map<String, String> fields) {
        return ServiceAccountFile.of(fields)
                .filter(key -> Assertion.signed(key, "", properties.readScope(), api.now())
                        .isPresent())
                .map(key -> ProviderAnswer.of(
                        accounts.seal(GoogleAccount.PROVIDER, new GoogleAccount(key, null, null, null))))
                .orElseGet(() -> ProviderAnswer.failed(ProviderOutcome.REFUSED_TOKEN, null, "credentials-refused"));
    }

    /** Without the second token nothing is written, and busy times are read all the same. */
    private ProviderAnswer<byte[]> tokens(ServiceKey key, String person) {
        if (Assertion.signed(key, person, properties.readScope(), api.now()).isEmpty()) {
            return ProviderAnswer.failed(ProviderOutcome.REFUSED_TOKEN, null, "credentials-refused");
        }
        Deadline deadline = api.deadline();
        ProviderAnswer<Token> reader = token(key, person, properties.readScope(), deadline);
        if (reader.content() == null) {
            return ProviderAnswer.failed(reader.outcome(), reader.retryAfterMillis(), reader.cause());
        }
        ProviderAnswer<Token> writer = token(key, person, properties.writeScope(), deadline);
        return ProviderAnswer.of(accounts.seal(
                GoogleAccount.PROVIDER, new GoogleAccount(key, person, reader.content(), writer.content())));
    }

    private ProviderAnswer<Token> token(ServiceKey key, String person, String scope, Deadline deadline) {
        return api.token(now -> Assertion.signed(key, person, scope, now).orElseThrow(), deadline)
                .as(json -> token(json, api.now()));
    }

    static @Nullable Token token(JsonNode json, Instant now) {
        String value = AccessToken.in(json);
        long seconds = json.path("expires_in").asLong(USUAL_LIFE.toSeconds());
        // Counted from our own clock: by Google's it may be over before it began.
        Instant until = now.plusSeconds(Math.clamp(seconds, 0, USUAL_LIFE.toSeconds()));
        return value.isEmpty() ? null : new Token(value, until);
    }
}
