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
import org.springframework.transaction.annotation.Transactional;

/** A token for one service to do one act at another (RFC 6749 section 4.4). */
@Component
class IssueServiceToken {
    private final Assertions assertions;
    private final SpentAssertions spent;
    private final SigningKeys keys;
    private final Trail trail;
    private final Clock clock;

    IssueServiceToken(Assertions assertions, SpentAssertions spent, SigningKeys keys, Trail trail, Clock clock) {
        this.assertions = assertions;
        this.spent = spent;
        this.keys = keys;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional
    public TokenAnswer issue(String assertion, String audience, String scope) {
        Optional<Assertion> checked = assertions.check(assertion);
        if (checked.isEmpty()) {
            return refuse(Actor.stranger(), TokenError.INVALID_CLIENT);
        }
        String service = checked.get().service();
        if (!spent.spend(checked.get())) {
            return refuse(Actor.service(service), TokenError.INVALID_CLIENT);
        }
        if (!Grants.allow(service, audience, scope)) {
            return refuse(Actor.service(service), TokenError.INVALID_SCOPE);
        }
        return new TokenAnswer.Issued(sign(service, audience, scope), TokenLife.SERVICE.toSeconds());
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

    private TokenAnswer refuse(Actor actor, TokenError why) {
        trail.refused(actor, Act.SERVICE_TOKEN_REFUSED, new Trail.Subject("token", why.word()), ClientAddress.NONE);
        return new TokenAnswer.Refused(why);
    }
}
