package hotleads.vault;

import com.google.crypto.tink.subtle.Ed25519Sign;
import java.security.GeneralSecurityException;

/** An Ed25519 key of the program's own (RFC 8032): whoever has the public part can check what it signed. */
public final class Signer {
    static final int SEED_BYTES = 32;

    private final byte[] publicKey;
    private final Ed25519Sign signing;

    Signer(byte[] seed) throws GeneralSecurityException {
        if (seed.length != SEED_BYTES) {
            throw new GeneralSecurityException("not a seed");
        }
        Ed25519Sign.KeyPair pair = Ed25519Sign.KeyPair.newKeyPairFromSeed(seed);
        this.publicKey = pair.getPublicKey();
        this.signing = new Ed25519Sign(pair.getPrivateKey());
    }

    public byte[] publicKey() {
        return publicKey.clone();
    }

    public byte[] sign(byte[] message) {
        try {
            return signing.sign(message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Signing failed", impossible);
        }
    }
}
