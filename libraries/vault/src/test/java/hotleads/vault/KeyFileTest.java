package hotleads.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.HmacPrfParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeyFileTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void aNewKeyOfOnePurposeLeavesAllOthersAsTheyWere(Purpose purpose) {
        KeyFile file = made("core.key");
        KeySet before = file.read();

        file.write(before.withFresh(purpose));

        KeySet after = file.read();
        for (Purpose each : Purpose.values()) {
            assertThat(after.ids(each)).startsWith(before.newest(each)).hasSize(each == purpose ? 2 : 1);
        }
        assertThat(after.signer(before.newest(Purpose.ANCHORS)).publicKey())
                .isEqualTo(before.signer(before.newest(Purpose.ANCHORS)).publicKey());
        assertThat(after.digests(before.newest(Purpose.SEARCH)).of("email", "a"))
                .isEqualTo(before.digests(before.newest(Purpose.SEARCH)).of("email", "a"));
    }

    @Test
    void isReplacedInOneStepForItsOwnerAloneAndLeavesNothingBeside() throws IOException {
        KeyFile file = made("core.key");
        // Whoever has it open goes on reading the old keys, whole.
        try (Stream<String> open = Files.lines(folder.resolve("core.key"))) {
            file.write(file.read().withFresh(Purpose.SEARCH));

            assertThat(open).hasSize(4);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("core.key"))))
                .isEqualTo("rw-------");
        assertThat(names()).containsExactly("core.key");
    }

    @Test
    void aLinkToItStaysALink() throws IOException {
        KeyFile file = made("core.key");
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("core.key"));

        new KeyFile(link).write(file.read().withFresh(Purpose.SEARCH));

        assertThat(link).isSymbolicLink();
        assertThat(file.read().ids(Purpose.SEARCH)).hasSize(2);
    }

    @Test
    void whatCannotBeWrittenLeavesTheOldKeys() throws IOException {
        KeyFile nowhere = new KeyFile(folder.resolve("no/such/folder/core.key"));

        assertThatThrownBy(() -> nowhere.write(KeySet.fresh()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("core.key");
        assertThat(names()).isEmpty();
    }

    @Test
    void aFileOpenToOthersIsRefusedWithTheCommandThatMendsIt() throws IOException {
        KeyFile file = made("open.key");
        Path path = folder.resolve("open.key");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(file::read).isInstanceOf(KeyUnusable.class).hasMessageContaining("chmod 600 " + path);

        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        assertThat(file.read().ids(Purpose.PRACTICE)).hasSize(1);
    }

    @Test
    void aMissingOrForeignFileIsNamedWithTheVariableAndNothingOfItIsQuoted() throws IOException {
        made("foreign.key");
        for (String foreign : List.of("c2VjcmV0\nat all\n", "hotleads keys 2\nc2VjcmV0\n", "hotleads keys 2\n", "")) {
            Files.writeString(folder.resolve("foreign.key"), foreign);

            assertThatThrownBy(() -> new KeyFile(folder.resolve("foreign.key")).read())
                    .isInstanceOf(KeyUnusable.class)
                    .hasMessageContainingAll("foreign.key", "HOTLEADS_KEY_FILE")
                    .hasMessageNotContaining("c2VjcmV0")
                    .hasNoCause();
        }
        assertThatThrownBy(() -> new KeyFile(folder.resolve("missing.key")).read())
                .isInstanceOf(KeyUnusable.class)
                .hasMessageContainingAll("missing.key", "HOTLEADS_KEY_FILE");
    }

    @Test
    void aSeedOfAnotherLengthIsNoKey() {
        String line = KeySet.fresh()
                .text()
                .lines()
                .filter(each -> each.startsWith(Purpose.ANCHORS.word()))
                .findFirst()
                .orElseThrow();

        for (String seed : List.of("", "AAAA", "A".repeat(64))) {
            String text = KeySet.fresh().text() + line.substring(0, line.lastIndexOf(' ') + 1) + seed;
            assertThatThrownBy(() -> KeySet.parse(text)).isInstanceOf(GeneralSecurityException.class);
        }
    }

    @Test
    void printsIdsAndNoKeys() {
        KeySet keys = KeySet.fresh();

        assertThat(keys.toString()).contains(keys.newest(Purpose.PRACTICE).toString());
        assertThat(keys.text().lines().skip(1))
                .hasSize(3)
                .noneMatch(line -> keys.toString().contains(line.split(" ", -1)[2]));
    }

    @Test
    void aFileOfAnEarlierBuildKeepsItsKeysUnderTheIdsTheMigrationsGave() throws GeneralSecurityException, IOException {
        KeySet.fresh();
        String practice = text(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
        String search = text(KeysetHandle.generateNew(HmacPrfParameters.builder()
                .setKeySizeBytes(32)
                .setHashType(HmacPrfParameters.HashType.SHA256)
                .build()));
        KeyFile file = made("core.key");
        Files.writeString(folder.resolve("core.key"), practice + '\n' + search + '\n');

        KeySet earlier = file.read();
        file.write(earlier.withFresh(Purpose.SEARCH));

        KeySet now = file.read();
        UUID anchors = UUID.fromString("00000000-0000-7000-8000-000000000a03");
        assertThat(now.ids(Purpose.PRACTICE)).containsExactly(UUID.fromString("00000000-0000-7000-8000-000000000a01"));
        assertThat(now.ids(Purpose.SEARCH)).startsWith(UUID.fromString("00000000-0000-7000-8000-000000000a02"));
        assertThat(now.ids(Purpose.ANCHORS)).containsExactly(anchors);
        assertThat(now.signer(anchors).publicKey())
                .isEqualTo(earlier.signer(anchors).publicKey());
    }

    private static String text(KeysetHandle keyset) throws GeneralSecurityException {
        return Base64.getEncoder()
                .encodeToString(TinkProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get()));
    }

    private KeyFile made(String name) {
        KeyFile.createIfAbsent(folder.resolve(name));
        return new KeyFile(folder.resolve(name));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
