package hotleads.app.keys;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import hotleads.app.folder.OwnerOnly;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** The keys with which sync seals what opens accounts at providers. */
public final class AccountKeys {
    private AccountKeys() {}

    /** Makes the file with one AES-256-GCM key; an existing one is left alone. */
    public static void createIfAbsent(Path file) {
        if (!Files.exists(file)) {
            OwnerOnly.write(file, fresh());
        }
    }

    private static String fresh() {
        try {
            AeadConfig.register();
            return TinkJsonProtoKeysetFormat.serializeKeyset(
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM), InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Cannot make a key", impossible);
        }
    }
}
