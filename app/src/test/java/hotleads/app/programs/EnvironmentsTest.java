package hotleads.app.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EnvironmentsTest {
    private static final Pattern A_SETTING = Pattern.compile("[\"{ ](HOTLEADS_[A-Z_]+)[:}\"]");

    /** Each secret and the only programs it may reach. */
    @ParameterizedTest
    @CsvSource({
        "HOTLEADS_TLS_KEY_FILE, GATEWAY",
        "HOTLEADS_DATABASE_AUTH_PASSWORD, AUTH",
        "HOTLEADS_DATABASE_CORE_PASSWORD, CORE",
        "HOTLEADS_DATABASE_OWNER_PASSWORD, ''",
        "HOTLEADS_DATABASE_URL, AUTH CORE",
        "HOTLEADS_KEY_FILE, AUTH CORE",
        "HOTLEADS_KMS_KEY_ARN, AUTH CORE",
        "HOTLEADS_SERVICE_KEYS_FILE, AUTH",
        "HOTLEADS_ACUITY_USER_ID, SYNC SIMULATORS",
        "HOTLEADS_ACUITY_API_KEY, SYNC WEBHOOKS SIMULATORS",
        "HOTLEADS_ACUITY_API_KEY_PREVIOUS, WEBHOOKS SIMULATORS",
        "HOTLEADS_ACUITY_BASE_URL, SYNC",
        "HOTLEADS_SMTP_PASSWORD, AUTH",
        "HOTLEADS_PRACTICE_CLOCK_FILE, CORE",
        "AWS_SECRET_ACCESS_KEY, ''",
        "SPRING_DATASOURCE_PASSWORD, ''",
        "JAVA_TOOL_OPTIONS, ''"
    })
    void aSecretReachesOnlyItsPrograms(String name, String programs) {
        Environments environments =
                new Environments(Map.of(name, "x", name + "_FILE", "x"), Map.of(name, "x", name + "_FILE", "x"));

        Set<String> told = Arrays.stream(Role.values())
                .filter(role -> holds(environments.of(role, Map.of()), name))
                .map(Role::name)
                .collect(Collectors.toSet());

        assertThat(told)
                .isEqualTo(Arrays.stream(programs.split(" "))
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.toSet()));
    }

    private static boolean holds(Map<String, String> environment, String name) {
        return environment.containsKey(name) || environment.containsKey(name + "_FILE");
    }

    /** A setting that a program reads but is never told would silently keep its default. */
    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "SIMULATORS")
    void aProgramIsToldEverySettingItReads(Role role) throws IOException {
        Set<String> read = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("../services", role.word(), "src/main"))) {
            for (Path source : sources.filter(path -> path.toString().matches(".*\\.(java|yaml)"))
                    .toList()) {
                A_SETTING
                        .matcher(Files.readString(source))
                        .results()
                        .map(found -> found.group(1))
                        .forEach(read::add);
            }
        }

        assertThat(read).isNotEmpty();
        assertThat(role.told()).containsAll(read);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void ofThePersonsOwnEnvironmentOnlyTheSystemsPartIsInherited(Role role) {
        Map<String, String> inherited = new TreeMap<>(Map.of(
                "PATH", "/bin", "HOME", "/home/someone", "LANG", "C.UTF-8", "TZ", "UTC", "HOTLEADS_PUBLIC_URL", "x"));
        inherited.put("SSH_AUTH_SOCK", "x");
        inherited.put("LD_PRELOAD", "x");

        assertThat(new Environments(inherited, Map.of()).of(role, Map.of()))
                .containsOnlyKeys("PATH", "HOME", "LANG", "TZ");
    }

    @Test
    void aProgramsOwnValueWins() {
        Environments environments = new Environments(Map.of(), Map.of("HOTLEADS_KEY_FILE", "/everybodys.key"));

        assertThat(environments.of(Role.CORE, Map.of("HOTLEADS_KEY_FILE", "/core.key")))
                .containsEntry("HOTLEADS_KEY_FILE", "/core.key");
    }
}
