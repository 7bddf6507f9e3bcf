package hotleads.platform.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.impl.ECDSA;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import hotleads.platform.endpoint.Freshness;
import hotleads.platform.endpoint.Role;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Signs genuine internal tokens with a key of the test's, and makes every forgery of them we know.
 *
 * <p>A service's test gives its decoder {@link #keys()}; auth's own test signs with auth's key.
 */
public final class ForgedTokens {
    private static final java.util.Base64.Encoder BASE64 =
            java.util.Base64.getUrlEncoder().withoutPadding();

    private final ECKey key;
    private final ECKey strangersKey;
    private final Clock clock;

    public ForgedTokens(ECKey key, Clock clock) {
        this.key = key;
        this.strangersKey = freshKey(key.getKeyID());
        this.clock = clock;
    }

    public static ForgedTokens withOwnKey(Clock clock) {
        return new ForgedTokens(freshKey("test-key"), clock);
    }

    public static ECKey freshKey(String kid) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The public keys, as a decoder takes them. */
    public JWKSource<SecurityContext> keys() {
        return new ImmutableJWKSet<>(new JWKSet(key.toPublicJWK()));
    }

    /** A genuine token of a signed-in person. */
    public String user(String audience, Role role) {
        return user(audience, role, UUID.randomUUID(), UUID.randomUUID());
    }

    public String user(String audience, Role role, UUID account, UUID session) {
        return sign(userClaims(audience, role, account, session).build());
    }

    /** A genuine token of someone who proved a second factor a little too long ago for what asks for it again. */
    public String stale(String audience, Role role) {
        return sign(userClaims(audience, role, UUID.randomUUID(), UUID.randomUUID())
                .claim(
                        "auth_time",
                        clock.instant().minus(Freshness.MOST).minusSeconds(2).getEpochSecond())
                .build());
    }

    /** The same, saying nothing of when. */
    public String neverProved(String audience, Role role) {
        return sign(userClaims(audience, role, UUID.randomUUID(), UUID.randomUUID())
                .claim("auth_time", null)
                .build());
    }

    /** A genuine token of a service. */
    public String service(String audience, String service, String scope) {
        return sign(serviceClaims(audience, service, scope).build());
    }

    public JWTClaimsSet.Builder userClaims(String audience, Role role, UUID account, UUID session) {
        return claims(audience, account.toString(), "api", 60)
                .claim("role", role.word())
                .claim("sid", session.toString())
                .claim("amr", List.of("pwd", "otp"))
                .claim("auth_time", clock.instant().getEpochSecond());
    }

    public JWTClaimsSet.Builder serviceClaims(String audience, String service, String scope) {
        return claims(audience, service, scope, 300);
    }

    private JWTClaimsSet.Builder claims(String audience, String subject, String scope, int seconds) {
        Instant now = clock.instant();
        return new JWTClaimsSet.Builder()
                .issuer(Tokens.ISSUER)
                .subject(subject)
                .audience(audience)
                .claim("scope", scope)
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(seconds)))
                .jwtID(UUID.randomUUID().toString());
    }

    public String sign(JWTClaimsSet claims) {
        return sign(header().build(), claims, key);
    }

    /** Any header and any claims, whatever they are, under a genuine signature. */
    public static String signed(byte[] header, byte[] claims, ECKey key) {
        return ForgedCorpus.signed(header, claims, key);
    }

    /** Forgeries of a token with these claims, by what is wrong with each. */
    public Map<String, String> forgeriesOf(JWTClaimsSet claims) {
        Map<String, String> all = new LinkedHashMap<>();
        all.putAll(withOtherClaims(claims));
        all.putAll(withOtherHeader(claims));
        all.putAll(withOtherSignature(claims));
        all.putAll(writtenOtherwise(sign(claims)));
        return all;
    }

    /** More than a thousand further forgeries of a token with these claims, by what is wrong with each. */
    public Map<String, String> corpusOf(JWTClaimsSet claims) {
        return ForgedCorpus.of(key, claims, clock);
    }

    private Map<String, String> withOtherClaims(JWTClaimsSet claims) {
        Instant now = clock.instant();
        Map<String, String> all = new LinkedHashMap<>();
        all.put("other issuer", sign(builder(claims).issuer("somebody-else").build()));
        all.put("no issuer", sign(builder(claims).issuer(null).build()));
        all.put("other audience", sign(builder(claims).audience("elsewhere").build()));
        all.put(
                "two audiences",
                sign(builder(claims)
                        .audience(List.of(claims.getAudience().getFirst(), "elsewhere"))
                        .build()));
        all.put("no audience", sign(builder(claims).audience((String) null).build()));
        all.put(
                "expired",
                sign(builder(claims)
                        .expirationTime(Date.from(now.minusSeconds(11)))
                        .build()));
        all.put("no expiry", sign(builder(claims).expirationTime(null).build()));
        all.put(
                "not valid yet",
                sign(builder(claims)
                        .notBeforeTime(Date.from(now.plusSeconds(61)))
                        .build()));
        all.put("no subject", sign(builder(claims).subject(null).build()));
        all.put("no scope", sign(builder(claims).claim("scope", null).build()));
        all.put(
                "scopes as a list",
                sign(builder(claims)
                        .claim("scope", List.of(String.valueOf(claims.getClaim("scope"))))
                        .build()));
        return all;
    }

    private Map<String, String> withOtherHeader(JWTClaimsSet claims) {
        Map<String, String> all = new LinkedHashMap<>();
        String payload = sign(claims).split("\\.")[1];
        all.put("alg none", encode("{\"alg\":\"none\",\"kid\":\"%s\",\"typ\":\"at+jwt\"}") + "." + payload + ".");
        all.put(
                "alg none in capitals",
                encode("{\"alg\":\"NONE\",\"kid\":\"%s\",\"typ\":\"at+jwt\"}") + "." + payload + ".");
        all.put("public key as a password", macOf(claims));
        all.put("typ of a plain JWT", sign(header().type(JOSEObjectType.JWT).build(), claims, key));
        all.put(
                "typ of an assertion",
                sign(header().type(new JOSEObjectType(Tokens.ASSERTION_TYPE)).build(), claims, key));
        all.put("no typ", sign(header().type(null).build(), claims, key));
        all.put("no kid", sign(header().keyID(null).build(), claims, key));
        all.put("unknown kid", sign(header().keyID("unknown").build(), claims, strangersKey));
        all.put("kid that is a path", sign(header().keyID("../../dev/null").build(), claims, key));
        all.put(
                "stranger's key in the header",
                sign(header().jwk(strangersKey.toPublicJWK()).build(), claims, strangersKey));
        all.put(
                "stranger's key elsewhere",
                sign(header().jwkURL(URI.create("https://stranger.test/keys")).build(), claims, strangersKey));
        all.put(
                "certificate elsewhere",
                sign(
                        header().x509CertURL(URI.create("https://stranger.test/x5u"))
                                .build(),
                        claims,
                        strangersKey));
        all.put(
                "certificate in the header",
                sign(header().x509CertChain(List.of(Base64.encode("x"))).build(), claims, strangersKey));
        all.put("unencoded payload", sign(header().customParam("b64x", false).build(), claims, key));
        all.put("member we do not know", sign(header().customParam("extra", 1).build(), claims, key));
        return all;
    }

    private Map<String, String> withOtherSignature(JWTClaimsSet claims) {
        String genuine = sign(claims);
        String unsigned = genuine.substring(0, genuine.lastIndexOf('.') + 1);
        byte[] signature = java.util.Base64.getUrlDecoder().decode(genuine.substring(unsigned.length()));
        Map<String, String> all = new LinkedHashMap<>();
        all.put("stranger's key under our kid", sign(header().build(), claims, strangersKey));
        all.put("no signature", unsigned);
        all.put("signature of nothing but zeros", unsigned + BASE64.encodeToString(new byte[64]));
        all.put(
                "signature of another token",
                unsigned + sign(builder(claims).jwtID("other").build()).split("\\.")[2]);
        all.put("signature cut short", unsigned + BASE64.encodeToString(Arrays.copyOf(signature, 63)));
        all.put("signature with a byte more", unsigned + BASE64.encodeToString(Arrays.copyOf(signature, 65)));
        all.put("signature in DER", unsigned + BASE64.encodeToString(der(signature)));
        all.put(
                "payload altered",
                genuine.split("\\.")[0] + "."
                        + sign(builder(claims)
                                        .claim("role", "admin")
                                        .claim("scope", "api")
                                        .jwtID("x")
                                        .build())
                                .split("\\.")[1]
                        + "." + genuine.split("\\.")[2]);
        return all;
    }

    /** The same bytes in spellings that lenient parsers take. */
    private Map<String, String> writtenOtherwise(String genuine) {
        String[] parts = genuine.split("\\.");
        Map<String, String> all = new LinkedHashMap<>();
        all.put("padded", genuine + "==");
        all.put(
                "line break inside",
                parts[0] + "." + parts[1] + "." + parts[2].substring(0, 9) + "%0A" + parts[2].substring(9));
        all.put(
                "foreign character inside",
                parts[0] + "." + parts[1] + "." + parts[2].substring(0, 9) + "!" + parts[2].substring(9));
        all.put(
                "leftover bits",
                genuine.substring(0, genuine.length() - 1) + withLeftoverBit(genuine.charAt(genuine.length() - 1)));
        all.put("two parts", parts[0] + "." + parts[1]);
        all.put("four parts", genuine + "." + parts[2]);
        all.put(
                "member twice in the header",
                encode("{\"alg\":\"none\",\"alg\":\"ES256\",\"kid\":\"%s\",\"typ\":\"at+jwt\"}") + "." + parts[1] + "."
                        + parts[2]);
        all.put(
                "header that is no JSON",
                BASE64.encodeToString("nonsense".getBytes(StandardCharsets.UTF_8)) + "." + parts[1] + "." + parts[2]);
        all.put("longer than any of ours", parts[0] + "." + "A".repeat(5000) + "." + parts[2]);
        return all;
    }

    private static char withLeftoverBit(char last) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        return alphabet.charAt(alphabet.indexOf(last) ^ 1);
    }

    private String encode(String header) {
        return BASE64.encodeToString(header.replace("%s", key.getKeyID()).getBytes(StandardCharsets.UTF_8));
    }

    private String macOf(JWTClaimsSet claims) {
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256)
                            .type(new JOSEObjectType(Tokens.TYPE))
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            jwt.sign(new MACSigner(key.toECPublicKey().getEncoded()));
            return jwt.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] der(byte[] signature) {
        try {
            return ECDSA.transcodeSignatureToDER(signature);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static JWTClaimsSet.Builder builder(JWTClaimsSet claims) {
        return new JWTClaimsSet.Builder(claims);
    }

    private JWSHeader.Builder header() {
        return new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType(Tokens.TYPE))
                .keyID(key.getKeyID());
    }

    private static String sign(JWSHeader header, JWTClaimsSet claims, ECKey key) {
        try {
            SignedJWT jwt = new SignedJWT(header, claims);
            jwt.sign(new ECDSASigner(key));
            return jwt.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
