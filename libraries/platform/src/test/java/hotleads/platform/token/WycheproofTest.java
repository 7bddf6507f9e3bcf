package hotleads.platform.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.JwtException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Project Wycheproof's known attacks on signatures and tokens, at the door where all our tokens come in. */
class WycheproofTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneOffset.UTC);
    private static final int LENGTH_OF_ES256 = 64;

    private record Vector(JsonNode group, JsonNode test) {
        boolean isValid() {
            return test.path("result").asString().equals("valid");
        }

        @Override
        public String toString() {
            return "vector " + test.path("tcId").asInt() + ", "
                    + test.path("comment").asString();
        }
    }

    @Test
    void noTokenOfTheVectorsIsTakenWhateverItsKey() throws IOException, ParseException {
        int offered = 0;
        for (Vector vector : vectors("json_web_signature_test")) {
            if (vector.test.path("jws").isString()) {
                InternalTokenDecoder decoder = decoder(keyOf(vector.group));
                String token = vector.test.path("jws").asString();

                assertThatThrownBy(() -> decoder.decode(token))
                        .as(vector.toString())
                        .isInstanceOf(JwtException.class);
                offered++;
            }
        }
        assertThat(offered).isGreaterThan(390);
    }

    /** Zeros, the curve's order, infinity and the like convince weak checks of any message. */
    @Test
    void noSignatureOfTheVectorsVouchesForATokenOfOurs() throws IOException, GeneralSecurityException {
        int offered = 0;
        for (Vector vector : vectors("ecdsa_secp256r1_sha256_p1363_test")) {
            ECKey key = publicKey(vector);
            byte[] signature = HexFormat.of().parseHex(vector.test.path("sig").asString());
            String token = unsigned(key) + "."
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
            InternalTokenDecoder decoder = decoder(key);

            assertThatThrownBy(() -> decoder.decode(token))
                    .as(vector.toString())
                    .isInstanceOf(JwtException.class);
            offered++;
        }
        assertThat(offered).isGreaterThan(250);
    }

    /** The check itself, over the messages the signatures were made for. */
    @Test
    void signaturesAreTakenAsTheVectorsSay() throws IOException, GeneralSecurityException, JOSEException {
        int taken = 0;
        for (Vector vector : vectors("ecdsa_secp256r1_sha256_p1363_test")) {
            ECKey key = publicKey(vector);
            byte[] signature = HexFormat.of().parseHex(vector.test.path("sig").asString());
            byte[] message = HexFormat.of().parseHex(vector.test.path("msg").asString());

            boolean isTaken = signature.length == LENGTH_OF_ES256
                    && new com.nimbusds.jose.crypto.ECDSAVerifier(key)
                            .verify(
                                    new JWSHeader(JWSAlgorithm.ES256),
                                    message,
                                    com.nimbusds.jose.util.Base64URL.encode(signature));

            assertThat(isTaken).as(vector.toString()).isEqualTo(vector.isValid());
            taken += isTaken ? 1 : 0;
        }
        assertThat(taken).isGreaterThan(150);
    }

    /** What is refused above is refused for what it is: a good token passes the same door. */
    @Test
    void aTokenOfOursIsTaken() throws IOException, ParseException, JOSEException {
        Vector vector = vectors("json_web_signature_test").stream()
                .filter(one -> one.group.path("comment").asString().equals("es256"))
                .findFirst()
                .orElseThrow();
        ECKey key = named(ECKey.parse(vector.group.path("private").toString()));
        SignedJWT token = new SignedJWT(header(key), claims());
        token.sign(new ECDSASigner(key));

        assertThat(decoder(key).decode(token.serialize()).getSubject()).isEqualTo("webhooks");
    }

    private static InternalTokenDecoder decoder(JWK key) {
        return new InternalTokenDecoder(new ImmutableJWKSet<>(new JWKSet(key)), "core", CLOCK);
    }

    private static JWK keyOf(JsonNode group) throws ParseException {
        JsonNode known = group.has("public") ? group.path("public") : group.path("private");
        return JWK.parse(known.toString());
    }

    private static ECKey publicKey(Vector vector) throws GeneralSecurityException {
        byte[] der = HexFormat.of().parseHex(vector.group.path("publicKeyDer").asString());
        PublicKey key = KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(der));
        return new ECKey.Builder(Curve.P_256, (ECPublicKey) key)
                .keyID("some-key")
                .build();
    }

    private static ECKey named(ECKey key) {
        return new ECKey.Builder(key).keyID("some-key").build();
    }

    private static String unsigned(ECKey key) {
        SignedJWT token = new SignedJWT(header(key), claims());
        return new String(token.getSigningInput(), java.nio.charset.StandardCharsets.US_ASCII);
    }

    private static JWSHeader header(ECKey key) {
        return new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType(Tokens.TYPE))
                .keyID(key.getKeyID())
                .build();
    }

    private static JWTClaimsSet claims() {
        Instant now = CLOCK.instant();
        return new JWTClaimsSet.Builder()
                .issuer(Tokens.ISSUER)
                .subject("webhooks")
                .audience("core")
                .claim("scope", "inbox.append")
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .jwtID("one")
                .build();
    }

    private static List<Vector> vectors(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(
                        WycheproofTest.class.getResourceAsStream("/wycheproof/" + name + ".json.gz"));
                InputStream json = new GZIPInputStream(file)) {
            JsonNode all = JsonMapper.shared().readTree(json);
            return StreamSupport.stream(all.path("testGroups").spliterator(), false)
                    .flatMap(group -> StreamSupport.stream(group.path("tests").spliterator(), false)
                            .map(test -> new Vector(group, test)))
                    .toList();
        }
    }
}
