package hotleads.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AesGcmParameters;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;

/** A practice key: it wraps the keys of identities, people and accounts, and seals nothing else. */
public final class WrappingKey {
    private final UUID id;
    private final Aead aead;

    WrappingKey(UUID id, KeysetHandle keyset) throws GeneralSecurityException {
        this.id = id;
        this.aead = keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    public UUID id() {
        return id;
    }

    /** A fresh key for one identity, person or account. */
    public WrappedKey newKey(UUID of) {
        try {
            KeysetHandle keyset = KeysetHandle.generateNew(AesGcmParameters.builder()
                    .setKeySizeBytes(32)
                    .setIvSizeBytes(12)
                    .setTagSizeBytes(16)
                    .setVariant(AesGcmParameters.Variant.TINK)
                    .build());
            return new WrappedKey(new SealingKey(of, keyset), wrap(of, keyset), id);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Cannot make a key", impossible);
        }
    }

    private byte[] wrap(UUID of, KeysetHandle keyset) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.serializeEncryptedKeyset(keyset, aead, boundTo(of));
    }

    /**
     * The key that was wrapped.
     *
     * @throws CannotOpen when it was altered, belongs to another id, or another practice key wrapped it
     */
    public SealingKey unwrap(UUID of, byte[] wrapped) {
        try {
            return new SealingKey(of, TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, aead, boundTo(of)));
        } catch (GeneralSecurityException refused) {
            throw notOurs(of);
        }
    }

    /**
     * The same key, wrapped by another practice key.
     *
     * @throws CannotOpen as {@link #unwrap} does
     */
    public byte[] rewrap(UUID of, byte[] wrapped, WrappingKey by) {
        try {
            return by.wrap(of, TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, aead, boundTo(of)));
        } catch (GeneralSecurityException refused) {
            throw notOurs(of);
        }
    }

    private static CannotOpen notOurs(UUID of) {
        return new CannotOpen(new Place("sealing_key", "wrapped", of));
    }

    private static byte[] boundTo(UUID of) {
        return ("sealing key " + of).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * A new key, ready for use, and what to store of it.
     *
     * @param by the practice key that wrapped it
     */
    public record WrappedKey(SealingKey key, byte[] wrapped, UUID by) {}
}
