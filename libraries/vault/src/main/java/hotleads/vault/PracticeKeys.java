package hotleads.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.HmacPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;

/** A program's top keys: one wraps the keys of identities, one makes digests. They never leave memory. */
public final class PracticeKeys {
    private static final int SEED_BYTES = 32;

    private final Aead wrapping;
    private final Digests digests;

    private PracticeKeys(KeysetHandle wrapping, KeysetHandle digests) throws GeneralSecurityException {
        this.wrapping = wrapping.getPrimitive(RegistryConfiguration.get(), Aead.class);
        this.digests = new Digests(digests);
    }

    static {
        try {
            AeadConfig.register();
            PrfConfig.register();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("The cipher library does not start", impossible);
        }
    }

    /** Two fresh keys as the text a key file holds: base64 of each, one a line. */
    static String freshText() {
        try {
            return text(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM))
                    + '\n'
                    + text(KeysetHandle.generateNew(HmacPrfParameters.builder()
                            .setKeySizeBytes(32)
                            .setHashType(HmacPrfParameters.HashType.SHA256)
                            .build()))
                    + '\n';
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Cannot make keys", impossible);
        }
    }

    /** @throws GeneralSecurityException when the text holds anything but two keys of the right kinds */
    static PracticeKeys parse(String text) throws GeneralSecurityException {
        String[] lines = text.strip().split("\n", -1);
        if (lines.length != 2) {
            throw new GeneralSecurityException("not two keys");
        }
        return new PracticeKeys(keyset(lines[0]), keyset(lines[1]));
    }

    private static String text(KeysetHandle keyset) throws GeneralSecurityException {
        return Base64.getEncoder()
                .encodeToString(TinkProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get()));
    }

    private static KeysetHandle keyset(String line) throws GeneralSecurityException {
        try {
            return TinkProtoKeysetFormat.parseKeyset(
                    Base64.getDecoder().decode(line.strip()), InsecureSecretKeyAccess.get());
        } catch (IllegalArgumentException notBase64) {
            throw new GeneralSecurityException("not base64", notBase64);
        }
    }

    public Digests digests() {
        return digests;
    }

    /** The key that signs for one purpose, always the same one: it follows from the key file. */
    public Signer signer(String purpose) {
        try {
            return new Signer(digests.derived("signer " + purpose, SEED_BYTES));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Cannot make a signer", impossible);
        }
    }

    /** A fresh key for one identity. */
    public WrappedKey newKey(UUID id) {
        try {
            KeysetHandle keyset = KeysetHandle.generateNew(AesGcmParameters.builder()
                    .setKeySizeBytes(32)
                    .setIvSizeBytes(12)
                    .setTagSizeBytes(16)
                    .setVariant(AesGcmParameters.Variant.TINK)
                    .build());
            byte[] wrapped = TinkProtoKeysetFormat.serializeEncryptedKeyset(keyset, wrapping, boundTo(id));
            return new WrappedKey(new SealingKey(id, keyset), wrapped);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Cannot make a key", impossible);
        }
    }

    /**
     * @throws CannotOpen when the wrapped key was altered, belongs to another id, or another practice key wrapped it
     */
    public SealingKey unwrap(UUID id, byte[] wrapped) {
        try {
            return new SealingKey(id, TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, wrapping, boundTo(id)));
        } catch (GeneralSecurityException refused) {
            throw new CannotOpen(new Place("sealing_key", "wrapped", id));
        }
    }

    private static byte[] boundTo(UUID id) {
        return ("sealing key " + id).getBytes(StandardCharsets.UTF_8);
    }

    /** A new key, ready for use, and the bytes to store of it. */
    public record WrappedKey(SealingKey key, byte[] wrapped) {}
}
