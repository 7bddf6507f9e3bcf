package hotleads.platform.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Reads {@code HOTLEADS_X} from the file {@code HOTLEADS_X_FILE} names, writes what is a file by nature and came as a
 * value, and stops the start when a setting listed under {@code hotleads.needs} of the service's own configuration is
 * missing.
 */
class EnvironmentSettings implements EnvironmentPostProcessor, Ordered {
    private static final String PREFIX = "HOTLEADS_";
    private static final String SUFFIX = "_FILE";
    /** A certificate, a key set or the clock is a file by nature: its name without the suffix is no setting. */
    private static final List<String> FILES = List.of(
            "TLS_CERT",
            "TLS_KEY",
            "KEY",
            "MOVE_KEY",
            "SERVICE_KEY",
            "SERVICE_KEYS",
            "PRACTICE_CLOCK",
            "GOOGLE_SERVICE_ACCOUNT");
    /** Those of them that a store of secrets hands out, which knows no files. */
    private static final List<String> FILES_GIVEN_AS_VALUES =
            List.of("TLS_CERT", "TLS_KEY", "SERVICE_KEY", "SERVICE_KEYS", "GOOGLE_SERVICE_ACCOUNT");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment
                .getPropertySources()
                .addAfter(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new MapPropertySource("settings read from files", fromFiles(environment)));
        environment
                .getPropertySources()
                .addAfter(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new MapPropertySource("files written from settings", toFiles(environment)));
        refuseWhatIsMissing(environment);
    }

    private static Map<String, Object> fromFiles(ConfigurableEnvironment environment) {
        Map<String, Object> values = new HashMap<>();
        environment.getSystemEnvironment().forEach((name, file) -> {
            if (name.startsWith(PREFIX) && name.endsWith(SUFFIX) && holdsASecret(name)) {
                values.put(name.substring(0, name.length() - SUFFIX.length()), read(Path.of(String.valueOf(file))));
            }
        });
        return values;
    }

    private static boolean holdsASecret(String name) {
        return !FILES.contains(name.substring(PREFIX.length(), name.length() - SUFFIX.length()));
    }

    private static Map<String, Object> toFiles(ConfigurableEnvironment environment) {
        Map<String, Object> given = environment.getSystemEnvironment();
        Map<String, Object> files = new HashMap<>();
        for (String name : FILES_GIVEN_AS_VALUES) {
            String value = String.valueOf(given.getOrDefault(PREFIX + name, ""));
            if (!value.isBlank() && !given.containsKey(PREFIX + name + SUFFIX)) {
                files.put(PREFIX + name + SUFFIX, write(value).toString());
            }
        }
        return files;
    }

    /** Where only we can read it, and gone when we are. */
    private static Path write(String value) {
        try {
            Path file = Files.createTempFile("hotleads-", ".setting");
            file.toFile().deleteOnExit();
            return Files.write(file, value.getBytes(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(
                    "Cannot write a setting that is needed as a file into " + System.getProperty("java.io.tmpdir")
                            + ": check that it is ours to write",
                    failed);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    "Cannot read the settings file " + file + ": check that it exists and is ours", unreadable);
        }
    }

    private static void refuseWhatIsMissing(ConfigurableEnvironment environment) {
        Map<String, String> needs = new TreeMap<>(Binder.get(environment)
                .bind("hotleads.needs", Bindable.mapOf(String.class, String.class))
                .orElse(Map.of()));
        needs.keySet().removeIf(name -> !environment.getProperty(name, "").isBlank());
        if (!needs.isEmpty()) {
            throw new SettingsMissing(needs.entrySet().stream()
                    .map(need -> need.getKey() + ": " + need.getValue())
                    .toList());
        }
    }

    @Override
    public int getOrder() {
        // After the configuration files were read, which list the needs.
        return Ordered.LOWEST_PRECEDENCE;
    }
}
