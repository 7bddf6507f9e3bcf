package hotleads.sync.accounts;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import hotleads.platform.settings.Secret;
import java.security.GeneralSecurityException;

/** Keys as app makes them for sync. */
public final class SomeKeys {
    private SomeKeys() {}

    public static Secret fresh() {
        try {
            AeadConfig.register();
            return new Secret(TinkJsonProtoKeysetFormat.serializeKeyset(
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM), InsecureSecretKeyAccess.get()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
