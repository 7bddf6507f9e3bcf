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
        int people) {
    private static final int GATEWAY_PORT = 8443;
    private static final int SIMULATORS_PORT = 9100;
    private static final int HIGHEST_PORT = 65_535;
    private static final int FEWEST_PEOPLE = 1_000;
    private static final int PEOPLE = 100_000;
    private static final int MOST_PEOPLE = 10_000_000;
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
                namesOne ? List.of(Benchmark.of(rest.getFirst())) : List.of(Benchmark.values()),
                Optional.ofNullable(given.get("--out"))
                        .map(file -> Path.of(file).toAbsolutePath()),
                people(given));
    }

    private static String folderOf(Command command) {
        return switch (command) {
            case DEMO, BENCH -> "demo";
            case UP, MIGRATE -> "practice";
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

    private static int people(Map<String, String> given) {
        String value = given.getOrDefault("--people", String.valueOf(PEOPLE));
        try {
            int people = Integer.parseInt(value);
            if (people >= FEWEST_PEOPLE && people <= MOST_PEOPLE) {
                return people;
            }
        } catch (NumberFormatException notANumber) {
            // Refused below like a number that is out of bounds.
        }
        throw Refusal.ofUsage(
                "--people needs a number from " + FEWEST_PEOPLE + " to " + MOST_PEOPLE + ", not " + value + ".");
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
