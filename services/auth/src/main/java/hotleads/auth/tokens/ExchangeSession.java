package hotleads.auth.tokens;

import com.nimbusds.jwt.JWTClaimsSet;
import hotleads.auth.sessions.SessionSecret;
import hotleads.auth.sessions.SignedInSessions;
import hotleads.auth.sessions.SignedInSessions.SignedIn;
import hotleads.platform.token.Tokens;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** A token for one request of a signed-in person (RFC 8693); runs once per request, so it asks the database once. */
@Component
class ExchangeSession {
    /** Words of RFC 8176: a key was shown to be held, and its device had asked for the person. */
    private static final List<String> BY_PASSKEY = List.of("pop", "user");

    private static final List<String> BY_PASSWORD_AND_CODE = List.of("pwd", "otp");

    private final SignedInSessions sessions;
    private final SigningKeys keys;
    private final Clock clock;

    ExchangeSession(SignedInSessions sessions, SigningKeys keys, Clock clock) {
        this.sessions = sessions;
        this.keys = keys;
        this.clock = clock;
    }

    TokenAnswer exchange(SessionSecret secret, String audience) {
        return exchange(audience, () -> sessions.use(secret));
    }

    /** For what a page does by itself: it keeps no session alive that nobody uses. */
    TokenAnswer exchangePassively(SessionSecret secret, String audience) {
        return exchange(audience, () -> sessions.look(secret));
    }

    private TokenAnswer exchange(String audience, Supplier<Optional<SignedIn>> session) {
        if (!Grants.allowUsersAt(audience)) {
            return new TokenAnswer.Refused(TokenError.INVALID_TARGET);
        }
        return session.get()
                .<TokenAnswer>map(person -> new TokenAnswer.Issued(sign(person, audience), TokenLife.USER.toSeconds()))
                .orElseGet(() -> new TokenAnswer.Refused(TokenError.INVALID_GRANT));
    }

    private String sign(SignedIn person, String audience) {
        Instant now = clock.instant();
        return keys.sign(new JWTClaimsSet.Builder()
                .issuer(Tokens.ISSUER)
                .subject(person.account().toString())
                .audience(audience)
                .claim("scope", "api")
                .claim("role", person.role().word())
                .claim("sid", person.sid().toString())
                .claim("amr", person.byPasskey() ? BY_PASSKEY : BY_PASSWORD_AND_CODE)
                .claim("auth_time", person.secondFactorAt().getEpochSecond())
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plus(TokenLife.USER)))
                .jwtID(UUID.randomUUID().toString())
                .build());
    }
}
