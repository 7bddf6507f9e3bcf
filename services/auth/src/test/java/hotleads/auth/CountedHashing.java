package hotleads.auth;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/** A hash that costs nothing, so that thousands of sign-ins can be tried; it counts how often it is asked. */
public final class CountedHashing implements PasswordEncoder {
    private static final String CHEAP = "cheap:";
    private static final String OLD = "old:";

    private final AtomicInteger checks = new AtomicInteger();
    private volatile @Nullable CountDownLatch gate;

    public int checks() {
        return checks.get();
    }

    @Override
    public String encode(@Nullable CharSequence password) {
        return CHEAP + reversed(password);
    }

    /** A hash as it would have been made before the parameters were raised. */
    public static String oldHashOf(String password) {
        return OLD + reversed(password);
    }

    /** From now on each check waits, as a slow hash would, until the latch is down. */
    public void waitFor(CountDownLatch latch) {
        gate = latch;
    }

    @Override
    public boolean upgradeEncoding(@Nullable String hash) {
        return String.valueOf(hash).startsWith(OLD);
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        checks.incrementAndGet();
        await(gate);
        return encode(password).equals(hash)
                || oldHashOf(String.valueOf(password)).equals(hash);
    }

    private static String reversed(@Nullable CharSequence password) {
        return new StringBuilder(String.valueOf(password)).reverse().toString();
    }

    private static void await(@Nullable CountDownLatch latch) {
        try {
            if (latch != null) {
                latch.await();
            }
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
