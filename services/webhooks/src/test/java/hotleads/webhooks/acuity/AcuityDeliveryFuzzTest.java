package hotleads.webhooks.acuity;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.platform.fuzz.ShortRun;
import hotleads.platform.settings.Secret;
import hotleads.webhooks.SignedDeliveries;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Any bytes at Acuity's hook: a line as the signature, and the body. */
class AcuityDeliveryFuzzTest {
    private static final String KEY = "some-key";
    private static final String PREVIOUS = "some-key-of-before";
    private static final AcuitySignature SIGNATURE =
            new AcuitySignature(new AcuityProperties(new Secret(KEY), new Secret(PREVIOUS)));

    @Test
    void anyBytesAreRefusedOrReadForWhatTheyAre() {
        ShortRun.of(AcuityDeliveryFuzzTest.class, AcuityDeliveryFuzzTest::fuzzerTestOneInput);
    }

    public static void fuzzerTestOneInput(byte[] input) {
        byte[][] parts = SignedDeliveries.parts(input, 1);
        byte[] body = parts[1];
        String right = signature(KEY, body);

        assertThat(SIGNATURE.isValid(body, right)).isTrue();
        assertThat(SIGNATURE.isValid(body, signature(PREVIOUS, body))).isTrue();
        String offered = SignedDeliveries.text(parts[0]);
        assertThat(SIGNATURE.isValid(body, offered))
                .isEqualTo(offered.equals(right) || offered.equals(signature(PREVIOUS, body)));
        assertThat(SIGNATURE.isValid(Arrays.copyOf(body, body.length + 1), right))
                .isFalse();
        read(body);
    }

    private static void read(byte[] body) {
        AcuityPayload payload = AcuityPayload.read(body);

        assertThat(Stream.of(payload.action(), payload.id()))
                .allMatch(word -> word == null || word.matches("[!-~]{1,100}"));
        String form = "action=" + encoded(payload.action()) + "&id=" + encoded(payload.id());
        assertThat(AcuityPayload.read(form.getBytes(StandardCharsets.UTF_8))).isEqualTo(payload);
    }

    private static String encoded(@Nullable String word) {
        return word == null ? "" : URLEncoder.encode(word, StandardCharsets.UTF_8);
    }

    private static String signature(String key, byte[] body) {
        return Base64.getEncoder().encodeToString(SignedDeliveries.mac(key, body));
    }
}
