package hotleads.webhooks.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.platform.fuzz.ShortRun;
import hotleads.platform.settings.Secret;
import hotleads.webhooks.SignedDeliveries;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Any bytes at Zoom's hook: a line as the time of signing, one as the signature, and the body. */
class ZoomDeliveryFuzzTest {
    private static final String KEY = "some-secret";
    private static final Instant NOW = Instant.ofEpochSecond(1_795_000_000);
    private static final ZoomSignature SIGNATURE = new ZoomSignature(
            new ZoomProperties(new Secret(KEY), Duration.ofMinutes(5)), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void anyBytesAreRefusedOrReadForWhatTheyAre() {
        ShortRun.of(ZoomDeliveryFuzzTest.class, ZoomDeliveryFuzzTest::fuzzerTestOneInput);
    }

    public static void fuzzerTestOneInput(byte[] input) {
        byte[][] parts = SignedDeliveries.parts(input, 2);
        String time = SignedDeliveries.text(parts[0]);
        String offered = SignedDeliveries.text(parts[1]);
        byte[] body = parts[2];
        String now = Long.toString(NOW.getEpochSecond());
        String right = signature(now, body);

        assertThat(SIGNATURE.isValid(body, now, right)).isTrue();
        assertThat(SIGNATURE.isValid(body, now, offered)).isEqualTo(offered.equals(right));
        assertThat(SIGNATURE.isValid(Arrays.copyOf(body, body.length + 1), now, right))
                .isFalse();
        // Well signed, it counts for the five minutes around its time and no longer.
        assertThat(SIGNATURE.isValid(body, time, signature(time, body))).isEqualTo(isRecent(time));
        read(body);
    }

    private static void read(byte[] body) {
        ZoomPayload payload = ZoomPayload.read(body);

        String event = payload.event();
        String token = payload.plainToken();
        assertThat(event == null || event.matches("[a-z_.]{1,80}")).isTrue();
        assertThat(token == null || token.matches("[A-Za-z0-9_=+/-]{1,128}")).isTrue();
        assertThat(payload.isChallenge()).isEqualTo(token != null && ZoomPayload.CHALLENGE.equals(event));
    }

    private static boolean isRecent(String time) {
        return time.matches("[0-9]{1,12}") && Math.abs(Long.parseLong(time) - NOW.getEpochSecond()) <= 300;
    }

    private static String signature(String time, byte[] body) {
        return "v0="
                + HexFormat.of()
                        .formatHex(
                                SignedDeliveries.mac(KEY, ("v0:" + time + ":").getBytes(StandardCharsets.UTF_8), body));
    }
}
