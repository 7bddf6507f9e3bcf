package hotleads.core.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotleads.platform.fuzz.Altered;
import hotleads.platform.fuzz.ShortRun;
import hotleads.vault.CannotOpen;
import hotleads.vault.KeySet;
import hotleads.vault.Place;
import hotleads.vault.Purpose;
import hotleads.vault.WrappingKey;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A sealed value and a wrapped key as a thief of the database may leave them: altered in any way, or any bytes. */
class SealedValueFuzzTest {
    private static final UUID IDENTITY = new UUID(1, 2);
    private static final Place PLACE = new Place("identity", "name", IDENTITY);
    private static final byte[] VALUE = "Ana Reyes".getBytes(StandardCharsets.UTF_8);
    private static final KeySet KEYS = KeySet.fresh();
    private static final WrappingKey PRACTICE = KEYS.wrapping(KEYS.newest(Purpose.PRACTICE));
    private static final WrappingKey.WrappedKey MADE = PRACTICE.newKey(IDENTITY);
    private static final byte[] SEALED = MADE.key().seal(VALUE, PLACE);

    @Test
    void opensOnlyAsItWasSealed() {
        ShortRun.of(SealedValueFuzzTest.class, SealedValueFuzzTest::fuzzerTestOneInput);
    }

    public static void fuzzerTestOneInput(byte[] input) {
        opened(Altered.by(input, SEALED));
        // A fuzzer that sees what is compared finds the sealed value itself.
        opened(input);
        unwrapped(Altered.by(input, MADE.wrapped()));
        unwrapped(input);
    }

    private static void opened(byte[] sealed) {
        if (Arrays.equals(sealed, SEALED)) {
            assertThat(MADE.key().open(sealed, PLACE)).isEqualTo(VALUE);
        } else {
            assertThatThrownBy(() -> MADE.key().open(sealed, PLACE)).isInstanceOf(CannotOpen.class);
        }
    }

    /** What stands in the open beside a wrapped key may be altered without harm: it is that key, or none. */
    private static void unwrapped(byte[] wrapped) {
        try {
            assertThat(PRACTICE.unwrap(IDENTITY, wrapped).open(SEALED, PLACE)).isEqualTo(VALUE);
        } catch (CannotOpen refused) {
            assertThat(refused.place().table()).isEqualTo("sealing_key");
            assertThat(wrapped).isNotEqualTo(MADE.wrapped());
        }
    }
}
