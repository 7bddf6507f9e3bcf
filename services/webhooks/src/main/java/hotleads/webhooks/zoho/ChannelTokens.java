package hotleads.webhooks.zoho;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether a token is the one we gave with its channel: told by the secret alone, without anything kept. */
@Component
class ChannelTokens {
    private static final String ALGORITHM = "HmacSHA256";

    private final boolean isUsed;
    private final byte[] secret;

    ChannelTokens(ZohoProperties properties) {
        this.isUsed = !properties.secret().isBlank();
        // Without a secret something still has to be compared with, so that the time says nothing.
        this.secret = isUsed ? properties.secret().revealBytes() : new byte[] {1};
    }

    boolean isValid(@Nullable String channel, @Nullable String token) {
        byte[] offered = String.valueOf(token).getBytes(StandardCharsets.UTF_8);
        boolean matches = MessageDigest.isEqual(of(String.valueOf(channel)), offered);
        return matches & isUsed & channel != null & token != null;
    }

    private byte[] of(String channel) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encode(mac.doFinal(channel.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("This Java has no " + ALGORITHM, impossible);
        }
    }
}
