package hotleads.auth.passkeys;

import java.util.Base64;

/** Bytes as WebAuthn's JSON writes them (RFC 4648, 5, without padding). */
final class Base64Url {
    private Base64Url() {}

    static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** @throws IllegalArgumentException for anything else */
    static byte[] decode(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
