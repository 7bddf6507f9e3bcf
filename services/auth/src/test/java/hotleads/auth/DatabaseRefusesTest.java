package hotleads.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/**
 * PostgreSQL is there and refuses: no connection is left (53300), those there are are taken away (57P01). Nobody gets
 * in by it, nobody is told that they were wrong, and all comes back by itself.
 */
// As for those who find all connections taken, so that one program serves both tests.
@TestPropertySource(
        properties = {"spring.datasource.hikari.maximum-pool-size=3", "spring.datasource.hikari.connection-timeout=500"
        })
class DatabaseRefusesTest extends RunningAuth {
    @AfterEach
    void giveBack() throws SQLException {
        execute("ALTER ROLE hl_auth CONNECTION LIMIT -1");
        await(() -> gateway().get("/readyz", null).status() == 200);
    }

    @Test
    void noConnectionIsLeft() throws SQLException {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        String token = person.token(gateway());
        String session = person.browser().session();

        execute("ALTER ROLE hl_auth CONNECTION LIMIT 0");
        takeConnectionsAway();

        assertThat(gateway().exchange(session, "core").outcome()).isEqualTo("503 database-busy");
        assertThat(gateway().browser().signIn(person.email(), person.password()).outcome())
                .isEqualTo("503 database-busy");
        assertThat(gateway().get("/auth/admin/people", token).outcome()).isEqualTo("503 database-busy");
        assertThat(gateway().get("/healthz", null).status()).isEqualTo(200);
        assertThat(gateway().get("/readyz", null).status()).isEqualTo(503);
        // Nothing of it need be asked of the database.
        assertThat(gateway().get("/oauth/jwks", null).status()).isEqualTo(200);
        execute("ALTER ROLE hl_auth CONNECTION LIMIT -1");

        await(() -> gateway().exchange(session, "core").status() == 200);
        assertThat(person.signInAgain(gateway(), clock).state()).isEqualTo("signed-in");
    }

    private static void takeConnectionsAway() throws SQLException {
        execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'hl_auth'");
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = TestDatabase.asSuperuser();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void await(BooleanSupplier so) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(so::getAsBoolean);
    }
}
