package hotleads.auth.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import hotleads.platform.token.Tokens;
import java.time.Instant;

/** One key that signs tokens; it prints its id alone. */
final class SigningKey {
    private final ECKey key;
    private final ECDSASigner signer;
    private final JWSHeader header;
    private final Instant signsFrom;

    SigningKey(ECKey key, Instant signsFrom) throws JOSEException {
        this.key = key;
        this.signer = new ECDSASigner(key);
        this.header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType(Tokens.TYPE))
                .keyID(key.getKeyID())
                .build();
        this.signsFrom = signsFrom;
    }

    String kid() {
        return key.getKeyID();
    }

    Instant signsFrom() {
        return signsFrom;
    }

    ECKey publicPart() {
        return key.toPublicJWK();
    }

    String sign(JWTClaimsSet claims) {
        SignedJWT token = new SignedJWT(header, claims);
        try {
            token.sign(signer);
        } catch (JOSEException impossible) {
            throw new IllegalStateException("Cannot sign with key " + kid(), impossible);
        }
        return token.serialize();
    }

    @Override
    public String toString() {
        return "Signing key " + kid();
    }
}
