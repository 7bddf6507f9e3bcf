package hotleads.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Someone who may write to the database moves sealed values about, or alters them. */
class AlteredValuesTest extends RunningAuth {
    @Test
    void whoseAccountWasAlteredCannotSignInAndTheTrailSaysWhy() throws SQLException {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        for (String column : List.of("email", "display_name", "password")) {
            alter("account", column, idOf(person));

            assertThat(gateway()
                            .browser()
                            .signIn(person.email(), person.password())
                            .outcome())
                    .isEqualTo("401 wrong-sign-in");
            assertThat(entries("account." + column + "/" + idOf(person))).isNotEmpty();

            alter("account", column, idOf(person));
        }
        assertThat(gateway().browser().signIn(person.email(), person.password()).status())
                .isEqualTo(200);
    }

    @Test
    void aHashOfAnotherColumnOrAccountOpensNobodysDoor() throws SQLException {
        TestPerson thief = TestPerson.setUp(gateway(), "client");
        TestPerson admin = TestPerson.setUp(gateway(), "admin");
        execute(
                "UPDATE account SET password = (SELECT password FROM account WHERE id = ?) WHERE id = ?",
                idOf(thief),
                idOf(admin));

        assertThat(gateway().browser().signIn(admin.email(), thief.password()).outcome())
                .isEqualTo("401 wrong-sign-in");
        // The key beside the value does not help: the row is bound into it as well.
        execute(
                "UPDATE account SET key_id = (SELECT key_id FROM account WHERE id = ?) WHERE id = ?",
                idOf(thief),
                idOf(admin));
        assertThat(gateway().browser().signIn(admin.email(), thief.password()).outcome())
                .isEqualTo("401 wrong-sign-in");
    }

    /** The same key seals a whole account, so only the column bound into each value tells them apart. */
    @Test
    void aValueOfAnotherColumnOfTheSameAccountIsRefused() throws SQLException {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        UUID id = idOf(person);

        execute("UPDATE account SET display_name = email WHERE id = ?", id);

        assertThat(person.browser().get("/auth/session").outcome()).isEqualTo("409 cannot-be-opened");
        assertThat(entries("account.display_name/" + id)).isNotEmpty();
    }

    @Test
    void swappedNamesAreToldToThoseWhoseTheyAreAndNobodyElseIsHindered() throws SQLException {
        TestPerson one = TestPerson.setUp(gateway(), "admin");
        TestPerson other = TestPerson.setUp(gateway(), "admin");
        TestPerson third = TestPerson.setUp(gateway(), "admin");
        String token = gateway().exchange(third.browser().session(), "auth").text("access_token");
        UUID oneId = idOf(one);
        UUID otherId = idOf(other);
        swap("account", "display_name", oneId, otherId);

        Answer session = one.browser().get("/auth/session");
        assertThat(session.outcome()).isEqualTo("409 cannot-be-opened");
        assertThat(entries("account.display_name/" + oneId)).contains(session.text("requestId"));
        Answer staff = gateway().get("/auth/admin/staff", token);
        assertThat(staff.status()).isEqualTo(200);
        assertThat(staff.body()).contains(idOf(third).toString()).doesNotContain(oneId.toString());
        assertThat(entries("account.display_name/" + otherId)).isNotEmpty();
        // Their own session still ends when they say so.
        assertThat(one.browser().post("/auth/sign-out", Map.of()).status()).isEqualTo(204);

        swap("account", "display_name", oneId, otherId);
        assertThat(other.browser().state()).isEqualTo("signed-in");
    }

    @Test
    void anAlteredAdministratorKeepsTheOthersFromNothing() throws SQLException {
        TestPerson admin = TestPerson.setUp(gateway(), "admin");
        // The page is in the order they were made: the two below come behind this one.
        clock.forward(Duration.ofSeconds(1));
        TestPerson broken = TestPerson.setUp(gateway(), "admin");
        TestPerson colleague = TestPerson.setUp(gateway(), "practitioner");
        UUID brokenId = idOf(broken);
        UUID colleagueId = idOf(colleague);
        alter("account", "display_name", brokenId);
        String token = admin.token(gateway());

        assertThat(gateway()
                        .post("/auth/admin/people/" + colleagueId + "/lock", Map.of(), token)
                        .status())
                .isEqualTo(204);
        Answer everyone = gateway().get("/auth/admin/people?behind=" + idOf(admin), token);
        assertThat(everyone.status()).isEqualTo(200);
        assertThat(everyone.body()).contains(colleagueId.toString()).doesNotContain(brokenId.toString());
        assertThat(entries("account.display_name/" + brokenId)).isNotEmpty();
        // Nothing can be said to them of it, so nothing is done.
        assertThat(gateway()
                        .post("/auth/admin/people/" + brokenId + "/lock", Map.of(), token)
                        .outcome())
                .isEqualTo("409 cannot-be-opened");

        alter("account", "display_name", brokenId);
        assertThat(broken.browser().state()).isEqualTo("signed-in");
    }

    @Test
    void aSecondFactorOfAnotherAccountProvesNothing() throws SQLException {
        TestPerson thief = TestPerson.setUp(gateway(), "client");
        TestPerson admin = TestPerson.setUp(gateway(), "admin");
        UUID thiefs = factorOf(thief);
        UUID admins = factorOf(admin);
        swap("totp_factor", "secret", thiefs, admins);
        clock.forward(Duration.ofSeconds(60));
        TestBrowser browser = gateway().browser();

        browser.signIn(admin.email(), admin.password());
        Answer second =
                browser.post("/auth/second-factor", Map.of("code", admin.phone().code()));

        assertThat(second.outcome()).isEqualTo("409 cannot-be-opened");
        assertThat(entries("totp_factor.secret/" + admins)).contains(second.text("requestId"));
        assertThat(browser.state()).isEqualTo("second-factor");
        swap("totp_factor", "secret", thiefs, admins);
        assertThat(admin.signInAgain(gateway(), clock).state()).isEqualTo("signed-in");
    }

    private static UUID idOf(TestPerson person) throws SQLException {
        // Not from the session: it does not open any more.
        return uuid("SELECT account_id FROM session WHERE id_hash = sha256(convert_to(?, 'UTF8'))", person);
    }

    private static UUID factorOf(TestPerson person) throws SQLException {
        return uuid(
                "SELECT f.id FROM factor f JOIN session s USING (account_id)"
                        + " WHERE s.id_hash = sha256(convert_to(?, 'UTF8'))",
                person);
    }

    private static UUID uuid(String sql, TestPerson person) throws SQLException {
        try (Connection connection = TestDatabase.asSuperuser();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, person.browser().session());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getObject(1, UUID.class);
            }
        }
    }

    /** Turns one bit in the middle; the same again puts it back. */
    private static void alter(String table, String column, UUID row) throws SQLException {
        execute(
                "UPDATE %1$s SET %2$s = set_bit(%2$s, 8 * (length(%2$s) / 2), 1 - get_bit(%2$s, 8 * (length(%2$s) / 2))) WHERE id = ?"
                        .formatted(table, column),
                row);
    }

    private static void swap(String table, String column, UUID one, UUID other) throws SQLException {
        execute(
                "UPDATE %1$s a SET %2$s = b.%2$s FROM %1$s b WHERE (a.id, b.id) IN ((?, ?), (?, ?))"
                        .formatted(table, column),
                one,
                other,
                other,
                one);
    }

    private static void execute(String sql, UUID... ids) throws SQLException {
        try (Connection connection = TestDatabase.asSuperuser();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < ids.length; index++) {
                statement.setObject(index + 1, ids[index]);
            }
            assertThat(statement.executeUpdate()).isPositive();
        }
    }

    /** The request ids of the entries that name such a value as refused. */
    private static List<String> entries(String subject) throws SQLException {
        List<String> requests = new ArrayList<>();
        try (Connection connection = TestDatabase.asSuperuser();
                PreparedStatement statement = connection.prepareStatement("""
                        SELECT request_id FROM audit_entry
                        WHERE act = 'sealed.refused' AND outcome = 'refused' AND subject_kind = 'sealed-value' AND subject = ?
                        """)) {
            statement.setString(1, subject);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    requests.add(row.getString(1));
                }
            }
        }
        return requests;
    }
}
