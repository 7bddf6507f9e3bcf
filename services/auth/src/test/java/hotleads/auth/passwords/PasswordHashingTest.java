package hotleads.auth.passwords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.springframework.security.crypto.password.PasswordEncoder;

class PasswordHashingTest {
    @Test
    void usesArgon2idWith19MebibytesAndTwoPasses() {
        PasswordHashing hashing = new PasswordHashing(new PasswordConfiguration().passwordEncoder(), 1, 1);

        String hash = hashing.hash("seven green kettles sing");

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(hashing.matches("seven green kettles sing", hash)).isTrue();
        assertThat(hashing.matches("seven green kettles sang", hash)).isFalse();
        assertThat(hashing.matches("nobody has this password", null)).isFalse();
    }

    @Test
    void takesTheSameLettersInAnyEncodingOfTheirs() {
        PasswordHashing hashing = new PasswordHashing(new PasswordConfiguration().passwordEncoder(), 1, 1);

        assertThat(hashing.matches("cafe\u0301 au lait, \uff11", hashing.hash("caf\u00e9 au lait, 1")))
                .isTrue();
    }

    @Test
    void workNoMoreAtOnceThanThereAreCoresAndSendAwayWhomNoPlaceIsLeftFor() throws Exception {
        SlowEncoder slow = new SlowEncoder();
        PasswordHashing hashing = new PasswordHashing(slow, 2, 3);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> waiting = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                waiting.add(threads.submit(() -> hashing.matches("x", "hash")));
            }
            slow.twoRun.await();
            awaitFull(hashing);

            assertThatThrownBy(() -> hashing.matches("x", "hash")).isInstanceOf(Busy.class);
            slow.go.countDown();
            for (Future<Boolean> result : waiting) {
                assertThat(result.get()).isTrue();
            }
        }
        assertThat(slow.most.get()).isEqualTo(2);
        assertThat(hashing.matches("x", "hash")).as("served again").isTrue();
    }

    @Test
    void leavesTheThreadsOfRequestsToOthers() throws Exception {
        AtomicBoolean heard = new AtomicBoolean();
        int cores = Runtime.getRuntime().availableProcessors();
        try (PasswordHashing hashing = new PasswordHashing(new WorkingEncoder(heard), cores, 0);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> hashes = new ArrayList<>();
            for (int i = 0; i < cores; i++) {
                hashes.add(threads.submit(() -> hashing.matches("x", "hash")));
            }
            awaitFull(hashing);

            threads.execute(() -> heard.set(true));

            for (Future<Boolean> hash : hashes) {
                assertThat(hash.get()).as("another request ran meanwhile").isTrue();
            }
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void givesWayToEverybodyElse() {
        AtomicInteger nice = new AtomicInteger();
        PasswordEncoder noting = new CheckingEncoder(() -> nice.set(niceOfThisThread()));
        try (PasswordHashing hashing = new PasswordHashing(noting, 1, 0)) {
            hashing.matches("x", "hash");
        }

        assertThat(nice.get()).isGreaterThan(niceOfThisThread());
    }

    /** The 19th field of its line in {@code /proc}, counted behind the name, which may hold spaces. */
    private static int niceOfThisThread() {
        try {
            String line = Files.readString(Path.of("/proc/thread-self/stat"));
            return Integer.parseInt(line.substring(line.lastIndexOf(')') + 2).split(" ")[16]);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void awaitFull(PasswordHashing hashing) {
        while (hashing.placesLeft() > 0) {
            Thread.onSpinWait();
        }
    }

    /** Keeps its core busy until it hears of another thread, or for far longer than that may take. */
    private record WorkingEncoder(AtomicBoolean heard) implements PasswordEncoder {
        private static final Duration LONGEST = Duration.ofSeconds(5);

        @Override
        public String encode(@Nullable CharSequence password) {
            return "hash";
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            long until = System.nanoTime() + LONGEST.toNanos();
            while (!heard.get() && System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            return heard.get();
        }
    }

    private record CheckingEncoder(Runnable check) implements PasswordEncoder {
        @Override
        public String encode(@Nullable CharSequence password) {
            return "hash";
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            check.run();
            return true;
        }
    }

    private static final class SlowEncoder implements PasswordEncoder {
        private final CountDownLatch go = new CountDownLatch(1);
        private final CountDownLatch twoRun = new CountDownLatch(2);
        private final AtomicInteger running = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();

        @Override
        public String encode(@Nullable CharSequence password) {
            return "hash";
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            twoRun.countDown();
            try {
                go.await();
                return true;
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            } finally {
                running.decrementAndGet();
            }
        }
    }
}
