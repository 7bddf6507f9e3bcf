package hotleads.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;

/** The AES-256-GCM key of one source identity, person or account; destroying it makes all it sealed unreadable. */
public final class SealingKey {
    private final UUID id;
    private final Aead aead;

    SealingKey(UUID id, KeysetHandle keyset) throws GeneralSecurityException {
        this.id = id;
        this.aead = keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    public UUID id() {
        return id;
    }

    public byte[] seal(byte[] value, Place place) {
        try {
            return aead.encrypt(value, place.boundTo(id));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Sealing failed", impossible);
        }
    }

    public byte[] seal(String value, Place place) {
        return seal(value.getBytes(StandardCharsets.UTF_8), place);
    }

    /** @throws CannotOpen when the value was altered, or sealed for another place or under another key */
    public byte[] open(byte[] sealed, Place place) {
        try {
            return open(sealed, place.boundTo(id));
        } catch (GeneralSecurityException refused) {
            throw new CannotOpen(place);
        }
    }

    /** @param bound what the value was sealed for */
    byte[] open(byte[] sealed, byte[] bound) throws GeneralSecurityException {
        return aead.decrypt(sealed, bound);
    }

    /** @throws CannotOpen when the value was altered, or sealed for another place or under another key */
    public String openText(byte[] sealed, Place place) {
        return new String(open(sealed, place), StandardCharsets.UTF_8);
    }
}
