package hotleads.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class EnvironmentSettingsTest {
    @TempDir
    Path temporary;

    @Test
    void readASecretFromTheFileThatIsNamed() throws IOException {
        Path file = Files.writeString(temporary.resolve("password"), "correct horse\n");

        ConfigurableEnvironment settings = read(Map.of("HOTLEADS_DATABASE_CORE_PASSWORD_FILE", file.toString()));

        assertThat(settings.getProperty("HOTLEADS_DATABASE_CORE_PASSWORD")).isEqualTo("correct horse");
    }

    @Test
    void putWhatIsAFileByNatureWhereOnlyTheProgramReadsIt() throws IOException {
        ConfigurableEnvironment settings = read(Map.of("HOTLEADS_SERVICE_KEY", "{\"kty\":\"EC\"}"));

        Path file = Path.of(settings.getRequiredProperty("HOTLEADS_SERVICE_KEY_FILE"));
        assertThat(file).hasContent("{\"kty\":\"EC\"}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void leaveTheFileThatIsNamed() {
        ConfigurableEnvironment settings =
                read(Map.of("HOTLEADS_TLS_KEY", "another", "HOTLEADS_TLS_KEY_FILE", "/etc/hotleads/key.pem"));

        assertThat(settings.getProperty("HOTLEADS_TLS_KEY_FILE")).isEqualTo("/etc/hotleads/key.pem");
    }

    @Test
    void nameEverythingThatIsMissingABlankOneToo() {
        assertThatThrownBy(() -> read(Map.of("HOTLEADS_SERVICE_KEY", " ")))
                .isInstanceOf(SettingsMissing.class)
                .hasMessageContaining("HOTLEADS_SERVICE_KEY_FILE: whose key it is");
    }

    private static ConfigurableEnvironment read(Map<String, Object> given) {
        StandardEnvironment environment = new StandardEnvironment() {
            @Override
            public Map<String, Object> getSystemEnvironment() {
                return given;
            }
        };
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new MapPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, new HashMap<>(given)));
        if (given.containsKey("HOTLEADS_SERVICE_KEY")) {
            environment
                    .getPropertySources()
                    .addLast(new MapPropertySource(
                            "configuration", Map.of("hotleads.needs.HOTLEADS_SERVICE_KEY_FILE", "whose key it is")));
        }
        new EnvironmentSettings().postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }
}
