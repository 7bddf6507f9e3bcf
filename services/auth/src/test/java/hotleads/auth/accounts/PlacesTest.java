package hotleads.auth.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.auth.Answer;
import hotleads.auth.RunningAuth;
import hotleads.auth.TestDatabase;
import hotleads.auth.TestPerson;
import hotleads.auth.TestServices;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class PlacesTest extends RunningAuth {
    private static final String PATH = "/internal/accounts/places";
    private static final String SCOPE = "practitioner.places";

    @Test
    void areToldToCoreOfPractitionersAloneLockedOnesToo() {
        TestPerson admin = TestPerson.setUp(gateway(), "admin");
        TestPerson danaHerself = TestPerson.setUp(gateway(), "practitioner");
        String dana = danaHerself.id();
        String omar = TestPerson.setUp(gateway(), "practitioner").id();
        settle(admin, dana);
        act(admin, dana, "lock", Map.of());

        Answer places = read();

        assertThat(of(dana, places).toString())
                .isEqualTo(("{\"account\":\"%s\",\"acuityCalendars\":[7,12],\"googleAddress\":\"dana@google.example\","
                                + "\"zoomHost\":\"dana@zoom.example\"}")
                        .formatted(dana));
        assertThat(of(omar, places).toString())
                .isEqualTo("{\"account\":\"%s\",\"acuityCalendars\":[]}".formatted(omar));
        assertThat(places.body())
                .doesNotContain(admin.id())
                .doesNotContain(danaHerself.email())
                .doesNotContain("Someone");
    }

    @Test
    void areRecordedOnceForEachReading() throws SQLException {
        long before = entries("practitioner.places-read", "role", "practitioner");

        read();

        assertThat(entries("practitioner.places-read", "role", "practitioner")).isEqualTo(before + 1);
    }

    @Test
    void thatDoNotOpenAreSaidToBeUnreadAndRecordedAndHinderNobodyElses() throws SQLException {
        TestPerson admin = TestPerson.setUp(gateway(), "admin");
        String dana = TestPerson.setUp(gateway(), "practitioner").id();
        String omar = TestPerson.setUp(gateway(), "practitioner").id();
        settle(admin, dana);
        assertThat(read().json().path("unread").isEmpty()).isTrue();
        execute("UPDATE account SET zoom_host = google_address WHERE id = ?", UUID.fromString(dana));

        Answer places = read();

        assertThat(of(dana, places).isMissingNode()).isTrue();
        assertThat(places.json().path("unread").toString()).isEqualTo("[7,12]");
        assertThat(of(omar, places).isMissingNode()).isFalse();
        assertThat(entries("sealed.refused", "sealed-value", "account.zoom_host/" + dana))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "webhooks", "sync", "launcher"})
    void areNoOtherServicesToAskFor(String service) {
        Answer refused = gateway().askToken(TestServices.assertion(service, clock.instant()), "auth", SCOPE);

        assertThat(refused.status() + refused.body()).isEqualTo("400{\"error\":\"invalid_scope\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "core, account.read",
        "core, account.invite",
        "core, audit.read",
        "launcher, account.invite",
        "gateway, signin.relay",
        "gateway, session.exchange"
    })
    void takeNoTokenForAnotherAct(String service, String scope) {
        assertThat(gateway().get(PATH, gateway().token(service, "auth", scope)).outcome())
                .isEqualTo("403 not-allowed");
    }

    @Test
    void areNoPersonsToAskForNorAStrangers() {
        for (String role : List.of("admin", "practitioner", "client")) {
            TestPerson person = TestPerson.setUp(gateway(), role);
            assertThat(gateway().get(PATH, person.token(gateway())).outcome()).isEqualTo("403 not-allowed");
        }
        assertThat(gateway().get(PATH, null).outcome()).isEqualTo("401 no-valid-token");
    }

    @Test
    void areSetByTheLauncherForAPractitionerAndNobodyElse() throws SQLException {
        TestPerson dana = TestPerson.setUp(gateway(), "practitioner");
        TestPerson admin = TestPerson.setUp(gateway(), "admin");
        long before = entries("account.practice-changed", "account", dana.id());

        assertThat(place(dana.email(), "dana@google.example", "launcher").status())
                .isEqualTo(204);

        assertThat(of(dana.id(), read()).toString())
                .isEqualTo("{\"account\":\"%s\",\"acuityCalendars\":[7],\"googleAddress\":\"dana@google.example\"}"
                        .formatted(dana.id()));
        assertThat(entries("account.practice-changed", "account", dana.id())).isEqualTo(before + 1);
        assertThat(place(dana.email(), "no address", "launcher").outcome()).isEqualTo("422 practice-not-usable");
        assertThat(place(admin.email(), "dana@google.example", "launcher").outcome())
                .isEqualTo("404 not-found");
        assertThat(gateway()
                        .askToken(TestServices.assertion("core", clock.instant()), "auth", "practitioner.place")
                        .status())
                .isEqualTo(400);
    }

    private Answer place(String email, String google, String service) {
        return gateway()
                .post(
                        PATH,
                        Map.of("email", email, "acuityCalendars", List.of(7L), "googleAddress", google, "zoomHost", ""),
                        gateway().token(service, "auth", "practitioner.place"));
    }

    private void settle(TestPerson admin, String practitioner) {
        act(
                admin,
                practitioner,
                "practice",
                Map.of(
                        "acuityCalendars", List.of(7L, 12L),
                        "googleAddress", "dana@google.example",
                        "zoomHost", "dana@zoom.example"));
    }

    private void act(TestPerson admin, String account, String act, Map<String, ?> body) {
        assertThat(gateway()
                        .post("/auth/admin/people/" + account + "/" + act, body, admin.token(gateway()))
                        .status())
                .isEqualTo(204);
    }

    private Answer read() {
        return gateway().get(PATH, gateway().token("core", "auth", SCOPE));
    }

    private static JsonNode of(String account, Answer places) {
        return places.json()
                .path("practitioners")
                .valueStream()
                .filter(one -> one.path("account").asString().equals(account))
                .findFirst()
                .orElseGet(() -> places.json().path("none"));
    }

    private static long entries(String act, String kind, String subject) throws SQLException {
        try (Connection connection = TestDatabase.asSuperuser();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT count(*) FROM audit_entry WHERE act = ? AND subject_kind = ? AND subject = ?")) {
            statement.setString(1, act);
            statement.setString(2, kind);
            statement.setString(3, subject);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static void execute(String sql, UUID id) throws SQLException {
        try (Connection connection = TestDatabase.asSuperuser();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }
}
