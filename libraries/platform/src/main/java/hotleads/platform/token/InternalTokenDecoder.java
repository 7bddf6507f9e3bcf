package hotleads.platform.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Takes internal tokens made for one audience, and refuses all others. */
public final class InternalTokenDecoder implements JwtDecoder {
    private static final Duration SKEW = Duration.ofSeconds(10);
    // A service's token is used for thousands of calls and a person's for those of some seconds, and checking a
    // signature
    // costs more than most calls: remember the checked ones.
    private final Cache<String, Jwt> checked = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(Duration.ofSeconds(60))
            .build();
    private final TokenGate gate = new TokenGate(Tokens.TYPE);
    private final NimbusJwtDecoder nimbus;
    private final OAuth2TokenValidator<Jwt> time;

    /** @param audience the service that is called, the only {@code aud} taken */
    public InternalTokenDecoder(JWKSource<SecurityContext> keys, String audience, Clock clock) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType(Tokens.TYPE)));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, keys));
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        JwtTimestampValidator timestamps = new JwtTimestampValidator(SKEW);
        timestamps.setClock(clock);
        this.time = timestamps;
        this.nimbus = new NimbusJwtDecoder(processor);
        this.nimbus.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                timestamps, new JwtIssuerValidator(Tokens.ISSUER), token -> madeFor(audience, token)));
    }

    @Override
    public Jwt decode(String token) {
        Jwt known = checked.getIfPresent(token);
        if (known != null && !time.validate(known).hasErrors()) {
            return known;
        }
        gate.check(token);
        Jwt decoded = verify(token);
        checked.put(token, decoded);
        return decoded;
    }

    private Jwt verify(String token) {
        try {
            return nimbus.decode(token);
        } catch (JwtException failure) {
            // Keys were looked up a moment ago and this one was not among them: the token is bad, not our service.
            if (failure.getCause() instanceof RateLimitReachedException) {
                throw new BadJwtException("Token refused: unknown key");
            }
            throw failure;
        }
    }

    private static OAuth2TokenValidatorResult madeFor(String audience, Jwt token) {
        boolean complete = List.of(audience).equals(token.getAudience())
                && token.getSubject() != null
                && token.getExpiresAt() != null
                && token.getClaims().get("scope") instanceof String;
        return complete
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(
                        new OAuth2Error("invalid_token", "Made for another audience", null));
    }
}
