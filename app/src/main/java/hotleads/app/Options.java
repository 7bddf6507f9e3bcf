package hotleads.app;

import hotleads.app.bench.Benchmark;
import hotleads.app.console.Refusal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a person asked for on the command line.
 *
 * @param clock when practice time is to start, in the practice's zone
 * @param firstAdmin the address of the person who is invited first
 * @param benchmarks which figures to take, when that is the command
 * @param out where they are written besides
 * @param people how many are filled in where a benchmark compares a large practice with a small one
 * @param records how many are read where a benchmark reads a provider far back
 * @param kills how many programs are killed where a benchmark kills
 * @param runs how often each target of a benchmark that fuzzes is run
 * @param minutes how long it does so at most, that is for each target
 * @param from the version whose upgrade is tried, by its tag or commit; otherwise the one before the newest migration
 */
record Options(
        Command command,
        int port,
        int simulatorsPort,
        Path data,
        Optional<LocalDateTime> clock,
        boolean demoData,
        Optional<String> firstAdmin,
        List<Benchmark> benchmarks,
        Optional<Path> out,
        int people,
        int records,
        int kills,
        int runs,
        int minutes,
        Optional<String> from) {
    private static final int GATEWAY_PORT = 8443;
    private static final int SIMULATORS_PORT = 9100;
    private static final int HIGHEST_PORT = 65_535;
    private static final int FEWEST_PEOPLE = 1_000;
    private static final int PEOPLE = 100_000;
    private static final int MOST_PEOPLE = 10_000_000;
    private static final int FEWEST_RECORDS = 1_000;
    private static final int RECORDS = 100_000;
    /** Some twelve years of them lie within the twenty that are read back. */
    private static final int MOST_RECORDS = 300_000;

    private static final int KILLS = 1_000;
    private static final int MOST_KILLS = 100_000;
    private static final int FEWEST_RUNS = 1_000;
    private static final int RUNS = 100_000_000;
    private static final int MOST_RUNS = 2_000_000_000;
    private static final int MINUTES = 24 * 60;

    private static final String NO_DEMO_DATA = "--no-demo-data";

    /** @throws Refusal with the status for misuse */
    static Options parse(List<String> arguments, Path home) {
        if (arguments.isEmpty()) {
            throw Refusal.ofUsage("Say what to do. See: ./hotleads help");
        }
        Command command = Command.of(arguments.getFirst());
        List<String> rest = arguments.subList(1, arguments.size());
        boolean namesOne =
                command == Command.BENCH && !rest.isEmpty() && !rest.getFirst().startsWith("--");
        Map<String, String> given = read(command, namesOne ? rest.subList(1, rest.size()) : rest);
        int port = port(given, "--port", GATEWAY_PORT);
        int simulatorsPort = port(given, "--simulators-port", SIMULATORS_PORT);
        if (command == Command.DEMO && port == simulatorsPort) {
            throw Refusal.ofUsage("--port and --simulators-port need different ports, not both " + port + ".");
        }
        return new Options(
                command,
                port,
                simulatorsPort,
                // Outside the source tree: data outlives a clone, and is never committed by mistake.
                Path.of(given.getOrDefault(
                                "--data",
                                home.resolve(".hotleads")
                                        .resolve(folderOf(command))
                                        .toString()))
                        .toAbsolutePath(),
                clock(given),
                !given.containsKey(NO_DEMO_DATA),
                Optional.ofNullable(given.get("--first-admin")),
                benchmarks(namesOne ? List.of(Benchmark.of(rest.getFirst())) : List.of(Benchmark.values()), given),
                Optional.ofNullable(given.get("--out"))
                        .map(file -> Path.of(file).toAbsolutePath()),
                number(given, "--people", FEWEST_PEOPLE, PEOPLE, MOST_PEOPLE),
                number(given, "--records", FEWEST_RECORDS, RECORDS, MOST_RECORDS),
                number(given, "--kills", 1, KILLS, MOST_KILLS),
                number(given, "--runs", FEWEST_RUNS, RUNS, MOST_RUNS),
                number(given, "--minutes", 1, MINUTES, MINUTES),
                Optional.ofNullable(given.get("--from")));
    }

    private static List<Benchmark> benchmarks(List<Benchmark> named, Map<String, String> given) {
        if (named.size() == 1 && named.getFirst().lasts()) {
            return named;
        }
        if (given.containsKey("--data")) {
            return named.stream().filter(benchmark -> !benchmark.lasts()).toList();
        }
        if (named.size() == 1 && named.getFirst().needsData()) {
            throw Refusal.ofUsage(
                    "bench " + named.getFirst().word() + " needs --data FILE: a table of past appointments.");
        }
        return named.stream()
                .filter(benchmark -> !benchmark.needsData() && !benchmark.lasts())
                .toList();
    }

    private static String folderOf(Command command) {
        return switch (command) {
            case DEMO, BENCH -> "demo";
            case UP, MIGRATE, INVITE -> "practice";
        };
    }

    private static Map<String, String> read(Command command, List<String> arguments) {
        Map<String, String> given = new HashMap<>();
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            if (!command.takes(option)) {
                throw Refusal.ofUsage(command.word() + " does not take " + option + ", but: " + command.options());
            }
            given.put(option, option.equals(NO_DEMO_DATA) ? "" : valueOf(option, rest));
        }
        return given;
    }

    private static String valueOf(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw Refusal.ofUsage(option + " needs a value.");
        }
        return rest.next();
    }

    private static int number(Map<String, String> given, String option, int fewest, int usual, int most) {
        String value = given.getOrDefault(option, String.valueOf(usual));
        try {
            int number = Integer.parseInt(value);
            if (number >= fewest && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Refused below like a number that is out of bounds.
        }
        throw Refusal.ofUsage(option + " needs a number from " + fewest + " to " + most + ", not " + value + ".");
    }

    private static int port(Map<String, String> given, String option, int usual) {
        String value = given.getOrDefault(option, String.valueOf(usual));
        try {
            int port = Integer.parseInt(value);
            if (port >= 1 && port <= HIGHEST_PORT) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // Refused below like a number that is no port.
        }
        throw Refusal.ofUsage(option + " needs a port from 1 to " + HIGHEST_PORT + ", not " + value + ".");
    }

    private static Optional<LocalDateTime> clock(Map<String, String> given) {
        try {
            return Optional.ofNullable(given.get("--clock")).map(LocalDateTime::parse);
        } catch (DateTimeParseException malformed) {
            throw Refusal.ofUsage("--clock needs a day and a time such as 2026-11-23T09:00.");
        }
    }
}
