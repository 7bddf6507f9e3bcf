package hotleads.core.erasures;

import hotleads.vault.inuse.SearchKeys;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The ledger in a file that only its owner can read, beside the key file. */
final class LedgerFile implements ErasureLedger {
    /** The variable that names the file. */
    static final String VARIABLE = "HOTLEADS_ERASURE_LEDGER";

    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final Path file;

    LedgerFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /**
     * The lines that are whole.
     *
     * @param end where the next one goes: behind it lies at most what a crash left half written, and nobody was erased
     *     by that
     */
    private record Lines(List<String> texts, long end) {
        static Lines in(byte[] bytes) {
            int end = bytes.length;
            while (end > 0 && bytes[end - 1] != '\n') {
                end--;
            }
            String whole = new String(bytes, 0, end, StandardCharsets.UTF_8);
            return new Lines(whole.isEmpty() ? List.of() : List.of(whole.split("\n", -1)), end);
        }

        /** Without the empty one behind the last end of a line. */
        List<String> all() {
            return texts.isEmpty() ? texts : texts.subList(0, texts.size() - 1);
        }
    }

    @Override
    public Optional<Held> read(SearchKeys keys) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        refuseUnlessOursAlone();
        List<String> lines = lines().all();
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(LedgerLines.read(lines, keys, line -> line == 1 ? foreign() : damaged(line)));
    }

    @Override
    public boolean mayBegin() {
        return Files.exists(file) && lines().all().isEmpty();
    }

    @Override
    public String howToBeginAnew() {
        return "make an empty file there that only its owner can read";
    }

    @Override
    public void begin(UUID id, SearchKeys keys) {
        write(0, LedgerLines.first(id, keys));
    }

    @Override
    public void append(Erased erased, SearchKeys keys) {
        Lines lines = lines();
        if (lines.all().isEmpty()) {
            throw new LedgerUnusable("The erasure ledger " + file + " was emptied. Put it back");
        }
        write(lines.end, LedgerLines.next(lines.all().getLast(), erased, keys));
    }

    private Lines lines() {
        try {
            return Lines.in(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new LedgerUnusable("The erasure ledger " + file
                    + " cannot be read. Put back the file, or its owner's right to read it");
        }
    }

    /** Behind the last whole line; returns when the disk has it. */
    private void write(long position, String line) {
        try (FileChannel channel = open()) {
            channel.truncate(position);
            channel.position(position);
            ByteBuffer bytes = ByteBuffer.wrap((line + '\n').getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException failed) {
            throw new LedgerUnusable("The erasure ledger " + file
                    + " cannot be written, so nobody can be erased. Give its owner the right to write it, and its disk"
                    + " room");
        }
        force(Objects.requireNonNull(file.getParent(), "a file lies in a folder"));
    }

    private FileChannel open() throws IOException {
        Set<StandardOpenOption> options = EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        return isPosix()
                ? FileChannel.open(file, options, PosixFilePermissions.asFileAttribute(OWNER_ONLY))
                : FileChannel.open(file, options);
    }

    /** Without it a crash could take the new file's name. */
    private static void force(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notThere) {
            throw new LedgerUnusable("The folder " + folder + " of the erasure ledger cannot be read");
        }
    }

    private void refuseUnlessOursAlone() {
        try {
            if (isPosix()) {
                Set<PosixFilePermission> others = EnumSet.noneOf(PosixFilePermission.class);
                others.addAll(Files.getPosixFilePermissions(file));
                others.removeAll(OWNER_ONLY);
                if (!others.isEmpty()) {
                    throw new LedgerUnusable(
                            "The erasure ledger " + file + " is open to others. Run: chmod 600 " + file);
                }
            }
            // Found at the start, not when somebody is to be erased.
            FileChannel.open(file, StandardOpenOption.WRITE).close();
        } catch (IOException refused) {
            throw new LedgerUnusable("The erasure ledger " + file
                    + " cannot be read and written. Give core's user the right to both, or name another in "
                    + VARIABLE);
        }
    }

    private boolean isPosix() throws IOException {
        return Files.getFileStore(Objects.requireNonNull(file.getParent())).supportsFileAttributeView("posix");
    }

    private LedgerUnusable foreign() {
        return new LedgerUnusable("The erasure ledger " + file
                + " was made with other keys than ours: it belongs to another practice, or its first line was altered."
                + " Put back the one that belongs to this database, or name it in " + VARIABLE);
    }

    private LedgerUnusable damaged(int line) {
        return new LedgerUnusable("The erasure ledger " + file + " was altered at line " + line
                + ". Put back a copy of it that is whole");
    }

    @Override
    public String name() {
        return "the erasure ledger " + file;
    }
}
