package hotleads.app;

import hotleads.app.console.Refusal;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a person asked of {@code backup FILE} or {@code restore FILE}.
 *
 * @param restores whether it is the way back
 * @param file the backup
 * @param data where the practice's data lies, or is to lie
 * @param key the backup key, when it lies elsewhere than usual
 * @param keys a folder with copies of the practice's keys, for a machine that has none yet
 * @param ledger the erasure ledger, for a machine that has none yet
 * @param replace whether what the target holds is put aside
 */
record BackupOptions(
        boolean restores,
        Path file,
        Path data,
        Optional<Path> key,
        Optional<Path> keys,
        Optional<Path> ledger,
        boolean replace) {
    private static final String BACKUP = "backup";
    private static final String RESTORE = "restore";
    private static final List<String> OF_BACKUP = List.of("--data", "--key", "--out");
    private static final List<String> OF_RESTORE = List.of("--data", "--key", "--keys", "--ledger", "--replace");

    static boolean areAskedFor(List<String> arguments) {
        return !arguments.isEmpty() && List.of(BACKUP, RESTORE).contains(arguments.getFirst());
    }

    /** @throws Refusal with the status for misuse */
    static BackupOptions parse(List<String> arguments, Path home) {
        String command = arguments.getFirst();
        boolean restores = command.equals(RESTORE);
        Given given = new Given();
        Iterator<String> rest = arguments.subList(1, arguments.size()).iterator();
        while (rest.hasNext()) {
            given.take(command, rest.next(), rest, restores ? OF_RESTORE : OF_BACKUP);
        }
        Path file = given.file;
        if (file == null) {
            throw Refusal.ofUsage(
                    "Name the file: ./hotleads " + command + " FILE" + (restores ? " --data DIR" : " [--data DIR]"));
        }
        if (restores && given.data == null) {
            throw Refusal.ofUsage("Name the folder to restore into: ./hotleads restore FILE --data DIR");
        }
        return new BackupOptions(
                restores,
                file.toAbsolutePath(),
                (given.data == null ? home.resolve(".hotleads").resolve("practice") : given.data).toAbsolutePath(),
                Optional.ofNullable(given.key).map(Path::toAbsolutePath),
                Optional.ofNullable(given.keys).map(Path::toAbsolutePath),
                Optional.ofNullable(given.ledger).map(Path::toAbsolutePath),
                given.replace);
    }

    private static final class Given {
        private @Nullable Path file;
        private @Nullable Path data;
        private @Nullable Path key;
        private @Nullable Path keys;
        private @Nullable Path ledger;
        private boolean replace;

        private void take(String command, String word, Iterator<String> rest, List<String> known) {
            if (word.startsWith("--") && !known.contains(word)) {
                throw Refusal.ofUsage(command + " does not take " + word + ", but: " + String.join(", ", known));
            }
            switch (word) {
                case "--replace" -> replace = true;
                case "--data" -> data = next(word, rest);
                case "--key" -> key = next(word, rest);
                case "--keys" -> keys = next(word, rest);
                case "--ledger" -> ledger = next(word, rest);
                case "--out" -> name(command, next(word, rest));
                default -> name(command, Path.of(word));
            }
        }

        private void name(String command, Path named) {
            if (file != null) {
                throw Refusal.ofUsage(command + " takes one file, not both " + file + " and " + named + ".");
            }
            file = named;
        }

        private static Path next(String option, Iterator<String> rest) {
            if (!rest.hasNext()) {
                throw Refusal.ofUsage(option + " needs a value.");
            }
            return Path.of(rest.next());
        }
    }
}
