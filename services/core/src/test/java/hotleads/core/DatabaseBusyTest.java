package hotleads.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;

/** All connections are taken: whoever asks is told when to come again, and once they are free is served. */
class DatabaseBusyTest {
    private static final Map<String, Object> SOON = Map.of("spring.datasource.hikari.connection-timeout", 1_000);

    @Test
    void isToldToWhoeverReadsActsOrDelivers() throws SQLException {
        try (SomeCore core = new SomeCore(
                Clock.systemUTC(),
                context ->
                        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("soon", SOON)))) {
            core.start();
            core.standStill();
            List<Connection> taken = allOf(core.bean(DataSource.class));

            assertIsBusy(core, core.get("/api/leads", core.tony()));
            assertIsBusy(core, snooze(core));
            assertThat(core.tryToAppend(List.of(core.delivery("scheduled", 1)))).isEqualTo(503);
            for (Connection connection : taken) {
                connection.close();
            }

            assertThat(core.get("/api/leads", core.tony()).statusCode()).isEqualTo(200);
            assertThat(snooze(core).statusCode()).isEqualTo(404);
            assertThat(core.tryToAppend(List.of(core.delivery("scheduled", 1)))).isEqualTo(200);
        }
    }

    private static HttpResponse<String> snooze(SomeCore core) {
        return core.post(
                "/api/leads/" + UUID.randomUUID() + "/snooze",
                core.tony(),
                Map.of("until", Instant.now().plusSeconds(86_400).toString(), "recordVersion", 1));
    }

    private static void assertIsBusy(SomeCore core, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(core.json(answer).path("code").asString()).isEqualTo("database-busy");
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
    }

    /** All but those that are never given back. */
    private static List<Connection> allOf(DataSource pool) throws SQLException {
        List<Connection> taken = new ArrayList<>();
        while (true) {
            try {
                taken.add(pool.getConnection());
            } catch (SQLTransientConnectionException none) {
                return taken;
            }
        }
    }
}
