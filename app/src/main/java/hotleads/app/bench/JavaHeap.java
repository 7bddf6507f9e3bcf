package hotleads.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The heap of a Java program, as the JDK's own tool tells it. */
final class JavaHeap {
    /** Survivors, Eden and the old generation: what the program holds, used at the moment or not. */
    private static final Set<String> CAPACITIES = Set.of("S0C", "S1C", "EC", "OC");

    private static final double KIB_A_MIB = 1024;

    private JavaHeap() {}

    static double mebibytes(long pid) {
        try {
            Process tool = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jstat")
                                    .toString(),
                            "-gc",
                            String.valueOf(pid))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return sum(new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Names over numbers; NaN when it says something else. */
    static double sum(String told) {
        List<List<String>> lines = told.lines()
                .map(line -> Arrays.asList(line.strip().split("\\s+", -1)))
                .toList();
        if (lines.size() < 2 || lines.get(0).size() != lines.get(1).size()) {
            return Double.NaN;
        }
        double kibibytes = 0;
        for (int column = 0; column < lines.get(0).size(); column++) {
            kibibytes += CAPACITIES.contains(lines.get(0).get(column))
                    ? Double.parseDouble(lines.get(1).get(column))
                    : 0;
        }
        return kibibytes / KIB_A_MIB;
    }
}
