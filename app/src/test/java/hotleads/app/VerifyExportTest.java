package hotleads.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotleads.app.console.Console;
import hotleads.app.console.Refusal;
import hotleads.audit.chain.ChainHash;
import hotleads.audit.chain.ChainLines;
import hotleads.audit.chain.Link;
import hotleads.audit.chain.StoredEntry;
import hotleads.vault.KeyFile;
import hotleads.vault.KeySet;
import hotleads.vault.Purpose;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./hotleads audit verify FILE}. */
class VerifyExportTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Console console = new Console(new PrintStream(said, true, StandardCharsets.UTF_8), Clock.systemUTC());

    @TempDir
    Path folder;

    @Test
    void saysThatAnExportIsUnbroken() throws IOException {
        Path file = export("hook.received");

        int status = VerifyExport.run(List.of("audit", "verify", file.toString()), console);

        assertThat(status).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("core: 3 entries, unbroken. No anchor vouches for them");
    }

    @Test
    void namesTheFirstBrokenEntry() throws IOException {
        Path file = export("hook.received");
        Files.writeString(file, Files.readString(file).replaceFirst("\"subject\":\"2\"", "\"subject\":\"9\""));

        int status = VerifyExport.run(List.of("audit", "verify", file.toString()), console);

        assertThat(status).isOne();
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("core: breaks at entry 2, which was altered or moved, 2026-11-12T09:00:02Z");
    }

    @Test
    void refusesWhatIsNoExport() throws IOException {
        Path file = Files.writeString(folder.resolve("other.txt"), "hello");

        assertThatThrownBy(() -> VerifyExport.run(List.of("audit", "verify", file.toString()), console))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("no whole export");
        assertThatThrownBy(() -> VerifyExport.run(List.of("audit", "verify", "nowhere"), console))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("cannot be read");
        assertThatThrownBy(() -> VerifyExport.run(List.of("audit"), console)).isInstanceOf(Refusal.class);
    }

    private Path export(String act) throws IOException {
        Path keys = folder.resolve("core.key");
        KeyFile.createIfAbsent(keys);
        KeySet set = new KeyFile(keys).read();
        byte[] key = set.signer(set.newest(Purpose.ANCHORS)).publicKey();
        ChainHash hash = new ChainHash("core");
        Path file = folder.resolve("audit.jsonl");
        try (OutputStream out = Files.newOutputStream(file);
                ChainLines lines = new ChainLines(out)) {
            byte[] last = ChainHash.start();
            lines.begins("core", 0, last, key);
            for (int seq = 1; seq <= 3; seq++) {
                StoredEntry entry = entry(seq, act);
                last = hash.next(seq, last, hash.digest(entry));
                lines.link(new Link(seq, entry.id(), last, entry, null));
            }
            lines.ends("core", 3);
        }
        return file;
    }

    private static StoredEntry entry(int seq, String act) {
        return new StoredEntry(
                new UUID(1, seq),
                Instant.parse("2026-11-12T09:00:00Z").plusSeconds(seq),
                "service",
                "webhooks",
                null,
                act,
                "appointment",
                Integer.toString(seq),
                "done",
                1,
                null,
                null,
                null,
                seq);
    }
}
