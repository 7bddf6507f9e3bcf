package hotleads.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class DatabaseAddressTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://127.0.0.1:5432/hotleads",
                "jdbc:postgresql://localhost/hotleads?ApplicationName=x",
                "jdbc:postgresql://[::1]:5432/hotleads",
                "jdbc:postgresql:hotleads",
                "jdbc:postgresql://127.0.0.1:5432,127.0.0.2:5433/hotleads"
            })
    void onThisMachineStaysAsItIs(String url) {
        assertThat(DatabaseAddress.safe(url)).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?ApplicationName=x", "?sslmode=verify-full"})
    void elsewhereIsReachedOverTls13WithACheckedName(String settings) throws IOException {
        String url = remote(settings);

        assertThat(DatabaseAddress.safe(url))
                .startsWith(url + "&")
                .contains("sslmode=verify-full", "sslfactory=hotleads.database.Tls13Only", "gssEncMode=disable");
    }

    @Test
    void staysSafeWhenItIsMadeSafeAgain() throws IOException {
        assertThat(DatabaseAddress.safe(DatabaseAddress.safe(remote("")))).contains("sslmode=verify-full");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sslmode=disable",
                "sslmode=allow",
                "sslmode=prefer",
                "sslmode=require",
                "sslmode=verify-ca",
                "sslfactory=org.postgresql.ssl.NonValidatingFactory",
                "sslhostnameverifier=some.Verifier"
            })
    void elsewhereWithLessIsRefused(String weaker) throws IOException {
        String url = remote("?" + weaker);

        assertThatThrownBy(() -> DatabaseAddress.safe(url))
                .isInstanceOf(UnsafeDatabaseAddress.class)
                .hasMessageContaining("HOTLEADS_DATABASE_URL")
                .hasMessageContaining("sslrootcert=/etc/hotleads/database-ca.pem")
                .hasMessageNotContaining("db.practice.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db.practice.example/hotleads",
                "jdbc:postgresql://10.0.0.5:5432/hotleads",
                "jdbc:postgresql://127.0.0.1:5432,db.practice.example:5432/hotleads",
                "jdbc:postgresql://localhost.practice.example/hotleads",
                "jdbc:postgresql://[2001:db8::1]/hotleads"
            })
    void elsewhereWithoutAnAuthorityIsRefused(String url) {
        assertThatThrownBy(() -> DatabaseAddress.safe(url))
                .isInstanceOf(UnsafeDatabaseAddress.class)
                .hasMessageContaining("sslrootcert=FILE");
    }

    @Test
    void anAuthorityThatCannotBeReadIsNamed() {
        assertThatThrownBy(() ->
                        DatabaseAddress.safe("jdbc:postgresql://db.practice.example/hotleads?sslrootcert=/none.pem"))
                .hasMessageContaining("/none.pem");
    }

    @Test
    void whatIsNoAddressIsRefusedAndNotQuoted() {
        assertThatThrownBy(() -> DatabaseAddress.safe("postgres://tony:pass-word@db.practice.example/hotleads"))
                .isInstanceOf(UnsafeDatabaseAddress.class)
                .hasMessageNotContaining("pass-word");
    }

    @Test
    void aServiceConnectsByTheSafeOne() throws IOException {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addLast(new MapPropertySource("said", Map.of("spring.datasource.url", remote(""))));

        new SafeDatasource().postProcessEnvironment(environment, new SpringApplication());

        assertThat(environment.getProperty("spring.datasource.url")).contains("sslmode=verify-full");
    }

    private String remote(String settings) throws IOException {
        Path authority = Files.writeString(folder.resolve("ca.pem"), "");
        return "jdbc:postgresql://db.practice.example:5432/hotleads" + settings + (settings.isEmpty() ? "?" : "&")
                + "sslrootcert=" + authority;
    }
}
