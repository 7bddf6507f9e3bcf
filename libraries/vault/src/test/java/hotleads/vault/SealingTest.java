package hotleads.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SealingTest {
    private static final UUID ROW = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final Place NAME = new Place("identity", "name", ROW);

    @Test
    void opensWhereItWasSealedAndReadsAsNoise() {
        WrappingKey practice = practice(KeySet.fresh());
        WrappingKey.WrappedKey made = practice.newKey(UUID.randomUUID());

        byte[] sealed = made.key().seal("Planted Name", NAME);

        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("Planted");
        assertThat(practice.unwrap(made.key().id(), made.wrapped()).openText(sealed, NAME))
                .isEqualTo("Planted Name");
    }

    @Test
    void doesNotOpenInAnotherRowColumnOrTable() {
        SealingKey key = practice(KeySet.fresh()).newKey(UUID.randomUUID()).key();
        byte[] sealed = key.seal("planted", NAME);

        for (Place elsewhere : new Place[] {
            new Place("identity", "name", UUID.randomUUID()),
            new Place("identity", "email", ROW),
            new Place("person", "name", ROW)
        }) {
            assertThatThrownBy(() -> key.open(sealed, elsewhere)).isInstanceOf(CannotOpen.class);
        }
    }

    @Test
    void doesNotOpenOnceABitWasAltered() {
        SealingKey key = practice(KeySet.fresh()).newKey(UUID.randomUUID()).key();
        byte[] sealed = key.seal("planted", NAME);
        sealed[sealed.length - 1] ^= 1;

        assertThatThrownBy(() -> key.open(sealed, NAME))
                .isInstanceOf(CannotOpen.class)
                .hasMessageNotContaining("planted");
    }

    @Test
    void aKeyUnwrapsForItsOwnIdAndPracticeOnly() {
        WrappingKey ours = practice(KeySet.fresh());
        WrappingKey.WrappedKey made = ours.newKey(UUID.randomUUID());

        assertThatThrownBy(() -> ours.unwrap(UUID.randomUUID(), made.wrapped())).isInstanceOf(CannotOpen.class);
        assertThatThrownBy(() -> practice(KeySet.fresh()).unwrap(made.key().id(), made.wrapped()))
                .isInstanceOf(CannotOpen.class);
    }

    @Test
    void aKeyWrappedAnewOpensWhatItSealedAndTheOldPracticeKeyDoesNotOpenIt() {
        WrappingKey old = practice(KeySet.fresh());
        WrappingKey newer = practice(KeySet.fresh());
        WrappingKey.WrappedKey made = old.newKey(UUID.randomUUID());
        byte[] sealed = made.key().seal("planted", NAME);

        byte[] rewrapped = old.rewrap(made.key().id(), made.wrapped(), newer);

        assertThat(newer.unwrap(made.key().id(), rewrapped).openText(sealed, NAME))
                .isEqualTo("planted");
        assertThatThrownBy(() -> old.unwrap(made.key().id(), rewrapped)).isInstanceOf(CannotOpen.class);
        assertThatThrownBy(() -> newer.rewrap(made.key().id(), made.wrapped(), old))
                .isInstanceOf(CannotOpen.class);
    }

    @Test
    void digestsDependOnTheKeyTheKindAndTheValue() {
        Digests digests = search(KeySet.fresh());

        assertThat(digests.of("email", "a@example.org"))
                .hasSize(Digests.BYTES)
                .isEqualTo(digests.of("email", "a@example.org"));
        assertThat(digests.of("email", "a@example.org")).isNotEqualTo(digests.of("phone", "a@example.org"));
        assertThat(digests.of("email", "a@example.org"))
                .isNotEqualTo(search(KeySet.fresh()).of("email", "a@example.org"));
    }

    private static WrappingKey practice(KeySet keys) {
        return keys.wrapping(keys.newest(Purpose.PRACTICE));
    }

    private static Digests search(KeySet keys) {
        return keys.digests(keys.newest(Purpose.SEARCH));
    }
}
