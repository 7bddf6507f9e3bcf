package hotleads.sync.google;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import hotleads.sync.google.GoogleAccount.ServiceKey;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;

/** The signed claim that we may act for one person with one scope (sheet §2). */
final class Assertion {
    private static final String AUDIENCE = "https://oauth2.googleapis.com/token";
    private static final String SCOPES = "https://www.googleapis.com/auth/";

    /** An hour is the most, and a minute less survives a clock that is a little off. */
    private static final Duration LIFE = Duration.ofMinutes(59);

    private Assertion() {}

    /** @return nothing when the key is none */
    static Optional<String> signed(ServiceKey account, String person, String scope, Instant now) {
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .type(JOSEObjectType.JWT)
                            .keyID(account.keyId())
                            .build(),
                    new JWTClaimsSet.Builder()
                            .issuer(account.email())
                            .subject(person)
                            .audience(AUDIENCE)
                            .claim("scope", SCOPES + scope)
                            .issueTime(Date.from(now))
                            .expirationTime(Date.from(now.plus(LIFE)))
                            .build());
            jwt.sign(new RSASSASigner(key(account)));
            return Optional.of(jwt.serialize());
        } catch (GeneralSecurityException | JOSEException | IllegalArgumentException noKey) {
            // The cause is left out: it may quote the key.
            return Optional.empty();
        }
    }

    private static PrivateKey key(ServiceKey account) throws GeneralSecurityException {
        String base64 = account.pem().replaceAll("-----[A-Z ]+-----|\\s", "");
        return KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
    }
}
