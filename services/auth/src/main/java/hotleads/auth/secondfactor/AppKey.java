package hotleads.auth.secondfactor;

/**
 * What an authenticator app makes its codes from; it never prints itself.
 *
 * @param factor the app
 */
public record AppKey(Factor factor, byte[] secret) {
    /** The key as an app takes it typed in. */
    public String text() {
        return Base32.RFC_4648.encode(secret);
    }

    @Override
    public String toString() {
        return "[key]";
    }
}
