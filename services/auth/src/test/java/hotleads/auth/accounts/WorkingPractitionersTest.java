package hotleads.auth.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.auth.RunningAuth;
import hotleads.auth.TestDatabase;
import hotleads.auth.TestPerson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whom core may count on when something waits for a practitioner. */
class WorkingPractitionersTest extends RunningAuth {
    private static final String PATH = "/internal/accounts/calendars";

    @Test
    void areToldWithTheirCalendarsAndByIdsAloneAsLongAsTheyAreNotLocked() {
        TestPerson admin = TestPerson.setUp(gateway(), "admin");
        TestPerson dana = TestPerson.setUp(gateway(), "practitioner");
        // A locked one's browser does not tell any more.
        String id = dana.id();
        act(admin, id, "practice", Map.of("acuityCalendars", List.of(7L, 12L), "googleAddress", "", "zoomHost", ""));

        assertThat(told())
                .contains("{\"account\":\"" + id + "\",\"calendars\":[7,12]}")
                .doesNotContain(admin.id(), dana.email(), "Someone");

        act(admin, id, "lock", Map.of());
        assertThat(told()).doesNotContain(id);
        act(admin, id, "unlock", Map.of());
        assertThat(told()).contains(id);
    }

    @Test
    void areNotThoseWhoseAccountDoesNotOpen() throws SQLException {
        String dana = TestPerson.setUp(gateway(), "practitioner").id();
        String omar = TestPerson.setUp(gateway(), "practitioner").id();
        try (Connection connection = TestDatabase.asSuperuser();
                PreparedStatement statement =
                        connection.prepareStatement("UPDATE account SET password = display_name WHERE id = ?")) {
            statement.setObject(1, UUID.fromString(dana));
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }

        assertThat(told()).contains(omar).doesNotContain(dana);
    }

    @Test
    void areNoPersonsToAskFor() {
        TestPerson admin = TestPerson.setUp(gateway(), "admin");

        assertThat(gateway().get(PATH, admin.token(gateway())).outcome()).isEqualTo("403 not-allowed");
        assertThat(gateway().get(PATH, null).outcome()).isEqualTo("401 no-valid-token");
    }

    private String told() {
        return gateway()
                .get(PATH, gateway().token("core", "auth", "account.read"))
                .body();
    }

    private void act(TestPerson admin, String whom, String act, Map<String, ?> body) {
        assertThat(gateway()
                        .post("/auth/admin/people/" + whom + "/" + act, body, admin.token(gateway()))
                        .status())
                .isEqualTo(204);
    }
}
