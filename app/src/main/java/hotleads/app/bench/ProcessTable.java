package hotleads.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What Linux tells of processes under {@code /proc}: the processor time they took and the memory they hold.
 *
 * @param root {@code /proc}, or a copy of it
 */
record ProcessTable(Path root) {
    /** What every Linux gives to programs, whatever its kernel counts in. */
    private static final double TICKS_A_SECOND = 100;

    private static final double KIB_A_MIB = 1024;
    // Fields of proc_pid_stat(5), counted from the one after the name.
    private static final int PARENT = 1;
    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int CHILDREN_USER = 13;
    private static final int CHILDREN_SYSTEM = 14;

    static ProcessTable ofThisMachine() {
        return new ProcessTable(Path.of("/proc"));
    }

    /** Seconds of processor time of these processes alone. */
    double seconds(List<Long> pids) {
        return pids.stream()
                        .map(this::stat)
                        .mapToLong(stat -> ticks(stat, USER) + ticks(stat, SYSTEM))
                        .sum()
                / TICKS_A_SECOND;
    }

    /** Seconds of a process and of its children, the ended ones included: a database server with its sessions. */
    double secondsWithChildren(long parent) {
        List<String> stat = stat(parent);
        long own = ticks(stat, USER) + ticks(stat, SYSTEM) + ticks(stat, CHILDREN_USER) + ticks(stat, CHILDREN_SYSTEM);
        return own / TICKS_A_SECOND + childrenSeconds(parent);
    }

    private double childrenSeconds(long parent) {
        long ticks = 0;
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(root, "[0-9]*")) {
            for (Path process : processes) {
                ticks += ticksOfChild(process, parent);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return ticks / TICKS_A_SECOND;
    }

    private static long ticksOfChild(Path process, long parent) {
        try {
            List<String> stat = fields(process);
            return ticks(stat, PARENT) == parent ? ticks(stat, USER) + ticks(stat, SYSTEM) : 0;
        } catch (IOException ended) {
            // Between the listing and the reading; its time is its parent's by now.
            return 0;
        }
    }

    private List<String> stat(long pid) {
        try {
            return fields(root.resolve(String.valueOf(pid)));
        } catch (IOException failed) {
            throw new UncheckedIOException("Process " + pid + " cannot be looked at", failed);
        }
    }

    private static List<String> fields(Path process) throws IOException {
        String stat = Files.readString(process.resolve("stat"));
        // The name stands in parentheses and may hold spaces and parentheses itself.
        return List.of(stat.substring(stat.lastIndexOf(')') + 1).strip().split(" "));
    }

    private static long ticks(List<String> stat, int field) {
        return Long.parseLong(stat.get(field));
    }

    /**
     * MiB of a process, by the kernel's own sum.
     *
     * @param kind {@code Rss}, all of it, or {@code Pss}, with pages shared by several divided among them
     */
    double mebibytes(long pid, String kind) {
        Path sums = root.resolve(String.valueOf(pid)).resolve("smaps_rollup");
        try {
            return Files.readAllLines(sums).stream()
                            .filter(line -> line.startsWith(kind + ":"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                            .sum()
                    / KIB_A_MIB;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
