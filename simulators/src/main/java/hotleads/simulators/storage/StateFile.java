package hotleads.simulators.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One JSON file that is replaced whole, so a reader or a restart never sees half of it.
 *
 * <p>Callers who save at the same moment share one write.
 */
public final class StateFile {

    private final @Nullable Path path;
    private final AtomicLong asked = new AtomicLong();
    private long written;

    /** A null path keeps nothing: the state lives as long as the process. */
    public StateFile(@Nullable Path path) {
        this.path = path;
    }

    public <T> Optional<T> read(Class<T> type) {
        if (path == null || !Files.exists(path)) {
            return Optional.empty();
        }
        return Optional.of(Json.MAPPER.readValue(path.toFile(), type));
    }

    /** Returns when a snapshot taken after this call began is in the file. */
    public void save(Supplier<?> snapshot) {
        if (path == null) {
            return;
        }
        long mine = asked.incrementAndGet();
        synchronized (this) {
            if (written >= mine) {
                return;
            }
            long upTo = asked.get();
            replace(path, Json.MAPPER.writeValueAsBytes(snapshot.get()));
            written = upTo;
        }
    }

    // No fsync: a killed process loses nothing by that, and made-up data need not survive a power cut.
    /** Whole and at once, so that nobody reads half of it. */
    public static void replace(Path path, byte[] content) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Path next = path.resolveSibling(path.getFileName() + ".next");
            Files.write(next, content);
            Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
