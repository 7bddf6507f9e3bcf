package hotleads.auth.secondfactor;

/** Five bits a letter, in the alphabet of authenticator keys (RFC 4648) or one that people can copy by hand. */
final class Base32 {
    static final Base32 RFC_4648 = new Base32("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567");
    /** Crockford's: without I, L, O and U, which read as something else. */
    static final Base32 LEGIBLE = new Base32("0123456789ABCDEFGHJKMNPQRSTVWXYZ");

    private static final int BITS = 5;
    private final String alphabet;

    private Base32(String alphabet) {
        this.alphabet = alphabet;
    }

    /** @param bytes a multiple of five of them, so that nothing needs padding */
    String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int held = 0;
        int bits = 0;
        for (byte next : bytes) {
            held = (held << 8 | next & 0xff) & 0xfff;
            for (bits += 8; bits >= BITS; bits -= BITS) {
                text.append(alphabet.charAt(held >> (bits - BITS) & 0x1f));
            }
        }
        return text.toString();
    }
}
