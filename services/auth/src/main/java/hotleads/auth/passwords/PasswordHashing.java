package hotleads.auth.passwords;

import java.text.Normalizer;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Hashes passwords, as many at once as there are cores and no more: each takes 19 MiB and a core, so a flood of
 * sign-ins must queue instead of starving everything else.
 */
public class PasswordHashing {
    private final PasswordEncoder encoder;
    private final Semaphore running;
    private final Semaphore places;
    private final String nobodysHash;

    /** @param waiting how many may queue for a core; whoever comes after them is sent away */
    PasswordHashing(PasswordEncoder encoder, int cores, int waiting) {
        this.encoder = encoder;
        this.running = new Semaphore(cores, true);
        this.places = new Semaphore(cores + waiting);
        this.nobodysHash = hashOf(encoder, "nobody has this password");
    }

    /** @throws Busy when too many wait already */
    public String hash(String password) {
        return queued(() -> hashOf(encoder, normal(password)));
    }

    /**
     * Whether the password is the right one; without a hash it is not, after the same work.
     *
     * @throws Busy when too many wait already
     */
    public boolean matches(String password, @Nullable String hash) {
        // Unknown accounts are checked against a fixed hash, so that timing does not reveal who has an account.
        boolean matches = queued(() -> encoder.matches(normal(password), hash == null ? nobodysHash : hash));
        return matches && hash != null;
    }

    /** Whether a hash was made with less memory or fewer passes than we ask for today. */
    public boolean isOutdated(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    int placesLeft() {
        return places.availablePermits();
    }

    private <T> T queued(Supplier<T> work) {
        if (!places.tryAcquire()) {
            throw new Busy();
        }
        try {
            running.acquireUninterruptibly();
            try {
                return work.get();
            } finally {
                running.release();
            }
        } finally {
            places.release();
        }
    }

    private static String hashOf(PasswordEncoder encoder, String password) {
        String hash = encoder.encode(password);
        if (hash == null) {
            throw new IllegalStateException("The encoder gave no hash");
        }
        return hash;
    }

    /** Keyboards write the same letter in different bytes (NIST SP 800-63B-4, 3.1.1.2). */
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }
}
