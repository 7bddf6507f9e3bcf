package hotleads.vault;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.prf.PrfSet;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** Keyed digests (HMAC-SHA256): equal values find each other, and without the key nobody can try values out. */
public final class Digests {
    /** Bytes of one digest: 128 bits, far beyond chance collisions of one practice. */
    public static final int BYTES = 16;

    private final PrfSet prfs;

    Digests(KeysetHandle keyset) throws GeneralSecurityException {
        this.prfs = keyset.getPrimitive(RegistryConfiguration.get(), PrfSet.class);
    }

    /**
     * The digest of a normalised value.
     *
     * @param kind what the value is, such as {@code email}, so that equal texts of different kinds do not meet
     */
    public byte[] of(String kind, String value) {
        return of((kind + '\u001f' + value).getBytes(StandardCharsets.UTF_8), BYTES);
    }

    /** Bytes that follow from the key: what earlier builds made a key of. */
    byte[] seed(String of, int bytes) {
        return of(of.getBytes(StandardCharsets.UTF_8), bytes);
    }

    /** The first bytes of the message's HMAC. */
    byte[] of(byte[] message, int bytes) {
        try {
            return prfs.computePrimary(message, bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Digesting failed", impossible);
        }
    }
}
