package hotleads.auth.passwords;

import java.text.Normalizer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Hashes passwords, as many at once as there are cores and no more: each takes 19 MiB and a core, so a flood of
 * sign-ins must queue instead of starving everything else.
 *
 * <p>Whoever tries a password waits for their turn before anything is done for them, and has it until they are
 * answered: so a flood costs everybody else no more than the tries that are evaluated, and who is sent away as one too
 * many made no try.
 *
 * <p>Hashes have threads of their own. Requests run on virtual threads, of which as many work at once as there are
 * cores: passwords would take all of them, one after the other, and whoever holds a connection to the database waited
 * for a core until others gave up waiting for the connection. And they give way to all others ({@link Background}).
 */
public class PasswordHashing implements AutoCloseable {
    private final PasswordEncoder encoder;
    private final ExecutorService running;
    private final Semaphore places;
    private final AtOnce atOnce;
    private final String nobodysHash;

    /** @param waiting how many may queue for a core; whoever comes after them is sent away */
    PasswordHashing(PasswordEncoder encoder, int cores, int waiting) {
        this.encoder = encoder;
        ThreadFactory threads =
                Thread.ofPlatform().name("passwords-", 0).daemon().factory();
        this.running = Executors.newFixedThreadPool(cores, work -> threads.newThread(Background.on(work)));
        this.places = new Semaphore(cores + waiting);
        this.atOnce = new AtOnce(cores);
        this.nobodysHash = hashOf("nobody has this password");
    }

    /**
     * Does all that a password is needed for when its turn has come, those who came first first. Whoever waits must
     * hold no connection to the database.
     *
     * @throws Busy when too many wait already; then nothing was done
     */
    public <T> T inTurn(Function<Hasher, T> work) {
        if (!places.tryAcquire()) {
            throw new Busy();
        }
        try {
            atOnce.acquireUninterruptibly();
            try {
                return work.apply(new Hasher());
            } finally {
                atOnce.release();
            }
        } finally {
            places.release();
        }
    }

    /** Whether a hash was made with less memory or fewer passes than we ask for today. */
    public boolean isOutdated(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    int placesLeft() {
        return places.availablePermits();
    }

    private <T> T hashing(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, running).join();
    }

    @Override
    public void close() {
        running.shutdown();
    }

    private String hashOf(String password) {
        String hash = hashing(() -> encoder.encode(password));
        if (hash == null) {
            throw new IllegalStateException("The encoder gave no hash");
        }
        return hash;
    }

    /** Keyboards write the same letter in different bytes (NIST SP 800-63B-4, 3.1.1.2). */
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    /** What may be done with passwords by whoever has their turn, until it ends. */
    public final class Hasher {
        private Hasher() {}

        public String hash(String password) {
            return hashOf(normal(password));
        }

        /** Whether the password is the right one; without a hash it is not, after the same work. */
        public boolean matches(String password, @Nullable String hash) {
            // Unknown accounts are checked against a fixed hash, so that timing does not reveal who has an account.
            boolean right =
                    hashing(() -> encoder.matches(normal(password), hash == null ? nobodysHash : hash)) && hash != null;
            atOnce.checked(right);
            return right;
        }
    }
}
