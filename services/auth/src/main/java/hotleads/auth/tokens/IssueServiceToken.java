package hotleads.auth.tokens;

import com.nimbusds.jwt.JWTClaimsSet;
import hotleads.audit.Actor;
import hotleads.auth.trail.Act;
import hotleads.auth.trail.ClientAddress;
import hotleads.auth.trail.Trail;
import hotleads.platform.token.Tokens;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A token for one service to do one act at another (RFC 6749 section 4.4). */
@Component
class IssueServiceToken {
    private final Assertions assertions;
    private final SpentAssertions spent;
    private final SigningKeys keys;
    private final Trail trail;
    private final TransactionTemplate together;
    private final Clock clock;

    IssueServiceToken(
            Assertions assertions,
            SpentAssertions spent,
            SigningKeys keys,
            Trail trail,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.assertions = assertions;
        this.spent = spent;
        this.keys = keys;
        this.trail = trail;
        this.together = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    TokenAnswer issue(String text, String audience, String scope) {
        Optional<Assertion> assertion = assertions.check(text);
        Optional<TokenError> refusal = together.execute(status -> refusalOf(assertion, audience, scope));
        // Signed after the transaction: no connection waits for it.
        return refusal.<TokenAnswer>map(TokenAnswer.Refused::new)
                .orElseGet(() -> new TokenAnswer.Issued(
                        sign(assertion.orElseThrow().service(), audience, scope), TokenLife.SERVICE.toSeconds()));
    }

    private Optional<TokenError> refusalOf(Optional<Assertion> assertion, String audience, String scope) {
        if (assertion.isEmpty()) {
            return refuse(Actor.stranger(), TokenError.INVALID_CLIENT);
        }
        Actor service = Actor.service(assertion.get().service());
        if (!spent.spend(assertion.get())) {
            return refuse(service, TokenError.INVALID_CLIENT);
        }
        return Grants.allow(assertion.get().service(), audience, scope)
                ? Optional.empty()
                : refuse(service, TokenError.INVALID_SCOPE);
    }

    private Optional<TokenError> refuse(Actor actor, TokenError why) {
        trail.refused(actor, Act.SERVICE_TOKEN_REFUSED, new Trail.Subject("token", why.word()), ClientAddress.NONE);
        return Optional.of(why);
    }

    private String sign(String service, String audience, String scope) {
        Instant now = clock.instant();
        return keys.sign(new JWTClaimsSet.Builder()
                .issuer(Tokens.ISSUER)
                .subject(service)
                .audience(audience)
                .claim("scope", scope)
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plus(TokenLife.SERVICE)))
                .jwtID(UUID.randomUUID().toString())
                .build());
    }
}
