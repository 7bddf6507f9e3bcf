package hotleads.auth.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

class Argon2EncoderTest {
    private static final int MEMORY_KIB = 1024;

    private final Argon2Encoder encoder = new Argon2Encoder(MEMORY_KIB, 2);
    private final Argon2PasswordEncoder springs = new Argon2PasswordEncoder(16, 32, 1, MEMORY_KIB, 2);

    @Test
    void readsWhatSpringWroteAndIsReadByIt() {
        assertThat(encoder.matches("seven green kettles", springs.encode("seven green kettles")))
                .isTrue();
        assertThat(encoder.matches("seven green kettlez", springs.encode("seven green kettles")))
                .isFalse();
        assertThat(springs.matches("sieben grüne Kessel", encoder.encode("sieben grüne Kessel")))
                .isTrue();
        assertThat(encoder.encode("x")).isNotEqualTo(encoder.encode("x"));
    }

    @Test
    void readsHashesOfOtherParametersAndTellsThoseOfLess() {
        String more = new Argon2PasswordEncoder(16, 32, 2, 2 * MEMORY_KIB, 3).encode("kettles");
        String less = new Argon2PasswordEncoder(16, 24, 1, MEMORY_KIB / 2, 2).encode("kettles");
        String fewer = new Argon2PasswordEncoder(16, 32, 1, MEMORY_KIB, 1).encode("kettles");

        assertThat(encoder.matches("kettles", more)).isTrue();
        assertThat(encoder.matches("kettles", less)).isTrue();
        assertThat(encoder.upgradeEncoding(more)).isFalse();
        assertThat(encoder.upgradeEncoding(encoder.encode("kettles"))).isFalse();
        assertThat(encoder.upgradeEncoding(less)).isTrue();
        assertThat(encoder.upgradeEncoding(fewer)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "$argon2i$v=19$m=1024,t=2,p=1$c2FsdHNhbHQ$aGFzaA",
                "$argon2id$v=19$m=,t=2,p=1$c2FsdA$aGFzaA"
            })
    void nothingMatchesWhatIsNoHash(String text) {
        assertThat(encoder.matches("x", text)).isFalse();
    }

    /** Else each hash leaves its whole memory to the collector. */
    @Test
    void takesTheMemoryOfTheHashBefore() {
        encoder.encode("one");
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();

        encoder.encode("another");

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(MEMORY_KIB * 1024L / 4);
    }
}
