package hotleads.auth.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotleads.auth.RunningAuth;
import hotleads.auth.TestBrowser;
import hotleads.auth.TestDatabase;
import hotleads.auth.TestPerson;
import hotleads.auth.TestServices;
import hotleads.auth.sealing.SealingKeys;
import hotleads.vault.Place;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class TrailTest extends RunningAuth {
    private final SealingKeys keys;

    TrailTest(@Autowired SealingKeys keys) {
        this.keys = keys;
    }

    @Test
    void tellsTheWayFromInviteToSignOut() throws Exception {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        String account = accountOf(person);
        TestBrowser browser = gateway().browser();
        browser.signIn(person.email(), "a wrong password");
        browser.signIn(person.email(), person.password());
        browser.post("/auth/second-factor", Map.of("code", person.phone().wrongCode()));
        browser.post("/auth/recovery", Map.of("code", "0000-0000-0000-0000"));
        clock.forward(Duration.ofSeconds(30));
        browser.post("/auth/second-factor", Map.of("code", person.phone().code()));
        browser.post("/auth/sign-out", Map.of());

        assertThat(entriesOf(account))
                .containsExactly(
                        "done invite.accepted",
                        "done set-up.started",
                        "done set-up.factor-proved",
                        "done set-up.recovery-codes-issued",
                        "done set-up.finished",
                        "done sign-in.done",
                        "refused sign-in.password-refused",
                        "done sign-in.password-proved",
                        "refused second-factor.refused",
                        "refused recovery.code-refused",
                        "done sign-in.done",
                        "done sign-in.ended-by-person");
    }

    @Test
    void tellsWhatServicesWereRefused() throws Exception {
        long before = count("token.refused");
        String assertion = TestServices.assertion("sync", clock.instant());

        gateway().askToken(assertion, "core", "inbox.append");
        gateway().askToken(assertion, "core", "inbox.append");
        gateway().askToken("nonsense", "core", "inbox.append");

        assertThat(count("token.refused") - before).isEqualTo(3);
    }

    @Test
    void keepsAddressesSealedUnderTheAccountsKey() throws Exception {
        TestPerson person = TestPerson.setUp(gateway(), "admin", gateway().browserAt("198.51.100.23"));

        try (var connection = TestDatabase.asSuperuser();
                var query = connection.prepareStatement("""
                        SELECT e.id, e.sealed, e.key_id, k.wrapped, k.wrapped_by, k.kind
                        FROM audit_entry e JOIN sealing_key k ON k.id = e.key_id
                        WHERE e.subject = ? AND e.act = 'set-up.finished'
                        """)) {
            query.setString(1, accountOf(person));
            var row = query.executeQuery();
            assertThat(row.next()).isTrue();
            UUID id = row.getObject("id", UUID.class);
            assertThat(row.getString("kind")).isEqualTo("account");
            assertThat(keys.unwrap(row).openText(row.getBytes("sealed"), new Place("audit_entry", "sealed", id)))
                    .isEqualTo("198.51.100.23");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_entry SET outcome = 'done'",
                "DELETE FROM audit_entry",
                "TRUNCATE audit_entry",
                "ALTER TABLE audit_entry DROP COLUMN sealed",
                "DROP TABLE audit_entry",
                "CREATE TABLE auth.more (id int)",
                "UPDATE sealing_key SET kind = 'x'",
                "UPDATE signing_key SET kid = 'x'"
            })
    void cannotBeChangedByTheProgramsRoleNorCanWhatItNeverChanges(String statement) throws Exception {
        try (var connection = TestDatabase.asService();
                var sql = connection.createStatement()) {
            assertThatThrownBy(() -> sql.execute(statement))
                    .isInstanceOf(SQLException.class)
                    .extracting(failure -> ((SQLException) failure).getSQLState())
                    .isEqualTo("42501");
        }
    }

    @Test
    void countsAddressesOfOneHouseholdAsOne() {
        assertThat(new ClientAddress("2001:db8:1:2:3:4:5:6").network())
                .isEqualTo(new ClientAddress("2001:db8:1:2::1").network())
                .isNotEqualTo(new ClientAddress("2001:db8:1:3::1").network());
        assertThat(new ClientAddress("203.0.113.9").network()).isEqualTo("203.0.113.9");
        assertThat(new ClientAddress("not:an address").network()).isEqualTo("not:an address");
    }

    private String accountOf(TestPerson person) {
        return person.browser()
                .get("/auth/session")
                .json()
                .path("account")
                .path("id")
                .asString();
    }

    private static List<String> entriesOf(String account) throws SQLException {
        List<String> entries = new ArrayList<>();
        try (var connection = TestDatabase.asSuperuser();
                var query = connection.prepareStatement("""
                        SELECT outcome || ' ' || act FROM audit_entry WHERE actor = ? OR subject = ?
                        ORDER BY at, ctid
                        """)) {
            query.setString(1, account);
            query.setString(2, account);
            var rows = query.executeQuery();
            while (rows.next()) {
                entries.add(rows.getString(1));
            }
        }
        return entries;
    }

    private static long count(String act) throws SQLException {
        try (var connection = TestDatabase.asSuperuser();
                var query = connection.prepareStatement("SELECT count(*) FROM audit_entry WHERE act = ?")) {
            query.setString(1, act);
            var rows = query.executeQuery();
            rows.next();
            return rows.getLong(1);
        }
    }
}
