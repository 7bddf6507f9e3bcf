package hotleads.app.bench;

import hotleads.app.console.Console;
import hotleads.app.console.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** A large practice backed up while its programs run, and put back into an empty place. */
public final class RestoreBenchmark {
    private static final double NANOSECONDS_A_MINUTE = 60e9;
    private static final double MIB = 1 << 20;
    private static final String NOBODY_SAID = "no target names it; a morning without the practice's records";

    private RestoreBenchmark() {}

    /**
     * The two commands.
     *
     * @param file where the backup goes, and comes from
     */
    public record Way(Path file, Runnable backUp, Runnable restore) {}

    /** @throws Refusal when something fails on the way */
    public static List<Figure> take(EmptyDemo empty, int people, Instant now, Way way, Console console) {
        try (FilledDemo _ = FilledDemo.fill(empty, people, now, console)) {
            double out = minutes(way.backUp);
            double in = minutes(way.restore);
            String measured = String.format("%,d people, %.0f MiB of backup", people, Files.size(way.file) / MIB);
            return List.of(
                    new Figure("Backup, all programs running", out, "min", measured, NOBODY_SAID, 60, 10, false),
                    new Figure("Restore, checked and compared", in, "min", measured, NOBODY_SAID, 60, 10, false));
        } catch (SQLException failed) {
            throw new Refusal("The database failed (" + failed.getSQLState() + "); its log says why.");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static double minutes(Runnable what) {
        long began = System.nanoTime();
        what.run();
        return (System.nanoTime() - began) / NANOSECONDS_A_MINUTE;
    }
}
