package hotleads.core;

import static hotleads.core.SomeAppointments.appointment;
import static org.assertj.core.api.Assertions.assertThat;

import hotleads.contracts.Delivery;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;

/**
 * PostgreSQL is there and refuses, before an act, in the middle of it or when it is committed. Whoever acted is told
 * when to come again, nothing is kept by half, no hook is acknowledged, and all comes back by itself.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatabaseRefusesTest {
    private static final Map<String, Object> SOON = Map.of("spring.datasource.hikari.connection-timeout", 500);

    private SomeCore core;
    private String person;

    @BeforeAll
    void start() {
        core = new SomeCore(
                Clock.systemUTC(),
                context -> context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("soon", SOON)));
        core.start();
        core.awaitOnTime();
        core.sync.acuity.put(
                1L,
                appointment(1)
                        .at(Clock.systemUTC().instant().plus(Duration.ofDays(2)))
                        .cancelled()
                        .build());
        core.hook("canceled", 1);
        core.awaitQuiet();
        person = core.jdbc()
                .sql("SELECT person_id FROM lead")
                .query(String.class)
                .single();
    }

    @AfterAll
    void stop() {
        core.close();
    }

    @AfterEach
    void giveBack() {
        core.database.execute("ALTER ROLE hl_core CONNECTION LIMIT -1");
        core.database.execute(
                "ALTER ROLE hl_core IN DATABASE %s RESET default_transaction_read_only".formatted(name()));
        core.database.execute("DROP FUNCTION IF EXISTS public.refuse() CASCADE");
        takeConnectionsAway();
        SomeCore.await(() -> core.get("/readyz", null).statusCode() == 200);
        SomeCore.await(() -> core.get("/api/leads", core.tony()).statusCode() == 200);
    }

    @Test
    void noConnectionIsLeft() {
        core.database.execute("ALTER ROLE hl_core CONNECTION LIMIT 0");
        takeConnectionsAway();

        assertIsNotReady("the database does not answer, or its schema was not migrated");
        assertNothingIsDone();
    }

    @Test
    void itIsReadOnly() {
        core.database.execute(
                "ALTER ROLE hl_core IN DATABASE %s SET default_transaction_read_only = on".formatted(name()));
        takeConnectionsAway();

        SomeCore.await(() -> core.get("/readyz", null).body().contains("read-only"));
        assertIsNotReady("the database takes nothing: it is read-only");
        assertNothingIsDone();
    }

    @Test
    void theConnectionIsLostInTheMiddleOfAnAct() {
        core.database.execute(refusing("PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(1);"));
        core.database.execute(
                "CREATE TRIGGER refuse BEFORE INSERT ON core.audit_entry FOR EACH ROW EXECUTE FUNCTION public.refuse()");

        assertNothingIsDone();
    }

    @Test
    void theConnectionIsLostAsAnActIsCommitted() {
        core.database.execute(refusing("PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(1);"));
        core.database.execute("""
                CREATE CONSTRAINT TRIGGER refuse AFTER INSERT ON core.audit_entry DEFERRABLE INITIALLY DEFERRED
                FOR EACH ROW EXECUTE FUNCTION public.refuse()
                """);

        assertNothingIsDone();
    }

    /** Disk full, out of memory, starting up, a disk that fails, read-only since a moment ago. */
    @ParameterizedTest
    @ValueSource(strings = {"53100", "53200", "57P03", "58030", "25006"})
    void itRefusesTheEntryOfAnAct(String state) {
        core.database.execute(refusing("RAISE EXCEPTION 'refused' USING ERRCODE = '%s';".formatted(state)));
        core.database.execute(
                "CREATE TRIGGER refuse BEFORE INSERT ON core.audit_entry FOR EACH ROW EXECUTE FUNCTION public.refuse()");

        assertNothingIsDone();
    }

    private void assertNothingIsDone() {
        String before = kept();
        Delivery delivery = core.delivery("scheduled", 2);

        assertIsTold(core.get("/api/leads", core.tony()));
        assertIsTold(core.get("/api/leads/" + person, core.tony()));
        assertIsTold(note());
        assertThat(core.tryToAppend(List.of(delivery))).isEqualTo(503);
        assertThat(core.get("/healthz", null).statusCode()).isEqualTo(200);
        assertThat(kept()).isEqualTo(before);

        giveBack();
        assertThat(core.tryToAppend(List.of(delivery))).isEqualTo(200);
        assertThat(note().statusCode()).isEqualTo(201);
    }

    private void assertIsTold(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(core.json(answer).path("code").asString()).isEqualTo("database-busy");
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
    }

    private HttpResponse<String> note() {
        return core.post(
                "/api/leads/" + person + "/notes",
                core.tony(),
                Map.of("text", "Prefers mornings", "recordVersion", version()));
    }

    private void assertIsNotReady(String why) {
        HttpResponse<String> answer = core.get("/readyz", null);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(core.json(answer).path("problems").path("database").asString())
                .isEqualTo(why);
    }

    private void takeConnectionsAway() {
        core.database.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'hl_core'");
    }

    /** As the superuser, who alone may end connections. */
    private static String refusing(String statement) {
        return """
                CREATE FUNCTION public.refuse() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
                BEGIN %s RETURN NEW; END $$
                """.formatted(statement);
    }

    private String kept() {
        return asked("SELECT (SELECT count(*) FROM core.act) || ' ' || (SELECT count(*) FROM core.inbox_delivery)"
                + " || ' ' || (SELECT facts_version FROM core.person WHERE id = '" + person + "')");
    }

    private long version() {
        return Long.parseLong(asked("SELECT facts_version FROM core.person WHERE id = '" + person + "'"));
    }

    private String name() {
        return asked("SELECT current_database()");
    }

    private String asked(String sql) {
        try (Connection connection = core.database.connect();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getString(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
