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
    /** Passwords proved, and floods of them. */
    SIGNIN,
    /** From the command to the sign-in page, and the memory it takes. */
    START;

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
