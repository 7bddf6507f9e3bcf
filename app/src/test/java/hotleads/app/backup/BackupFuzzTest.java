package hotleads.app.backup;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.app.console.Refusal;
import hotleads.app.database.Schema;
import hotleads.app.folder.Kind;
import hotleads.platform.fuzz.Altered;
import hotleads.platform.fuzz.ShortRun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A backup that a disk or a thief spoilt, and any bytes in its place. */
class BackupFuzzTest {
    private static final Path FOLDER = folder();
    private static final Path FILE = FOLDER.resolve("backup");
    private static final BackupKey KEY = key();
    private static final Header HEADER = new Header(
            new UUID(1, 2),
            new UUID(3, 4),
            Kind.DEMO,
            Instant.parse("2026-11-23T09:00:00Z"),
            // In one order, as what is sealed is bound to how they are written.
            new EnumMap<>(Map.of(Schema.AUTH, "15", Schema.CORE, "35")),
            new EnumMap<>(Map.of(Schema.AUTH, List.of(new UUID(5, 6)), Schema.CORE, List.of(new UUID(3, 4)))),
            null,
            KEY.id());
    private static final byte[] ROWS = "some rows".getBytes(StandardCharsets.UTF_8);
    private static final Contents CONTENTS = new Contents(
            List.of(new Table("core.person", List.of("id"), 1, ROWS.length, sha256(ROWS))),
            Map.of("core.ticket", new Contents.Sequence(7, true)));
    private static final byte[] WHOLE = whole();

    @Test
    void isTheOneThatWasWrittenOrRefused() {
        ShortRun.of(BackupFuzzTest.class, 300, BackupFuzzTest::fuzzerTestOneInput);
    }

    public static void fuzzerTestOneInput(byte[] input) {
        read(Altered.by(input, WHOLE));
        read(input);
    }

    private static void read(byte[] bytes) {
        try {
            Files.write(FILE, bytes);
            ReadBackup backup = ReadBackup.of(FILE, KEY);
            assertThat(backup.check()).isEqualTo(CONTENTS);
            assertThat(backup.header()).isEqualTo(HEADER);
        } catch (Refusal refused) {
            assertThat(Arrays.equals(bytes, WHOLE)).isFalse();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static byte[] whole() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        byte[] lines = HEADER.lines();
        file.writeBytes(lines);
        try (OutputStream sealing = KEY.sealing(file, lines);
                ZipOutputStream zip = new ZipOutputStream(sealing)) {
            zip.putNextEntry(new ZipEntry("core.person.copy"));
            zip.write(ROWS);
            zip.putNextEntry(new ZipEntry(WriteBackup.CONTENTS));
            zip.write(JsonMapper.shared().writeValueAsBytes(CONTENTS));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toByteArray();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static BackupKey key() {
        Path file = FOLDER.resolve("backup.key");
        BackupKey.createIfAbsent(file);
        return BackupKey.read(file);
    }

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("backup");
            for (String name : List.of("backup", "backup.key")) {
                folder.resolve(name).toFile().deleteOnExit();
            }
            return folder;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
