package hotleads.webhooks.zoho;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.platform.settings.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Tokens of our channels, told by the secret alone. */
class ChannelTokensTest {
    @Test
    void oneOfOursIsValidForItsChannelOnly() throws Exception {
        ChannelTokens tokens = new ChannelTokens(new ZohoProperties(new Secret("some-secret")));

        assertThat(tokens.isValid("7", token("some-secret", "7"))).isTrue();
        assertThat(tokens.isValid("8", token("some-secret", "7"))).isFalse();
        assertThat(tokens.isValid("7", token("another", "7"))).isFalse();
        assertThat(tokens.isValid(null, token("some-secret", "null"))).isFalse();
        assertThat(tokens.isValid("7", null)).isFalse();
    }

    @Test
    void withoutASecretNoneIsValidWhateverItWasMadeWith() throws Exception {
        ChannelTokens tokens = new ChannelTokens(new ZohoProperties(new Secret("")));

        assertThat(tokens.isValid("7", token("\u0001", "7"))).isFalse();
    }

    private static String token(String secret, String channel) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(mac.doFinal(channel.getBytes(StandardCharsets.UTF_8)));
    }
}
