package hotleads.app.backup;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.streamingaead.PredefinedStreamingAeadParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import hotleads.app.console.Refusal;
import hotleads.app.folder.OwnerOnly;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.stream.IntStream;

/** What backups are sealed with: AES-256-GCM in segments of a mebibyte, so that any size takes little memory. */
public final class BackupKey {
    private final KeysetHandle keys;

    private BackupKey(KeysetHandle keys) {
        this.keys = keys;
    }

    /** Makes the file with one key; an existing one is left alone. */
    public static void createIfAbsent(Path file) {
        if (!Files.exists(file)) {
            try {
                StreamingAeadConfig.register();
                OwnerOnly.write(
                        file,
                        TinkJsonProtoKeysetFormat.serializeKeyset(
                                KeysetHandle.generateNew(PredefinedStreamingAeadParameters.AES256_GCM_HKDF_1MB),
                                InsecureSecretKeyAccess.get()));
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException("Cannot make a key", impossible);
            }
        }
    }

    /** @throws Refusal when the file is not there, or holds no such key */
    public static BackupKey read(Path file) {
        try {
            StreamingAeadConfig.register();
            return new BackupKey(
                    TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get()));
        } catch (IOException unreadable) {
            throw new Refusal("The backup key " + file
                    + " cannot be read. Put back the copy that was kept of it, name it with --key FILE, or name the folder"
                    + " with the copies of all keys with --keys DIR.");
        } catch (GeneralSecurityException | RuntimeException another) {
            // The cause is left out: it could quote the key.
            throw new Refusal(file + " holds no backup key. Put back the copy that was kept of it, or name it with"
                    + " --key FILE.");
        }
    }

    /** The name of the key in force; it says nothing about the key. */
    int id() {
        return keys.getPrimary().getId();
    }

    boolean holds(int id) {
        return IntStream.range(0, keys.size())
                .anyMatch(index -> keys.getAt(index).getId() == id);
    }

    OutputStream sealing(OutputStream out, byte[] bound) throws IOException {
        try {
            return primitive().newEncryptingStream(out, bound);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Sealing failed", impossible);
        }
    }

    /** Gives out nothing that was not checked; fails with an {@link IOException} at what is not as it was sealed. */
    InputStream opening(InputStream in, byte[] bound) throws IOException {
        try {
            return primitive().newDecryptingStream(in, bound);
        } catch (GeneralSecurityException damaged) {
            throw new IOException(damaged);
        }
    }

    private StreamingAead primitive() throws GeneralSecurityException {
        return keys.getPrimitive(RegistryConfiguration.get(), StreamingAead.class);
    }
}
