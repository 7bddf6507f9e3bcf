package hotleads.platform.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/** A service's own private key, with which it says to auth who it is. */
final class ServiceKey {
    private static final Duration ASSERTION_LIFE = Duration.ofSeconds(30);

    private final ECKey key;
    private final ECDSASigner signer;

    private ServiceKey(ECKey key) throws JOSEException {
        this.key = key;
        this.signer = new ECDSASigner(key);
    }

    /** @throws IllegalStateException when the file does not hold an EC P-256 private key as JWK */
    static ServiceKey read(Path file) {
        try {
            return new ServiceKey(ECKey.parse(Files.readString(file)));
        } catch (IOException | ParseException | JOSEException unusable) {
            // The cause is left out: a parser's message could quote the key.
            throw new IllegalStateException("HOTLEADS_SERVICE_KEY_FILE " + file
                    + " does not hold this service's private key (an EC P-256 JWK): make the keys anew");
        }
    }

    String service() {
        return key.getKeyID();
    }

    /** A fresh, single-use assertion (RFC 7523 §2.2). */
    String assertion(Instant now) {
        SignedJWT assertion = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(new JOSEObjectType(Tokens.ASSERTION_TYPE))
                        .keyID(key.getKeyID())
                        .build(),
                new JWTClaimsSet.Builder()
                        .issuer(service())
                        .subject(service())
                        .audience(Tokens.ISSUER)
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(ASSERTION_LIFE)))
                        .jwtID(UUID.randomUUID().toString())
                        .build());
        try {
            assertion.sign(signer);
        } catch (JOSEException impossible) {
            throw new IllegalStateException("Cannot sign with the service key", impossible);
        }
        return assertion.serialize();
    }
}
