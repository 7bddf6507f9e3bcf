package hotleads.auth.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The public keys of the services, by their names. */
@Component
class ServiceKeys {
    private final Map<String, JWSVerifier> verifiers = new HashMap<>();

    ServiceKeys(@Value("${HOTLEADS_SERVICE_KEYS_FILE}") Path file) {
        try {
            for (JWK key : JWKSet.parse(Files.readString(file)).getKeys()) {
                verifiers.put(key.getKeyID(), verifierOf(key));
            }
        } catch (IOException | ParseException | JOSEException | RuntimeException unusable) {
            // RuntimeException too: the library throws it for keys of other kinds. Its message could quote them.
            throw new IllegalStateException("HOTLEADS_SERVICE_KEYS_FILE " + file
                    + " does not hold the services' public keys (EC P-256 JWKs, key id = name): make the keys anew");
        }
    }

    Optional<JWSVerifier> verifier(String service) {
        return Optional.ofNullable(verifiers.get(service));
    }

    private static JWSVerifier verifierOf(JWK key) throws JOSEException {
        ECKey ec = key.toECKey();
        if (!Curve.P_256.equals(ec.getCurve()) || key.isPrivate()) {
            throw new JOSEException("not a public P-256 key");
        }
        return new ECDSAVerifier(ec);
    }
}
