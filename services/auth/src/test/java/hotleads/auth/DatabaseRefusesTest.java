package hotleads.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;

/**
 * PostgreSQL is there and refuses, before an act, in the middle of it or when it is committed. Nobody gets in by it,
 * nobody is told that they were wrong, nothing is kept by half, and all comes back by itself.
 */
// As for those who find all connections taken, so that one program serves both tests.
@TestPropertySource(
        properties = {"spring.datasource.hikari.maximum-pool-size=3", "spring.datasource.hikari.connection-timeout=500"
        })
class DatabaseRefusesTest extends RunningAuth {
    private static final String END_THE_CONNECTION =
            "PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(1);";

    private TestPerson person;
    private UUID account;
    private String token;
    private TestBrowser halfway;

    @BeforeEach
    void somebodyIsHalfwayIn() {
        person = TestPerson.setUp(gateway(), "admin");
        account = UUID.fromString(person.id());
        token = person.token(gateway());
        clock.forward(Duration.ofSeconds(60));
        halfway = gateway().browser();
        assertThat(halfway.signIn(person.email(), person.password()).text("state"))
                .isEqualTo("second-factor");
    }

    @AfterEach
    void giveBack() throws SQLException {
        execute("ALTER ROLE hl_auth CONNECTION LIMIT -1");
        execute("ALTER ROLE hl_auth IN DATABASE postgres RESET default_transaction_read_only");
        execute("DROP FUNCTION IF EXISTS public.refuse() CASCADE");
        takeConnectionsAway();
        await(() -> gateway().get("/readyz", null).status() == 200);
        await(() -> gateway().exchange(person.browser().session(), "core").status() == 200);
    }

    @Test
    void noConnectionIsLeft() throws SQLException {
        execute("ALTER ROLE hl_auth CONNECTION LIMIT 0");
        takeConnectionsAway();

        assertIsNotReady("the database does not answer, or its schema was not migrated");
        assertNothingCanBeRead();
        // Nothing of it need be asked of the database.
        assertThat(gateway().get("/oauth/jwks", null).status()).isEqualTo(200);
        assertNothingIsDone();
    }

    @Test
    void itIsReadOnly() throws SQLException {
        execute("ALTER ROLE hl_auth IN DATABASE postgres SET default_transaction_read_only = on");
        takeConnectionsAway();

        await(() -> gateway().get("/readyz", null).body().contains("read-only"));
        assertIsNotReady("the database takes nothing: it is read-only");
        assertNothingIsDone();
    }

    @Test
    void itsSchemaIsOlder() throws SQLException {
        execute("ALTER TABLE auth.notice RENAME counts TO not_there_yet");
        try {
            assertIsNotReady("the database does not answer, or its schema was not migrated");
        } finally {
            execute("ALTER TABLE auth.notice RENAME not_there_yet TO counts");
        }
    }

    @Test
    void theConnectionIsLostInTheMiddleOfAnAct() throws SQLException {
        refuseEntries(END_THE_CONNECTION);

        assertNothingIsDone();
    }

    @Test
    void theConnectionIsLostAsAnActIsCommitted() throws SQLException {
        makeRefusal(END_THE_CONNECTION);
        execute("""
                CREATE CONSTRAINT TRIGGER refuse AFTER INSERT ON auth.audit_entry DEFERRABLE INITIALLY DEFERRED
                FOR EACH ROW EXECUTE FUNCTION public.refuse()
                """);

        assertNothingIsDone();
    }

    /** Disk full, out of memory, starting up, a disk that fails, read-only since a moment ago. */
    @ParameterizedTest
    @ValueSource(strings = {"53100", "53200", "57P03", "58030", "25006"})
    void itRefusesTheEntryOfAnAct(String state) throws SQLException {
        refuseEntries("RAISE EXCEPTION 'refused' USING ERRCODE = '%s';".formatted(state));

        assertNothingIsDone();
    }

    private void assertNothingCanBeRead() {
        assertIsTold(gateway().exchange(person.browser().session(), "core"));
        assertIsTold(gateway().get("/auth/admin/people", token));
        assertIsTold(person.browser().get("/auth/session"));
    }

    private void assertNothingIsDone() throws SQLException {
        String before = kept();
        String anybody = TestPerson.freshEmail();
        String code = person.phone().code();

        assertIsTold(gateway().browser().signIn(person.email(), person.password()));
        // No oftener: it counts as a try, which is stored before it is evaluated, so that no failure makes guessing
        // free.
        assertIsTold(gateway().browser().signIn(person.email(), "not the right password"));
        assertIsTold(halfway.post("/auth/second-factor", Map.of("code", code)));
        assertIsTold(person.browser().post("/auth/sign-out", Map.of()));
        assertIsTold(gateway().invite(anybody, "Someone else", "practitioner"));
        assertThat(gateway().get("/healthz", null).status()).isEqualTo(200);
        assertThat(kept()).isEqualTo(before);

        giveBack();
        assertThat(served(() -> person.browser().get("/auth/session")).text("state"))
                .isEqualTo("signed-in");
        assertThat(served(() -> gateway().browser().signIn(person.email(), person.password()))
                        .text("state"))
                .isEqualTo("second-factor");
        // The code was not used up either.
        assertThat(served(() -> halfway.post("/auth/second-factor", Map.of("code", code)))
                        .text("state"))
                .isEqualTo("signed-in");
        assertThat(served(() -> gateway().invite(anybody, "Someone else", "practitioner"))
                        .status())
                .isBetween(200, 299);
    }

    /** Connections that were taken away may still lie in the pool for a moment: one comes again, as one was told. */
    private static Answer served(Supplier<Answer> call) {
        return Awaitility.await().atMost(Duration.ofSeconds(20)).until(call::get, answer -> answer.status() != 503);
    }

    private static void assertIsTold(Answer answer) {
        assertThat(answer.outcome()).isEqualTo("503 database-busy");
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
        assertThat(answer.headers().firstValue("X-Set-Session")).isEmpty();
    }

    private void assertIsNotReady(String why) {
        Answer answer = gateway().get("/readyz", null);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.json().path("problems").path("database").asString()).isEqualTo(why);
    }

    private static void takeConnectionsAway() throws SQLException {
        execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'hl_auth'");
    }

    private static void refuseEntries(String statement) throws SQLException {
        makeRefusal(statement);
        execute(
                "CREATE TRIGGER refuse BEFORE INSERT ON auth.audit_entry FOR EACH ROW EXECUTE FUNCTION public.refuse()");
    }

    /** As the superuser, who alone may end connections. */
    private static void makeRefusal(String statement) throws SQLException {
        execute("""
                CREATE FUNCTION public.refuse() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
                BEGIN %s RETURN NEW; END $$
                """.formatted(statement));
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = TestDatabase.asSuperuser();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Of this one account: others use the same database. */
    private String kept() throws SQLException {
        try (Connection connection = TestDatabase.asSuperuser();
                PreparedStatement statement = connection.prepareStatement("""
                        SELECT (SELECT string_agg(sid || state, ' ' ORDER BY sid) FROM session WHERE account_id = a.id),
                               (SELECT max(last_step) FROM totp_factor JOIN factor USING (id) WHERE account_id = a.id),
                               (SELECT count(*) FROM audit_entry WHERE a.id::text IN (actor, subject))
                        FROM account a WHERE id = ?
                        """)) {
            statement.setObject(1, account);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1) + " " + row.getString(2) + " " + row.getString(3);
            }
        }
    }

    private static void await(BooleanSupplier so) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(so::getAsBoolean);
    }
}
