package hotleads.platform.token;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.jwt.BadJwtException;

class TokenGateTest {
    private final TokenGate gate = new TokenGate(Tokens.TYPE);
    private final String genuine =
            ForgedTokens.withOwnKey(Clock.systemUTC()).service("core", "webhooks", "inbox.append");

    @Test
    void letsOurOwnTokensThrough() {
        assertThatCode(() -> gate.check(genuine)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"alg\":\"none\",\"kid\":\"k\",\"typ\":\"at+jwt\"}",
                "{\"alg\":\"HS256\",\"kid\":\"k\",\"typ\":\"at+jwt\"}",
                "{\"alg\":\"es256\",\"kid\":\"k\",\"typ\":\"at+jwt\"}",
                "{\"alg\":\"ES256\",\"kid\":\"k\"}",
                "{\"alg\":\"ES256\",\"typ\":\"at+jwt\"}",
                "{\"alg\":\"ES256\",\"kid\":7,\"typ\":\"at+jwt\"}",
                "{\"alg\":\"ES256\",\"kid\":\"\",\"typ\":\"at+jwt\"}",
                "{\"alg\":\"ES256\",\"kid\":\"a/b\",\"typ\":\"at+jwt\"}",
                "{\"alg\":\"ES256\",\"kid\":\"k\",\"typ\":\"AT+JWT\"}",
                "{\"alg\":\"ES256\",\"kid\":\"k\",\"typ\":\"at+jwt\",\"jku\":\"https://stranger.test\"}",
                "{\"alg\":\"ES256\",\"kid\":\"k\",\"typ\":\"at+jwt\",\"crit\":[\"exp\"]}",
                "{\"alg\":\"ES256\",\"kid\":\"k\",\"typ\":\"at+jwt\",\"alg\":\"ES256\"}",
                "[]",
                "null",
                ""
            })
    void refusesEveryOtherHeader(String header) {
        String[] parts = genuine.split("\\.");
        String forged = Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(StandardCharsets.UTF_8))
                + "." + parts[1] + "." + parts[2];

        assertThatThrownBy(() -> gate.check(forged)).isInstanceOf(BadJwtException.class);
    }

    @Test
    void refusesEverySpellingButThePlainOne() {
        for (String forged : List.of(
                genuine + "=",
                genuine + " ",
                " " + genuine,
                genuine.replaceFirst("\\.", ".."),
                genuine.replaceFirst("[A-Za-z]", "+"),
                genuine.replaceFirst("[A-Za-z]", "\u0661"),
                "",
                "..",
                ".")) {
            assertThatThrownBy(() -> gate.check(forged)).isInstanceOf(BadJwtException.class);
        }
    }

    @Test
    void meetsAnyNonsenseWithARefusalAndNothingElse() {
        long seed = 20261122;
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            char[] nonsense = genuine.toCharArray();
            for (int hits = random.nextInt(1, 5); hits > 0; hits--) {
                nonsense[random.nextInt(nonsense.length)] = (char) random.nextInt(0x250);
            }
            try {
                gate.check(new String(nonsense));
            } catch (BadJwtException refused) {
                // What it is for; anything else would fail the test.
                continue;
            }
        }
    }

    @Test
    void saysWhichRuleWasBrokenButNotByWhat() {
        assertThatThrownBy(() -> gate.check("planted.planted.planted"))
                .hasMessageStartingWith("Token refused")
                .hasMessageNotContaining("planted");
    }
}
