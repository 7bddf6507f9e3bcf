package hotleads.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** All connections are taken: whoever asks is told when to come again, and once they are free is served. */
@TestPropertySource(
        properties = {"spring.datasource.hikari.maximum-pool-size=3", "spring.datasource.hikari.connection-timeout=500"
        })
class DatabaseBusyTest extends RunningAuth {
    private static final int ALL = 3;

    private final DataSource pool;
    private final List<Connection> taken = new ArrayList<>();

    DatabaseBusyTest(@Autowired DataSource pool) {
        this.pool = pool;
    }

    @AfterEach
    void letGo() throws SQLException {
        for (Connection connection : taken) {
            connection.close();
        }
        taken.clear();
    }

    @Test
    void isToldToWhoeverSignsInAndCountsAsNoTry() throws SQLException {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        TestBrowser browser = gateway().browser();

        takeAll();
        for (int i = 0; i < 12; i++) {
            assertIsBusy(() -> browser.signIn(person.email(), "not the right password"));
        }
        letGo();

        assertThat(browser.signIn(person.email(), person.password()).text("state"))
                .isEqualTo("second-factor");
    }

    @Test
    void isToldInEveryStepOutsideOfTransactionsToo() throws SQLException {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        String token = person.token(gateway());
        String session = person.browser().session();

        takeAll();
        assertIsBusy(() -> person.browser().get("/auth/session"));
        assertIsBusy(() -> person.browser()
                .post("/auth/step-up", Map.of("code", person.phone().code())));
        assertIsBusy(() -> gateway().get("/auth/admin/people", token));
        assertIsBusy(() -> gateway().exchange(session, "core"));
        letGo();

        assertThat(gateway().exchange(session, "core").status()).isEqualTo(200);
    }

    private static void assertIsBusy(Supplier<Answer> call) {
        Answer answer = call.get();

        assertThat(answer.outcome()).isEqualTo("503 database-busy");
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
        assertThat(answer.text("requestId")).isNotEmpty();
    }

    /** Those that jobs hold just now, too, once they are done. */
    private void takeAll() throws SQLException {
        while (taken.size() < ALL) {
            taken.add(pool.getConnection());
        }
    }
}
