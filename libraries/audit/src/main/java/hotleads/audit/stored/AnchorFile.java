package hotleads.audit.stored;

import hotleads.audit.chain.Anchor;
import hotleads.audit.chain.ChainLines;
import hotleads.audit.chain.ChainReader;
import hotleads.audit.chain.ChainUnreadable;
import hotleads.audit.chain.KeyChange;
import hotleads.audit.chain.Link;
import hotleads.audit.chain.ReadChainLines;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Anchors in a file, one a line: who can rewrite the tables need not reach it. */
public final class AnchorFile implements AnchorsOutside {
    private static final Set<StandardOpenOption> APPEND =
            EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.WRITE);

    private final Path file;
    private long lastSeq = -1;

    private AnchorFile(Path file) {
        this.file = file;
    }

    /**
     * Where a program's anchors lie: beside its key file. Without one (its keys come from KMS) nothing outlasts a
     * restart here, and there is none: the anchors outside are then those in CloudWatch.
     *
     * @param keyFile the setting, blank when there is none
     */
    public static Optional<AnchorFile> beside(String keyFile) {
        return keyFile.isBlank() ? Optional.empty() : Optional.of(new AnchorFile(Path.of(keyFile + ".anchors")));
    }

    /** The highest number in it, 0 when there is none. */
    synchronized long lastSeq() {
        if (lastSeq < 0) {
            lastSeq = 0;
            read(anchor -> lastSeq = Math.max(lastSeq, anchor.seq()));
        }
        return lastSeq;
    }

    /** Adds anchors, and returns when the disk has them. */
    synchronized void append(List<Anchor> anchors) {
        if (anchors.isEmpty()) {
            return;
        }
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        // A line that a crash left half written must not swallow the next one.
        lines.write('\n');
        try (ChainLines writer = new ChainLines(lines)) {
            anchors.forEach(writer::anchor);
        }
        try (FileChannel channel = open()) {
            ByteBuffer bytes = ByteBuffer.wrap(lines.toByteArray());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot write the anchors to " + file, failed);
        }
        lastSeq = Math.max(lastSeq(), anchors.getLast().seq());
    }

    private FileChannel open() throws IOException {
        return Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix")
                ? FileChannel.open(
                        file,
                        APPEND,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : FileChannel.open(file, APPEND);
    }

    /** From the oldest. */
    @Override
    public void read(Consumer<Anchor> each) {
        if (!Files.exists(file)) {
            return;
        }
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                anchorsIn(line).forEach(each);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot read the anchors in " + file, failed);
        }
    }

    /** What a line holds, nothing if it is no whole one. */
    static List<Anchor> anchorsIn(String line) {
        List<Anchor> found = new ArrayList<>();
        try {
            ReadChainLines.read(
                    new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)), new OnlyAnchors(found));
        } catch (ChainUnreadable halfWritten) {
            return List.of();
        }
        return found;
    }

    private record OnlyAnchors(List<Anchor> found) implements ChainReader {
        @Override
        public void begins(String chain, long after, byte[] hash, byte[] key) {
            throw new ChainUnreadable();
        }

        @Override
        public void keyChanges(KeyChange change) {
            throw new ChainUnreadable();
        }

        @Override
        public void link(Link link) {
            throw new ChainUnreadable();
        }

        @Override
        public void anchor(Anchor anchor) {
            found.add(anchor);
        }

        @Override
        public void ends(String chain, long links) {
            throw new ChainUnreadable();
        }
    }
}
