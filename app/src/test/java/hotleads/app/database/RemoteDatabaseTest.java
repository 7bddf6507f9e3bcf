package hotleads.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotleads.app.folder.OwnerOnly;
import hotleads.database.DatabaseAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A server on another machine, as far as a client can tell. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RemoteDatabaseTest {
    private static final String NAME = "db.practice.example";
    private static final String PASSWORD = "made-up";

    private Path certificates;
    private SomeDatabase running;

    @BeforeAll
    void start(@TempDir Path folder, @TempDir Path certificates) throws Exception {
        this.certificates = certificates;
        running = SomeDatabase.startedIn(folder);
        make("server", NAME);
        make("stranger", NAME);
        for (String file : List.of("server.key", "server.crt")) {
            OwnerOnly.write(running.data().resolve(file), Files.readString(certificates.resolve(file)));
        }
        set("ssl", "on");
    }

    @AfterAll
    void stop() {
        running.close();
    }

    @Test
    void isReachedUnderItsOwnNameOverTls13() throws SQLException {
        try (Connection connection = connect(NAME, "server")) {
            assertThat(version(connection)).isEqualTo("TLSv1.3");
        }
    }

    @Test
    void isMigratedThatWayToo(@TempDir Path jars) throws SQLException {
        Migrate migrate =
                new Migrate(SomeJars.withMigrations(jars, Map.of("V1__first.sql", "create table first (id int)")));

        assertThat(migrate.run(at(NAME, "server"), running.ownerPassword())).isEqualTo(2);
    }

    @Test
    void isRefusedUnderAnotherName() {
        assertThatThrownBy(() -> connect("elsewhere.practice.example", "server"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("hostname");
    }

    @Test
    void isRefusedWithACertificateOfAnotherAuthority() {
        assertThatThrownBy(() -> connect(NAME, "stranger"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("SSL error");
    }

    @Test
    void isRefusedWhenItSpeaksNoTls() throws SQLException {
        set("ssl", "off");
        try {
            assertThatThrownBy(() -> connect(NAME, "server"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("does not support SSL");
        } finally {
            set("ssl", "on");
        }
    }

    @Test
    void isRefusedWhenItSpeaksTls12AtMost() throws SQLException {
        set("ssl_max_protocol_version", "TLSv1.2");
        try {
            assertThatThrownBy(() -> connect(NAME, "server"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("protocol_version");
        } finally {
            set("ssl_max_protocol_version", "");
        }
    }

    private Connection connect(String name, String authority) throws SQLException {
        return at(name, authority).connect("hl_owner", running.ownerPassword());
    }

    private Database at(String name, String authority) {
        String port = running.database().url().replaceAll(".*:(\\d+)/.*", "$1");
        return new Database(DatabaseAddress.safe("jdbc:postgresql://" + name + ":" + port + "/hotleads?sslrootcert="
                + certificates.resolve(authority + ".crt") + "&socketFactory=" + ToLoopback.class.getName()));
    }

    private static String version(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT version FROM pg_stat_ssl WHERE pid = pg_backend_pid()")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void set(String setting, String value) throws SQLException {
        running.asSuperuser("ALTER SYSTEM SET " + setting + " = '" + value + "'");
        running.asSuperuser("SELECT pg_reload_conf()");
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> running.askAsSuperuser("show " + setting).equals(value));
    }

    /** A certificate that is its own authority. */
    private void make(String file, String name) throws IOException, InterruptedException, GeneralSecurityException {
        Path store = certificates.resolve(file + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        file,
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "san=dns:" + name,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore opened = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        Files.writeString(
                certificates.resolve(file + ".key"),
                pem("PRIVATE KEY", opened.getKey(file, PASSWORD.toCharArray()).getEncoded()));
        Files.writeString(
                certificates.resolve(file + ".crt"),
                pem("CERTIFICATE", opened.getCertificate(file).getEncoded()));
    }

    private static String pem(String what, byte[] bytes) {
        String lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(bytes);
        return "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n";
    }
}
