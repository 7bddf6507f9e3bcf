package hotleads.platform.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotleads.platform.endpoint.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.jwt.JwtException;

class InternalTokenDecoderTest {
    private final MovedClock clock = new MovedClock();
    private final ForgedTokens tokens = ForgedTokens.withOwnKey(clock);
    private final InternalTokenDecoder decoder = new InternalTokenDecoder(tokens.keys(), "core", clock);

    @Test
    void takesTokensMadeForThisService() {
        assertThat(decoder.decode(tokens.service("core", "webhooks", "inbox.append"))
                        .getSubject())
                .isEqualTo("webhooks");
        assertThat(decoder.decode(tokens.user("core", Role.CLIENT)).getClaimAsString("role"))
                .isEqualTo("client");
    }

    @Test
    void refusesEveryForgery() {
        var claims = tokens.userClaims("core", Role.ADMIN, UUID.randomUUID(), UUID.randomUUID());

        assertThat(tokens.forgeriesOf(claims.build()))
                .hasSizeGreaterThan(40)
                .allSatisfy((what, token) ->
                        assertThatThrownBy(() -> decoder.decode(token)).as(what).isInstanceOf(JwtException.class));
    }

    @ParameterizedTest(name = "auth is {0} s ahead")
    @ValueSource(ints = {-70, -60, -30, 0, 10})
    void takesAPersonsTokenOfAnAuthWhoseClockIsALittleOff(int ahead) {
        String token = tokens.user("core", Role.ADMIN);

        clock.now = clock.now.minusSeconds(ahead);

        assertThat(decoder.decode(token).getSubject()).isNotBlank();
    }

    @ParameterizedTest(name = "auth is {0} s ahead")
    @ValueSource(ints = {-71, 11, 60})
    void refusesAPersonsTokenOfAnAuthWhoseClockIsFurtherOff(int ahead) {
        String token = tokens.user("core", Role.ADMIN);

        clock.now = clock.now.minusSeconds(ahead);

        assertThatThrownBy(() -> decoder.decode(token)).isInstanceOf(JwtException.class);
    }

    @Test
    void refusesARememberedTokenOnceItsTimeIsOver() {
        String token = tokens.service("core", "webhooks", "inbox.append");
        decoder.decode(token);
        clock.now = clock.now.plus(Duration.ofMinutes(5).plusSeconds(11));

        assertThatThrownBy(() -> decoder.decode(token)).isInstanceOf(JwtException.class);
    }

    @Test
    void refusesARememberedTokensForgeries() {
        var claims = tokens.serviceClaims("core", "webhooks", "inbox.append").build();
        decoder.decode(tokens.sign(claims));

        assertThat(tokens.forgeriesOf(claims))
                .allSatisfy((what, token) ->
                        assertThatThrownBy(() -> decoder.decode(token)).as(what).isInstanceOf(JwtException.class));
    }

    private static final class MovedClock extends Clock {
        private Instant now = Instant.parse("2026-11-23T09:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
