package hotleads.webhooks.zoho;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.platform.fuzz.ShortRun;
import hotleads.platform.settings.Secret;
import hotleads.webhooks.SignedDeliveries;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Any bytes as Zoho's notification, whose channel and token stand in the body itself. */
class ZohoDeliveryFuzzTest {
    private static final String SECRET = "some-secret";
    private static final ChannelTokens TOKENS = new ChannelTokens(new ZohoProperties(new Secret(SECRET)));

    @Test
    void anyBytesAreRefusedOrReadForWhatTheyAre() {
        ShortRun.of(ZohoDeliveryFuzzTest.class, ZohoDeliveryFuzzTest::fuzzerTestOneInput);
    }

    public static void fuzzerTestOneInput(byte[] input) {
        ZohoPayload payload = ZohoPayload.read(input);
        String channel = payload.channel();

        assertThat(Stream.of(channel, payload.token(), payload.operation())).allMatch(ZohoDeliveryFuzzTest::isPlain);
        assertThat(TOKENS.isValid(channel, payload.token()))
                .isEqualTo(channel != null && token(channel).equals(payload.token()));
        String text = SignedDeliveries.text(input);
        assertThat(TOKENS.isValid(text, token(text))).isTrue();
        assertThat(TOKENS.isValid(text + "x", token(text))).isFalse();
    }

    private static boolean isPlain(@Nullable String word) {
        return word == null || word.matches("[!-~]{1,100}");
    }

    private static String token(String channel) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(SignedDeliveries.mac(SECRET, channel.getBytes(StandardCharsets.UTF_8)));
    }
}
