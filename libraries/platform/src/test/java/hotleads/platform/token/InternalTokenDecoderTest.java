package hotleads.platform.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import hotleads.platform.endpoint.Role;
import hotleads.platform.time.HandClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.jwt.JwtException;

class InternalTokenDecoderTest {
    private final HandClock clock = new HandClock();
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

        clock.forward(Duration.ofSeconds(-ahead));

        assertThat(decoder.decode(token).getSubject()).isNotBlank();
    }

    @ParameterizedTest(name = "auth is {0} s ahead")
    @ValueSource(ints = {-71, 11, 60})
    void refusesAPersonsTokenOfAnAuthWhoseClockIsFurtherOff(int ahead) {
        String token = tokens.user("core", Role.ADMIN);

        clock.forward(Duration.ofSeconds(-ahead));

        assertThatThrownBy(() -> decoder.decode(token)).isInstanceOf(JwtException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "core, ADMIN",
        "core, PRACTITIONER",
        "core, CLIENT",
        "auth, ADMIN",
        "auth, signin.relay",
        "core, inbox.append",
        "webhooks, hook.relay",
        "sync, provider.read"
    })
    void refusesAThousandForgeriesOfEachKindOfToken(String audience, String kind) {
        InternalTokenDecoder ofThis = new InternalTokenDecoder(tokens.keys(), audience, clock);
        JWTClaimsSet claims = (kind.contains(".")
                        ? tokens.serviceClaims(audience, "gateway", kind)
                        : tokens.userClaims(audience, Role.valueOf(kind), UUID.randomUUID(), UUID.randomUUID()))
                .build();
        Map<String, String> corpus = tokens.corpusOf(claims);

        assertThat(ofThis.decode(tokens.sign(claims)).getAudience()).containsExactly(audience);
        assertThat(corpus).hasSizeGreaterThan(1_000);
        assertThat(accepted(ofThis, corpus)).isEmpty();
    }

    /** Anything but a refusal is a finding, a failure of another kind too. */
    private static List<String> accepted(InternalTokenDecoder decoder, Map<String, String> corpus) {
        List<String> accepted = new ArrayList<>();
        corpus.forEach((what, token) -> {
            try {
                decoder.decode(token);
                accepted.add(what);
            } catch (JwtException refused) {
                // As it should be.
                return;
            } catch (RuntimeException | StackOverflowError failed) {
                accepted.add(what + ": " + failed);
            }
        });
        return accepted;
    }

    @Test
    void refusesARememberedTokenOnceItsTimeIsOver() {
        String token = tokens.service("core", "webhooks", "inbox.append");
        decoder.decode(token);
        clock.forward(Duration.ofMinutes(5).plusSeconds(11));

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
}
