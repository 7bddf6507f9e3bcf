package hotleads.app.bench;

import hotleads.app.console.Refusal;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The benchmarks there are. */
public enum Benchmark {
    /** Hooks through the whole path. */
    INGEST,
    /** What people look at, and places on the list found anew. */
    READ,
    /** A provider read far back, and read again. */
    SYNC,
    /** Passwords proved, and floods of them. */
    SIGNIN,
    /** From the command to the sign-in page, and the memory it takes. */
    START,
    /** Everything killed at random under load, and nothing lost. */
    KILL,
    /** Any bytes for every parser that reads some from outside. */
    FUZZ,
    /** An earlier version and this one at once on one database. */
    UPGRADE,
    /** A large practice backed up, and restored. */
    RESTORE,
    /** Who misses the next session, foretold on public data. */
    CARD;

    /** Whether it measures a file of the person's, so that it is not one of those taken unasked. */
    public boolean needsData() {
        return this == CARD;
    }

    /** Whether it lasts so long that it is taken only when it is named. */
    public boolean lasts() {
        return this == KILL || this == FUZZ || this == UPGRADE || this == RESTORE;
    }

    /** @throws Refusal with the known names */
    public static Benchmark of(String word) {
        return Arrays.stream(values())
                .filter(benchmark -> benchmark.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Refusal.ofUsage("There is no benchmark " + word + ", but: "
                        + Arrays.stream(values()).map(Benchmark::word).collect(Collectors.joining(", "))));
    }

    /** Its name on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
