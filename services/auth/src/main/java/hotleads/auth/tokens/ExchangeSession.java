package hotleads.auth.tokens;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jwt.JWTClaimsSet;
import hotleads.auth.sessions.SessionSecret;
import hotleads.auth.sessions.SignedInSessions;
import hotleads.auth.sessions.SignedInSessions.SignedIn;
import hotleads.platform.token.Tokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * A token for one request of a signed-in person (RFC 8693); runs once per request, so it asks the database once. Each
 * request asks whose session it is; only the signature of an answer that would say the same is used again.
 */
@Component
class ExchangeSession {
    /** Words of RFC 8176: a key was shown to be held, and its device had asked for the person. */
    private static final List<String> BY_PASSKEY = List.of("pop", "user");

    private static final List<String> BY_PASSWORD_AND_CODE = List.of("pwd", "otp");

    /** Leaves a token two thirds of its life. */
    private static final Duration GIVEN_AGAIN_FOR = TokenLife.USER.dividedBy(3);

    /** Of two requests at once the one that asked for the time first may find what the other signed. */
    private static final Duration A_REQUEST_LATER = Duration.ofSeconds(1);

    private final Cache<Said, Signed> given = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(GIVEN_AGAIN_FOR)
            .build();
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
                .<TokenAnswer>map(person -> issue(new Said(person, audience)))
                .orElseGet(() -> new TokenAnswer.Refused(TokenError.INVALID_GRANT));
    }

    private TokenAnswer.Issued issue(Said said) {
        Instant now = clock.instant();
        Signed signed = given.getIfPresent(said);
        if (signed == null || !signed.isGoodAt(now)) {
            signed = new Signed(sign(said.person, said.audience, now), now);
            given.put(said, signed);
        }
        return new TokenAnswer.Issued(
                signed.token,
                TokenLife.USER.minus(Duration.between(signed.at, now)).toSeconds());
    }

    private String sign(SignedIn person, String audience, Instant now) {
        return keys.sign(new JWTClaimsSet.Builder()
                .issuer(Tokens.ISSUER)
                .subject(person.account().toString())
                .audience(audience)
                .claim("scope", "api")
                .claim("role", person.role().word())
                .claim("sid", person.sid().toString())
                .claim("amr", person.byPasskey() ? BY_PASSKEY : BY_PASSWORD_AND_CODE)
                // Who has no second factor gets no token, so there is one level (RFC 9470); how fresh it is, auth_time
                // says.
                .claim("acr", Tokens.TWO_FACTORS)
                // Left out where there are none: the builder takes no claim without a value.
                .claim(Tokens.ACUITY_CALENDARS, person.acuityCalendars().isEmpty() ? null : person.acuityCalendars())
                .claim(
                        Tokens.PERSON,
                        person.person() == null ? null : person.person().toString())
                .claim("auth_time", person.secondFactorAt().getEpochSecond())
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plus(TokenLife.USER)))
                .jwtID(UUID.randomUUID().toString())
                .build());
    }

    /** All that a token says beside its times, so that whatever changes about the person is in the next one. */
    private record Said(SignedIn person, String audience) {}

    private record Signed(String token, Instant at) {
        /** Once the clock was put back, what was signed before is not valid yet. */
        boolean isGoodAt(Instant now) {
            return now.isAfter(at.minus(A_REQUEST_LATER)) && now.isBefore(at.plus(GIVEN_AGAIN_FOR));
        }

        @Override
        public String toString() {
            return "[token]";
        }
    }
}
