package hotleads.platform.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.ECKey;
import hotleads.platform.fuzz.Altered;
import hotleads.platform.fuzz.ShortRun;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Any bytes as an internal token; a genuine one altered; and any header and claims, a line each, under a genuine
 * signature.
 */
class InternalTokenFuzzTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final ECKey KEY = ForgedTokens.freshKey("test-key");
    private static final ForgedTokens TOKENS = new ForgedTokens(KEY, CLOCK);
    private static final String GENUINE = TOKENS.service("core", "gateway", "inbox.append");
    private static final InternalTokenDecoder DECODER = new InternalTokenDecoder(TOKENS.keys(), "core", CLOCK);

    @Test
    void onlyATokenMadeForUsIsTaken() {
        ShortRun.of(InternalTokenFuzzTest.class, 300, InternalTokenFuzzTest::fuzzerTestOneInput);
    }

    public static void fuzzerTestOneInput(byte[] input) {
        String altered = text(Altered.by(input, GENUINE.getBytes(StandardCharsets.ISO_8859_1)));
        if (altered.equals(GENUINE)) {
            assertThat(DECODER.decode(altered).getSubject()).isEqualTo("gateway");
        } else {
            assertThatThrownBy(() -> DECODER.decode(altered)).isInstanceOf(JwtException.class);
        }
        assertThatThrownBy(() -> DECODER.decode(text(input))).isInstanceOf(JwtException.class);
        signed(input);
    }

    private static void signed(byte[] input) {
        int end = 0;
        while (end < input.length && input[end] != '\n') {
            end++;
        }
        byte[] header = Arrays.copyOf(input, end);
        byte[] claims = Arrays.copyOfRange(input, Math.min(input.length, end + 1), input.length);
        try {
            Jwt taken = DECODER.decode(ForgedTokens.signed(header, claims, KEY));
            JsonNode says = JsonMapper.shared().readTree(header);
            assertThat(says.path("alg").asString("")).isEqualTo("ES256");
            assertThat(says.path("typ").asString("")).isEqualTo(Tokens.TYPE);
            assertThat(says.size()).isEqualTo(3);
            assertThat(taken.getClaimAsString("iss")).isEqualTo(Tokens.ISSUER);
            assertThat(taken.getAudience()).isEqualTo(List.of("core"));
            assertThat(taken.getExpiresAt()).isAfter(NOW.minusSeconds(11));
            assertThat(taken.getSubject()).isNotNull();
            assertThat(taken.getClaims().get("scope")).isInstanceOf(String.class);
        } catch (JwtException refused) {
            // As it should be for all but a few.
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
