package hotleads.auth.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotleads.audit.chain.CheckChains;
import hotleads.audit.stored.NumberEntries;
import hotleads.auth.Answer;
import hotleads.auth.RunningAuth;
import hotleads.auth.TestDatabase;
import hotleads.auth.TestPerson;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Auth's own chain, as core reads it. */
class ChainTest extends RunningAuth {
    private final NumberEntries numbering;

    ChainTest(@Autowired NumberEntries numbering) {
        this.numbering = numbering;
    }

    @Test
    void holdsEverySignInAndProvesIt() {
        TestPerson person = TestPerson.setUp(gateway(), "admin", gateway().browserAt("198.51.100.77"));
        number();

        Answer chain = read("/internal/audit/chain");

        assertThat(chain.status()).isEqualTo(200);
        List<CheckChains.Read> checked =
                CheckChains.check(new ByteArrayInputStream(chain.body().getBytes(StandardCharsets.UTF_8)));
        assertThat(checked.getFirst().verdict().isUnbroken()).isTrue();
        assertThat(checked.getFirst().verdict().entries()).isGreaterThan(5);
        assertThat(chain.body()).doesNotContain(person.email()).doesNotContain("198.51.100.77");
    }

    @Test
    void tellsCoreWhoSignedInFromWhere() {
        TestPerson.setUp(gateway(), "admin", gateway().browserAt("198.51.100.78"));
        number();

        Answer entries = read("/internal/audit/entries?act=set-up&limit=1");

        assertThat(entries.json().get(0).get("act").asString()).isEqualTo("set-up.finished");
        assertThat(entries.json().get(0).get("detail").asString()).isEqualTo("198.51.100.78");
        String account = entries.json().get(0).get("actor").asString();
        assertThat(read("/internal/accounts/names?ids=" + account)
                        .json()
                        .get("names")
                        .get(account)
                        .asString())
                .isNotBlank();
    }

    @Test
    void recordsThatItWasRead() throws SQLException {
        read("/internal/audit/entries");

        try (var connection = TestDatabase.asSuperuser();
                var query = connection.createStatement()) {
            var row =
                    query.executeQuery("SELECT count(*) FROM audit_entry WHERE act = 'trail.read' AND actor = 'core'");
            row.next();
            assertThat(row.getLong(1)).isPositive();
        }
    }

    @Test
    void nobodySignsInWhenTheEntryCannotBeWritten() throws SQLException {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        clock.forward(Duration.ofSeconds(30));
        long before = count("session");
        execute("REVOKE INSERT ON auth.audit_entry FROM hl_auth");
        try {
            Answer refused = gateway()
                    .post(
                            "/auth/sign-in",
                            Map.of("email", person.email(), "password", person.password()),
                            gateway().token("gateway", "auth", "signin.relay"));

            assertThat(refused.status()).isGreaterThanOrEqualTo(500);
        } finally {
            execute("GRANT INSERT ON auth.audit_entry TO hl_auth");
        }
        assertThat(count("session")).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_link SET hash = '\\x00'",
                "DELETE FROM audit_link",
                "TRUNCATE audit_anchor",
                "UPDATE audit_anchor SET hash = '\\x00'",
                "DROP TABLE audit_link"
            })
    void cannotBeChangedByTheProgramsRole(String statement) throws SQLException {
        try (var connection = TestDatabase.asService();
                var sql = connection.createStatement()) {
            assertThatThrownBy(() -> sql.execute(statement))
                    .isInstanceOf(SQLException.class)
                    .extracting(failure -> ((SQLException) failure).getSQLState())
                    .isEqualTo("42501");
        }
    }

    private Answer read(String path) {
        return gateway().get(path, gateway().token("core", "auth", "audit.read"));
    }

    /** The program does it by itself a moment later; here nobody waits for that. */
    private void number() {
        while (numbering.round() > 0) {
            // Until all have their number.
        }
    }

    private static long count(String table) throws SQLException {
        try (var connection = TestDatabase.asSuperuser();
                var query = connection.createStatement()) {
            var row = query.executeQuery("SELECT count(*) FROM " + table);
            row.next();
            return row.getLong(1);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = TestDatabase.asSuperuser();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
