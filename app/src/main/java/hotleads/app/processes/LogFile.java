package hotleads.app.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** What a program prints, appended over starts; set aside at a start when it has grown large. */
public final class LogFile {
    private static final long LARGE = 16L << 20;

    private final Path file;

    public LogFile(Path folder, String program) {
        this.file = folder.resolve(program + ".log");
    }

    /** The output to give a process. */
    public ProcessBuilder.Redirect redirect() {
        try {
            if (Files.exists(file) && Files.size(file) > LARGE) {
                Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return ProcessBuilder.Redirect.appendTo(file.toFile());
    }

    public Path path() {
        return file;
    }

    /** The last lines, for a person who has to find out why it does not start. */
    public List<String> tail(int lines) {
        try {
            List<String> all = Files.readAllLines(file);
            return all.subList(Math.max(0, all.size() - lines), all.size());
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
