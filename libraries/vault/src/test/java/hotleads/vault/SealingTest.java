package hotleads.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealingTest {
    private static final UUID ROW = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final Place NAME = new Place("identity", "name", ROW);

    @TempDir
    Path folder;

    @Test
    void opensWhereItWasSealedAndReadsAsNoise() {
        PracticeKeys keys = fresh("a");
        PracticeKeys.WrappedKey made = keys.newKey(UUID.randomUUID());

        byte[] sealed = made.key().seal("Planted Name", NAME);

        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("Planted");
        assertThat(keys.unwrap(made.key().id(), made.wrapped()).openText(sealed, NAME))
                .isEqualTo("Planted Name");
    }

    @Test
    void doesNotOpenInAnotherRowColumnOrTable() {
        SealingKey key = fresh("a").newKey(UUID.randomUUID()).key();
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
        SealingKey key = fresh("a").newKey(UUID.randomUUID()).key();
        byte[] sealed = key.seal("planted", NAME);
        sealed[sealed.length - 1] ^= 1;

        assertThatThrownBy(() -> key.open(sealed, NAME))
                .isInstanceOf(CannotOpen.class)
                .hasMessageNotContaining("planted");
    }

    @Test
    void aKeyUnwrapsForItsOwnIdAndPracticeOnly() {
        PracticeKeys ours = fresh("a");
        PracticeKeys.WrappedKey made = ours.newKey(UUID.randomUUID());

        assertThatThrownBy(() -> ours.unwrap(UUID.randomUUID(), made.wrapped())).isInstanceOf(CannotOpen.class);
        assertThatThrownBy(() -> fresh("b").unwrap(made.key().id(), made.wrapped()))
                .isInstanceOf(CannotOpen.class);
    }

    @Test
    void digestsDependOnTheKeyTheKindAndTheValue() {
        Digests digests = fresh("a").digests();

        assertThat(digests.of("email", "a@example.org"))
                .hasSize(Digests.BYTES)
                .isEqualTo(digests.of("email", "a@example.org"));
        assertThat(digests.of("email", "a@example.org")).isNotEqualTo(digests.of("phone", "a@example.org"));
        assertThat(digests.of("email", "a@example.org"))
                .isNotEqualTo(fresh("b").digests().of("email", "a@example.org"));
    }

    @Test
    void aKeyFileOpenToOthersIsRefusedWithTheCommandThatMendsIt() throws IOException {
        Path file = folder.resolve("open.key");
        KeyFile.createIfAbsent(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(() -> KeyFile.read(file))
                .isInstanceOf(KeyUnusable.class)
                .hasMessageContaining("chmod 600 " + file);
    }

    @Test
    void aMissingOrForeignKeyFileIsNamed() throws IOException {
        Path missing = folder.resolve("missing.key");
        Path foreign = folder.resolve("foreign.key");
        KeyFile.createIfAbsent(foreign);
        Files.writeString(foreign, "not a key\nat all\n");

        assertThatThrownBy(() -> KeyFile.read(missing))
                .isInstanceOf(KeyUnusable.class)
                .hasMessageContaining("missing.key");
        assertThatThrownBy(() -> KeyFile.read(foreign))
                .isInstanceOf(KeyUnusable.class)
                .hasMessageContaining("foreign.key");
    }

    private PracticeKeys fresh(String name) {
        Path file = folder.resolve(name + ".key");
        KeyFile.createIfAbsent(file);
        return KeyFile.read(file);
    }
}
