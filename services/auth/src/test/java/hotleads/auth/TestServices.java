package hotleads.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import hotleads.platform.token.Tokens;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** The other services' keys, and what they say of themselves with them. */
public final class TestServices {
    private static final Map<String, ECKey> KEYS = new LinkedHashMap<>();

    static {
        for (String name : new String[] {"gateway", "core", "webhooks", "sync", "launcher"}) {
            KEYS.put(name, freshKey(name));
        }
    }

    private TestServices() {}

    public static ECKey freshKey(String name) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(name).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static ECKey key(String service) {
        return java.util.Objects.requireNonNull(KEYS.get(service));
    }

    static String publicKeys() {
        return new JWKSet(KEYS.values().stream().<JWK>map(ECKey::toPublicJWK).toList()).toString();
    }

    /** An assertion as a service makes it. */
    public static String assertion(String service, Instant now) {
        return signed(key(service), claims(service, now).build());
    }

    public static JWTClaimsSet.Builder claims(String service, Instant now) {
        return new JWTClaimsSet.Builder()
                .issuer(service)
                .subject(service)
                .audience(Tokens.ISSUER)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(30)))
                .jwtID(UUID.randomUUID().toString());
    }

    public static String signed(ECKey key, JWTClaimsSet claims) {
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .type(new JOSEObjectType(Tokens.ASSERTION_TYPE))
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            jwt.sign(new ECDSASigner(key));
            return jwt.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
