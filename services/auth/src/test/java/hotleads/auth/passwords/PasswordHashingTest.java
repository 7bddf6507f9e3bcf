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
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.springframework.security.crypto.password.PasswordEncoder;

class PasswordHashingTest {
    @Test
    void usesArgon2idWith19MebibytesAndTwoPasses() {
        PasswordHashing hashing = new PasswordHashing(new PasswordConfiguration().passwordEncoder(), 1, 1);

        String hash = hashing.inTurn(hasher -> hasher.hash("seven green kettles sing"));

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(matches(hashing, "seven green kettles sing", hash)).isTrue();
        assertThat(matches(hashing, "seven green kettles sang", hash)).isFalse();
        assertThat(matches(hashing, "nobody has this password", null)).isFalse();
    }

    @Test
    void takesTheSameLettersInAnyEncodingOfTheirs() {
        PasswordHashing hashing = new PasswordHashing(new PasswordConfiguration().passwordEncoder(), 1, 1);

        String hash = hashing.inTurn(hasher -> hasher.hash("caf\u00e9 au lait, 1"));

        assertThat(matches(hashing, "cafe\u0301 au lait, \uff11", hash)).isTrue();
    }

    @Test
    void workNoMoreAtOnceThanThereAreCoresAndSendAwayWhomNoPlaceIsLeftFor() throws Exception {
        SlowEncoder slow = new SlowEncoder();
        PasswordHashing hashing = new PasswordHashing(slow, 2, 3);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> waiting = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                waiting.add(threads.submit(() -> matches(hashing, "x", "hash")));
            }
            slow.twoRun.await();
            awaitFull(hashing);

            assertThatThrownBy(() -> matches(hashing, "x", "hash")).isInstanceOf(Busy.class);
            slow.go.countDown();
            for (Future<Boolean> result : waiting) {
                assertThat(result.get()).isTrue();
            }
        }
        assertThat(slow.most.get()).isEqualTo(2);
        assertThat(matches(hashing, "x", "hash")).as("served again").isTrue();
    }

    @Test
    void leavesTheThreadsOfRequestsToOthers() throws Exception {
        AtomicBoolean heard = new AtomicBoolean();
        int cores = Runtime.getRuntime().availableProcessors();
        try (PasswordHashing hashing = new PasswordHashing(new WorkingEncoder(heard), cores, 0);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> hashes = new ArrayList<>();
            for (int i = 0; i < cores; i++) {
                hashes.add(threads.submit(() -> matches(hashing, "x", "hash")));
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
            matches(hashing, "x", "hash");
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

    @Test
    void leaveHalfOfTheCoresToOthersWhileMostPasswordsAreWrong() throws Exception {
        CountingEncoder counting = new CountingEncoder();
        try (PasswordHashing hashing = new PasswordHashing(counting, 4, 100)) {
            assertThat(counting.mostAtOnce(hashing, "right")).isEqualTo(4);

            for (int i = 0; i < 32; i++) {
                matches(hashing, "wrong", "hash");
            }
            assertThat(counting.mostAtOnce(hashing, "wrong")).isEqualTo(2);

            for (int i = 0; i < 32; i++) {
                matches(hashing, "right", "hash");
            }
            assertThat(counting.mostAtOnce(hashing, "right")).as("it is over").isEqualTo(4);
        }
    }

    private static boolean matches(PasswordHashing hashing, String password, @Nullable String hash) {
        return hashing.inTurn(hasher -> hasher.matches(password, hash));
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

    /** How many are at it in the same moment: each waits a little for others to come. */
    private static final class CountingEncoder implements PasswordEncoder {
        private static final int TRIES = 24;

        private final AtomicInteger running = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();

        int mostAtOnce(PasswordHashing hashing, String password) throws Exception {
            most.set(0);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<Boolean>> tries = new ArrayList<>();
                for (int i = 0; i < TRIES; i++) {
                    tries.add(threads.submit(() -> PasswordHashingTest.matches(hashing, password, "hash")));
                }
                for (Future<Boolean> each : tries) {
                    each.get();
                }
            }
            return most.get();
        }

        @Override
        public String encode(@Nullable CharSequence password) {
            return "hash";
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            running.decrementAndGet();
            return "right".contentEquals(String.valueOf(password));
        }
    }
}
