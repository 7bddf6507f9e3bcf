package hotleads.auth.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import hotleads.auth.TestServices;
import hotleads.platform.fuzz.Altered;
import hotleads.platform.fuzz.ShortRun;
import hotleads.platform.token.ForgedTokens;
import hotleads.platform.token.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Any bytes as what a service says of itself; a genuine word altered; and any claims under a genuine signature. */
class AssertionFuzzTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final String SERVICE = "gateway";
    private static final Assertions ASSERTIONS = new Assertions(keys(), Clock.fixed(NOW, ZoneOffset.UTC));
    private static final String GENUINE = TestServices.assertion(SERVICE, NOW);
    private static final byte[] HEADER = ("{\"alg\":\"ES256\",\"kid\":\"" + SERVICE + "\",\"typ\":\""
                    + Tokens.ASSERTION_TYPE + "\"}")
            .getBytes(StandardCharsets.UTF_8);

    @Test
    void onlyAServicesOwnWordIsTaken() {
        ShortRun.of(AssertionFuzzTest.class, 300, AssertionFuzzTest::fuzzerTestOneInput);
    }

    public static void fuzzerTestOneInput(byte[] input) {
        String altered = text(Altered.by(input, GENUINE.getBytes(StandardCharsets.ISO_8859_1)));
        assertThat(ASSERTIONS.check(altered).isPresent()).isEqualTo(altered.equals(GENUINE));
        assertThat(ASSERTIONS.check(text(input))).isEmpty();
        ASSERTIONS
                .check(ForgedTokens.signed(HEADER, input, TestServices.key(SERVICE)))
                .ifPresent(taken -> {
                    assertThat(taken.service()).isEqualTo(SERVICE);
                    assertThat(taken.id()).hasSizeBetween(1, 64);
                    assertThat(taken.expiresAt()).isBetween(NOW, NOW.plusSeconds(70));
                });
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static ServiceKeys keys() {
        try {
            Path file = Files.createTempFile("service-keys", ".json");
            file.toFile().deleteOnExit();
            Files.writeString(file, new JWKSet(TestServices.key(SERVICE).toPublicJWK()).toString());
            return new ServiceKeys(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
