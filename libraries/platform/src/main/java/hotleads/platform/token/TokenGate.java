package hotleads.platform.token;

import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.security.oauth2.jwt.BadJwtException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Refuses, before any parser of a library sees it, every token that is not of the one shape ours have: a compact JWS,
 * ES256, the expected {@code typ}, a {@code kid}, nothing else in the header, plain base64url (RFC 7515 §2, RFC 8725
 * §3).
 *
 * <p>JOSE libraries are lenient: they take padding, line breaks and foreign characters in base64url, and look at
 * {@code jku}, {@code x5u} and {@code jwk}. Here none of that gets as far.
 */
public final class TokenGate {
    private static final int LONGEST = 4096;
    private static final int ES256_SIGNATURE_BYTES = 64;
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-]+");
    private static final Pattern KEY_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final String type;

    /** @param type the {@code typ} a token must have, such as {@code at+jwt} (RFC 9068) */
    public TokenGate(String type) {
        this.type = type;
    }

    /** @throws BadJwtException saying which rule the token breaks, never what it held */
    public void check(String token) {
        require(token.length() <= LONGEST, "too long");
        String[] parts = token.split("\\.", -1);
        require(parts.length == 3, "not three parts");
        byte[] header = decode(parts[0]);
        decode(parts[1]);
        require(decode(parts[2]).length == ES256_SIGNATURE_BYTES, "signature of another size");
        checkHeader(header);
    }

    private void checkHeader(byte[] bytes) {
        Map<String, Object> header = parse(bytes);
        require(header.keySet().equals(Set.of("alg", "kid", "typ")), "header with other members");
        require("ES256".equals(header.get("alg")), "other algorithm");
        require(type.equals(header.get("typ")), "other type");
        require(header.get("kid") instanceof String kid && KEY_ID.matcher(kid).matches(), "key id of another shape");
    }

    private static Map<String, Object> parse(byte[] bytes) {
        // Else a byte order mark, or blanks, would let two texts stand for one header.
        require(bytes.length > 0 && bytes[0] == '{', "header is no object");
        try {
            return STRICT.readValue(bytes, new TypeReference<Map<String, Object>>() {});
        } catch (JacksonException notJson) {
            throw new BadJwtException("Token refused: header is not JSON");
        }
    }

    private static byte[] decode(String part) {
        require(PLAIN.matcher(part).matches(), "not plain base64url");
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(part);
            // Leftover bits would let two texts stand for one token.
            require(
                    Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(bytes)
                            .equals(part),
                    "not canonical base64url");
            return bytes;
        } catch (IllegalArgumentException malformed) {
            throw new BadJwtException("Token refused: not base64url");
        }
    }

    private static void require(boolean condition, String rule) {
        if (!condition) {
            throw new BadJwtException("Token refused: " + rule);
        }
    }
}
