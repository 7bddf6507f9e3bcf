package hotleads.auth.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.auth.RunningAuth;
import hotleads.auth.TestDatabase;
import hotleads.auth.TestPerson;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SessionLifeTest extends RunningAuth {
    private final RemoveExpiredSessions job;

    SessionLifeTest(@Autowired RemoveExpiredSessions job) {
        this.job = job;
    }

    @Test
    void endsAfterHalfAnHourWithoutUseForStaffAndAQuarterForClients() {
        for (String role : List.of("admin", "practitioner")) {
            assertThat(isGoodAfter(Duration.ofMinutes(30).minusSeconds(1), role))
                    .isTrue();
            assertThat(isGoodAfter(Duration.ofMinutes(30), role)).isFalse();
        }
        assertThat(isGoodAfter(Duration.ofMinutes(15).minusSeconds(1), "client"))
                .isTrue();
        assertThat(isGoodAfter(Duration.ofMinutes(15), "client")).isFalse();
    }

    @Test
    void endsAfterTwelveHoursHoweverMuchItIsUsed() {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        for (int i = 0; i < 12 * 3 - 1; i++) {
            clock.forward(Duration.ofMinutes(20));
            assertThat(exchange(person)).isEqualTo(200);
        }
        clock.forward(Duration.ofMinutes(20));

        assertThat(exchange(person)).isEqualTo(400);
    }

    @Test
    void isNotKeptAliveByLookingAtIt() {
        TestPerson person = TestPerson.setUp(gateway(), "client");
        clock.forward(Duration.ofMinutes(14));
        assertThat(person.browser().state()).isEqualTo("signed-in");
        clock.forward(Duration.ofMinutes(1));

        assertThat(person.browser().state()).isEqualTo("signed-out");
        assertThat(exchange(person)).isEqualTo(400);
    }

    @Test
    void isNotKeptAliveByWhatAPageDoesByItself() {
        TestPerson person = TestPerson.setUp(gateway(), "client");
        String session = person.browser().session();
        clock.forward(Duration.ofMinutes(14));
        assertThat(gateway().exchangePassively(session, "true").status()).isEqualTo(200);
        clock.forward(Duration.ofMinutes(1));

        assertThat(gateway().exchangePassively(session, "true").body()).isEqualTo("{\"error\":\"invalid_grant\"}");
        assertThat(exchange(person)).isEqualTo(400);
    }

    @Test
    void isExchangedPassivelyInOneWordOnly() {
        String session = TestPerson.setUp(gateway(), "client").browser().session();

        assertThat(gateway().exchangePassively(session, "false").body()).isEqualTo("{\"error\":\"invalid_request\"}");
    }

    @Test
    void isWrittenAtMostEveryThirtySeconds() throws Exception {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        Instant start = lastUse(person);
        clock.forward(Duration.ofSeconds(29));
        exchange(person);
        assertThat(lastUse(person)).isEqualTo(start);
        clock.forward(Duration.ofSeconds(1));
        exchange(person);

        assertThat(lastUse(person)).isEqualTo(start.plusSeconds(30));
    }

    @Test
    void isRemovedWithAnEntryOnceItIsOver() throws Exception {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        TestPerson other = TestPerson.setUp(gateway(), "admin");
        clock.forward(Duration.ofMinutes(20));
        exchange(other);
        clock.forward(Duration.ofMinutes(10));
        int before = entries();

        job.run();
        job.run();

        assertThat(exchange(other)).isEqualTo(200);
        assertThat(exchange(person)).isEqualTo(400);
        assertThat(entries()).isGreaterThan(before);
        try (var connection = TestDatabase.asSuperuser();
                var query = connection.prepareStatement("SELECT count(*) FROM session WHERE id_hash = ?")) {
            query.setBytes(1, new SessionSecret(person.browser().session()).hash());
            var rows = query.executeQuery();
            rows.next();
            assertThat(rows.getInt(1)).isZero();
        }
    }

    private boolean isGoodAfter(Duration time, String role) {
        TestPerson person = TestPerson.setUp(gateway(), role);
        clock.forward(time);
        return exchange(person) == 200;
    }

    private int exchange(TestPerson person) {
        return gateway().exchange(person.browser().session(), "core").status();
    }

    private static Instant lastUse(TestPerson person) throws SQLException {
        try (var connection = TestDatabase.asSuperuser();
                var query = connection.prepareStatement("SELECT last_used_at FROM session WHERE id_hash = ?")) {
            query.setBytes(1, new SessionSecret(person.browser().session()).hash());
            var rows = query.executeQuery();
            rows.next();
            return rows.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    private static int entries() throws SQLException {
        try (var connection = TestDatabase.asSuperuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT count(*) FROM audit_entry WHERE actor = 'remove-expired-sessions'")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
