package hotleads.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The settings in a person's environment, each as itself or as {@code NAME_FILE} naming the file that holds it. */
record GivenSettings(Map<String, String> environment) {
    private static final String FILE = "_FILE";

    @Override
    public String toString() {
        return "GivenSettings[" + environment.size() + "]";
    }

    /** The value; blank counts as absent. */
    Optional<String> get(String name) {
        return plain(name).or(() -> plain(name + FILE).map(GivenSettings::read)).filter(value -> !value.isBlank());
    }

    boolean has(String name) {
        return plain(name).isPresent() || plain(name + FILE).isPresent();
    }

    /** What the variable itself holds: for those that name a file by nature. */
    Optional<String> plain(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    /** The file of core's keys, when the person named one. */
    Optional<Path> keyFile() {
        return plain("HOTLEADS_KEY_FILE")
                .or(() -> plain("HOTLEADS_MOVE_KEY_FILE"))
                .map(Path::of);
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
