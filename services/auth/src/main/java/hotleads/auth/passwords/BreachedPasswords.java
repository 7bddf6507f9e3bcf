package hotleads.auth.passwords;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

/**
 * Passwords long enough for us that stand among the million most used of ten million leaked ones; whoever has such a
 * list tries them first.
 *
 * <p>Kept as the sorted beginnings of their SHA-256, so that neither people's words nor insults lie in our files. How
 * the file is made: docs/decisions/0028-passwords-known-from-leaks.md.
 */
final class BreachedPasswords {
    private static final int BYTES = 6;

    private final byte[] digests;

    private BreachedPasswords(byte[] digests) {
        this.digests = digests;
    }

    static BreachedPasswords read() {
        try (InputStream file =
                Objects.requireNonNull(BreachedPasswords.class.getResourceAsStream("breached.sha256"))) {
            return new BreachedPasswords(file.readAllBytes());
        } catch (IOException impossible) {
            throw new UncheckedIOException("Our own resource cannot be read", impossible);
        }
    }

    int count() {
        return digests.length / BYTES;
    }

    boolean holds(String password) {
        byte[] digest =
                digest(Normalizer.normalize(password, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
        int low = 0;
        int high = count() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = compare(middle, digest);
            if (order == 0) {
                return true;
            }
            low = order < 0 ? middle + 1 : low;
            high = order > 0 ? middle - 1 : high;
        }
        return false;
    }

    private int compare(int index, byte[] digest) {
        int from = index * BYTES;
        return Arrays.compareUnsigned(digests, from, from + BYTES, digest, 0, BYTES);
    }

    private static byte[] digest(String password) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
