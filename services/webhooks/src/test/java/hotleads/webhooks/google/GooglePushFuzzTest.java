package hotleads.webhooks.google;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.platform.fuzz.ShortRun;
import hotleads.platform.settings.Secret;
import hotleads.webhooks.SignedDeliveries;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Any bytes as the two headers of Google's push: a line as the channel, and the rest as its token. */
class GooglePushFuzzTest {
    private static final String SECRET = "some-secret";
    private static final ChannelToken TOKEN = new ChannelToken(new GoogleProperties(new Secret(SECRET)));
    private static final Pattern OURS = Pattern.compile("hl-([0-9]{1,18})-[0-9a-f]{32}");

    @Test
    void onlyATokenOfOursOpensAChannel() {
        ShortRun.of(GooglePushFuzzTest.class, GooglePushFuzzTest::fuzzerTestOneInput);
    }

    public static void fuzzerTestOneInput(byte[] input) {
        byte[][] parts = SignedDeliveries.parts(input, 1);
        String channel = SignedDeliveries.text(parts[0]);
        String offered = SignedDeliveries.text(parts[1]);
        String right = token(channel);
        Matcher ours = OURS.matcher(channel);

        if (ours.matches()) {
            assertThat(TOKEN.calendarOf(channel, right)).contains(ours.group(1));
        } else {
            assertThat(TOKEN.calendarOf(channel, right)).isEmpty();
        }
        if (!offered.equals(right)) {
            assertThat(TOKEN.calendarOf(channel, offered)).isEmpty();
        }
    }

    private static String token(String channel) {
        return HexFormat.of().formatHex(SignedDeliveries.mac(SECRET, channel.getBytes(StandardCharsets.UTF_8)));
    }
}
