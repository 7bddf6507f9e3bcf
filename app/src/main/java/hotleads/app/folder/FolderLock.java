package hotleads.app.folder;

import hotleads.app.console.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Held while a launcher uses a data folder; the system gives it back even when the launcher is killed. */
public final class FolderLock implements AutoCloseable {
    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws Refusal when another launcher holds it */
    public static FolderLock take(DataFolder folder) {
        return tryTake(folder)
                .orElseThrow(() -> new Refusal("The folder " + folder.root()
                        + " is in use by another Hot Leads. Stop that one with Ctrl-C, or start this one with"
                        + " --data DIR, --port and --simulators-port of its own."));
    }

    /** Nothing when another launcher holds it. */
    public static Optional<FolderLock> tryTake(DataFolder folder) {
        Path file = folder.run().resolve("lock");
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                return Optional.empty();
            }
            return Optional.of(new FolderLock(channel));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldInThisProcess) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
