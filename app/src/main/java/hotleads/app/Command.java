package hotleads.app;

import hotleads.app.console.Refusal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What the launcher can be asked for, each with the options it takes. */
@SuppressWarnings("ImmutableEnumChecker") // Its collections come from Set.of and List.of.
enum Command {
    DEMO(Set.of("--port", "--simulators-port", "--data", "--clock", "--no-demo-data")),
    UP(Set.of("--port", "--data", "--first-admin")),
    MIGRATE(Set.of("--data")),
    INVITE(Set.of("--first-admin")),
    BENCH(Set.of("--out", "--people", "--records", "--data", "--kills", "--runs", "--minutes", "--from"));

    private final Set<String> options;

    Command(Set<String> options) {
        this.options = options;
    }

    boolean takes(String option) {
        return options.contains(option);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it takes, for the sentence that refuses another. */
    String options() {
        return options.stream().sorted().collect(Collectors.joining(", "));
    }

    static Command of(String word) {
        return Arrays.stream(values())
                .filter(command -> command.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Refusal.ofUsage("There is no command " + word + ". See: ./hotleads help"));
    }
}
