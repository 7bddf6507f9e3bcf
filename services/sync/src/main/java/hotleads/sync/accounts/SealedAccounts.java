package hotleads.sync.accounts;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import hotleads.platform.settings.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Seals credentials and tokens with AES-256-GCM under a key only sync has, bound to their provider. Core keeps what
 * comes out: whoever has its database and keys still cannot sign in anywhere.
 */
@Component
public class SealedAccounts {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Aead aead;

    /** @param keys a Tink keyset in JSON, whose primary key seals; the others still open */
    SealedAccounts(@Value("${HOTLEADS_SYNC_KEY}") Secret keys) {
        try {
            AeadConfig.register();
            KeysetHandle keyset = TinkJsonProtoKeysetFormat.parseKeyset(keys.reveal(), InsecureSecretKeyAccess.get());
            this.aead = keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException unusable) {
            // The cause is left out: it could quote the key.
            throw new IllegalStateException(
                    "HOTLEADS_SYNC_KEY does not hold keys of sync. Put back the file that was there, or move it away: a new"
                            + " one is made at the next start, and the providers' credentials are taken from the settings again");
        }
    }

    /** @param account the credentials and what was got with them, as one of sync's own records */
    public byte[] seal(String provider, Object account) {
        try {
            return aead.encrypt(JSON.writeValueAsBytes(account), bound(provider));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Sealing failed", impossible);
        }
    }

    /** @throws AccountUnreadable when it does not open, or is another provider's */
    public <A> A open(String provider, byte[] sealed, Class<A> type) {
        try {
            return JSON.readValue(aead.decrypt(sealed, bound(provider)), type);
        } catch (GeneralSecurityException | JacksonException unreadable) {
            throw new AccountUnreadable(provider);
        }
    }

    private static byte[] bound(String provider) {
        return ("account/" + provider).getBytes(StandardCharsets.UTF_8);
    }
}
