package hotleads.gateway.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Optional;
import org.springframework.boot.ssl.pem.PemContent;

/** The certificate and its private key, as two PEM files. */
public record TlsPair(Path certificate, Path key) {
    private static final byte[] PROBE = {1, 2, 3};

    /** What is wrong with the pair and what to do about it, or empty when TLS can be served with it. */
    public Optional<String> problem() {
        return unreadable("HOTLEADS_TLS_CERT_FILE", certificate)
                .or(() -> unreadable("HOTLEADS_TLS_KEY_FILE", key))
                .or(this::unusable);
    }

    private static Optional<String> unreadable(String setting, Path file) {
        return Files.isReadable(file)
                ? Optional.empty()
                : Optional.of(setting + " names " + file + ", which is missing or not ours to read");
    }

    private Optional<String> unusable() {
        PublicKey certified;
        try {
            certified =
                    PemContent.load(certificate).getCertificates().getFirst().getPublicKey();
        } catch (IOException | RuntimeException malformed) {
            // Boot's PEM parser throws whatever it stumbles over.
            return Optional.of("HOTLEADS_TLS_CERT_FILE " + certificate + " holds no PEM certificate");
        }
        PrivateKey secret;
        try {
            secret = PemContent.load(key).getPrivateKey();
        } catch (IOException | RuntimeException malformed) {
            return Optional.of(noKey());
        }
        if (secret == null) {
            return Optional.of(noKey());
        }
        return belongTogether(certified, secret)
                ? Optional.empty()
                : Optional.of("HOTLEADS_TLS_CERT_FILE and HOTLEADS_TLS_KEY_FILE are not a pair: the key in " + key
                        + " is not the one certified in " + certificate);
    }

    private String noKey() {
        return "HOTLEADS_TLS_KEY_FILE " + key + " holds no PEM private key (PKCS#8, without a passphrase)";
    }

    private static boolean belongTogether(PublicKey certified, PrivateKey secret) {
        try {
            Signature signature = Signature.getInstance(algorithmOf(secret));
            signature.initSign(secret);
            signature.update(PROBE);
            byte[] signed = signature.sign();
            signature.initVerify(certified);
            signature.update(PROBE);
            return signature.verify(signed);
        } catch (GeneralSecurityException otherKind) {
            return false;
        }
    }

    private static String algorithmOf(PrivateKey key) {
        return switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> key.getAlgorithm();
        };
    }
}
