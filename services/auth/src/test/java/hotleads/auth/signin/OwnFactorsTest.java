package hotleads.auth.signin;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.auth.Answer;
import hotleads.auth.RunningAuth;
import hotleads.auth.TestBrowser;
import hotleads.auth.TestDatabase;
import hotleads.auth.TestDevice;
import hotleads.auth.TestPerson;
import hotleads.auth.TestPhone;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnFactorsTest extends RunningAuth {
    /** Some seconds. */
    private static final int MOST_LOOKS = 20_000;

    private final TestDevice device = new TestDevice();

    @Test
    void areListedWithWhatTheyAreAndWhenTheyWereUsed() {
        TestPerson person = TestPerson.setUp(gateway(), "client");
        clock.forward(Duration.ofMinutes(1));
        addPasskey(person.browser());
        clock.forward(Duration.ofMinutes(1));
        gateway().browser().signInByPasskey(device.used());

        Answer list = person.browser().get("/auth/factors");

        assertThat(list.json().path("recoveryCodesLeft").asInt()).isEqualTo(10);
        assertThat(kinds(list)).containsExactly("app", "passkey");
        var passkey = list.json().path("factors").get(1);
        assertThat(passkey.path("name").asString()).isEqualTo("Blue laptop");
        assertThat(passkey.path("addedAt").asString())
                .isEqualTo(clock.instant().minus(Duration.ofMinutes(1)).toString());
        assertThat(passkey.path("lastUsedAt").asString())
                .isEqualTo(clock.instant().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "passkey",
                "passkey/confirm",
                "totp",
                "totp/confirm",
                "rename",
                "remove",
                "recovery-codes",
                "recovery-codes/confirm"
            })
    void areChangedOnlyAMomentAfterAProof(String act) {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        Map<String, Object> everything = Map.of(
                "id", UUID.randomUUID(),
                "name", "Laptop",
                "clientDataJson", "",
                "attestationObject", "",
                "transports", List.of(),
                "code", "123456",
                "number", 4);
        clock.forward(Duration.ofMinutes(5).plusSeconds(1));

        assertThat(person.browser().post("/auth/factors/" + act, everything).outcome())
                .isEqualTo("403 step-up-required");
        assertThat(gateway().browser().post("/auth/factors/" + act, everything).outcome())
                .isEqualTo("401 signed-out");
    }

    @Test
    void areNeverRemovedToTheLast() {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        Answer list = addPasskey(person.browser());

        assertThat(remove(person.browser(), list, 0).status()).isEqualTo(200);
        assertThat(remove(person.browser(), list, 1).outcome()).isEqualTo("409 last-factor");
        assertThat(kinds(person.browser().get("/auth/factors"))).containsExactly("passkey");
    }

    /** Each alone may remove one of two; without a turn each would see that the other one is left. */
    @Test
    void areNeverBothRemovedByTwoWhoRemoveOneEachAtOnce() throws Exception {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        Answer list = addPasskey(person.browser());
        TestBrowser other = gateway().browser();
        other.signInByPasskey(device.used());
        Future<Answer> one;
        Future<Answer> another;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                Connection connection = TestDatabase.asSuperuser()) {
            connection.setAutoCommit(false);
            // What rows that point to an account need goes on; its turn does not.
            hold(connection, person.id());
            one = threads.submit(() -> remove(person.browser(), list, 0));
            another = threads.submit(() -> remove(other, list, 1));
            awaitTwoInLine();
            connection.commit();
        }

        assertThat(List.of(one.get().status(), another.get().status())).containsOnlyOnce(200);
        assertThat(Stream.of(person.browser(), other)
                        .filter(browser -> browser.state().equals("signed-in"))
                        .map(browser -> kinds(browser.get("/auth/factors")).size()))
                .containsExactly(1);
    }

    @Test
    void areNotRemovedWithoutARecoveryCodeLeft() {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        for (String code : person.recoveryCodes()) {
            TestBrowser half = gateway().browser();
            half.signIn(person.email(), person.password());
            half.post("/auth/recovery", Map.of("code", code));
        }
        TestBrowser browser = person.signInAgain(gateway(), clock);
        Answer list = addPasskey(browser);
        assertThat(list.json().path("recoveryCodesLeft").asInt()).isZero();

        assertThat(remove(browser, list, 0).outcome()).isEqualTo("409 no-recovery-codes");
        renew(browser);
        assertThat(remove(browser, list, 0).status()).isEqualTo(200);
    }

    @Test
    void endOtherSessionsWhenOneIsRemoved() {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        Answer list = addPasskey(person.browser());
        TestBrowser stolen = gateway().browser();
        stolen.signInByPasskey(device.used());

        remove(person.browser(), list, 1);

        assertThat(stolen.state()).isEqualTo("signed-out");
        assertThat(person.browser().state()).isEqualTo("signed-in");
    }

    @Test
    void areNobodyElsesToTouch() {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        TestPerson other = TestPerson.setUp(gateway(), "admin");
        Answer list = addPasskey(person.browser());

        assertThat(remove(other.browser(), list, 1).outcome()).isEqualTo("404 no-such-factor");
        assertThat(other.browser()
                        .post("/auth/factors/rename", Map.of("id", id(list, 1), "name", "Mine"))
                        .outcome())
                .isEqualTo("404 no-such-factor");
    }

    @Test
    void areCalledWhatTheirOwnerSays() {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        Answer list = addPasskey(person.browser());

        Answer renamed =
                person.browser().post("/auth/factors/rename", Map.of("id", id(list, 1), "name", "  The one at home "));

        assertThat(renamed.json().path("factors").get(1).path("name").asString())
                .isEqualTo("The one at home");
        for (String bad : List.of("", "   ", "a".repeat(61), "two\nlines")) {
            assertThat(person.browser()
                            .post("/auth/factors/rename", Map.of("id", id(list, 1), "name", bad))
                            .outcome())
                    .isEqualTo("422 bad-name");
        }
    }

    @Test
    void haveOneAppWhichANewOneReplacesOnceItWasProved() {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        TestBrowser browser = person.browser();
        TestPhone phone =
                new TestPhone(browser.post("/auth/factors/totp", Map.of()).text("secret"), clock);
        assertThat(browser.post("/auth/factors/totp/confirm", Map.of("code", phone.wrongCode()))
                        .outcome())
                .isEqualTo("401 wrong-code");
        clock.forward(Duration.ofSeconds(60));
        assertThat(codeOf(person, person.phone()).text("state")).isEqualTo("signed-in");

        Answer list = browser.post("/auth/factors/totp/confirm", Map.of("code", phone.code()));

        assertThat(kinds(list)).containsExactly("app");
        clock.forward(Duration.ofSeconds(60));
        assertThat(codeOf(person, person.phone()).outcome()).isEqualTo("401 wrong-code");
        assertThat(codeOf(person, phone).text("state")).isEqualTo("signed-in");
    }

    @Test
    void giveTheNewAppTenMinutes() {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        TestDevice own = new TestDevice();
        addPasskey(person.browser(), own);
        TestPhone phone = new TestPhone(
                person.browser().post("/auth/factors/totp", Map.of()).text("secret"), clock);
        clock.forward(Duration.ofMinutes(4));
        assertThat(person.browser().get("/auth/session").text("state")).isEqualTo("signed-in");
        clock.forward(Duration.ofMinutes(6));
        TestBrowser later = gateway().browser();
        later.signInByPasskey(own.used());

        assertThat(later.post("/auth/factors/totp/confirm", Map.of("code", phone.code()))
                        .outcome())
                .isEqualTo("410 set-up-expired");
    }

    @Test
    void keepTheOldRecoveryCodesUntilOneOfTheNewWasTypedBack() {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        TestBrowser browser = person.browser();
        List<String> fresh = TestPerson.codesOf(browser.post("/auth/factors/recovery-codes", Map.of()));
        assertThat(recover(person, fresh.getFirst()).outcome()).isEqualTo("401 wrong-code");
        assertThat(confirm(browser, fresh.get(4)).outcome()).isEqualTo("401 wrong-code");

        assertThat(confirm(browser, fresh.get(3))
                        .json()
                        .path("recoveryCodesLeft")
                        .asInt())
                .isEqualTo(10);

        assertThat(recover(person, person.recoveryCodes().getFirst()).outcome()).isEqualTo("401 wrong-code");
        assertThat(recover(person, fresh.getFirst()).text("state")).isEqualTo("set-up");
    }

    private Answer addPasskey(TestBrowser browser) {
        return addPasskey(browser, device);
    }

    private static Answer addPasskey(TestBrowser browser, TestDevice device) {
        return browser.post(
                "/auth/factors/passkey/confirm", device.make(browser.post("/auth/factors/passkey", Map.of())));
    }

    private static void renew(TestBrowser browser) {
        confirm(
                browser,
                TestPerson.codesOf(browser.post("/auth/factors/recovery-codes", Map.of()))
                        .get(3));
    }

    private static Answer confirm(TestBrowser browser, String code) {
        return browser.post("/auth/factors/recovery-codes/confirm", Map.of("number", 4, "code", code));
    }

    private static Answer remove(TestBrowser browser, Answer list, int which) {
        return browser.post("/auth/factors/remove", Map.of("id", id(list, which)));
    }

    private static void hold(Connection connection, String account) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT 1 FROM account WHERE id = ? FOR NO KEY UPDATE")) {
            statement.setObject(1, UUID.fromString(account));
            statement.executeQuery();
        }
    }

    private static void awaitTwoInLine() throws SQLException {
        try (Connection connection = TestDatabase.asSuperuser();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")) {
            for (int looks = 0; ; looks++) {
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    if (row.getInt(1) >= 2) {
                        return;
                    }
                }
                assertThat(looks).as("nobody waits for their turn").isLessThan(MOST_LOOKS);
            }
        }
    }

    private static String id(Answer list, int which) {
        return list.json().path("factors").get(which).path("id").asString();
    }

    private static List<String> kinds(Answer list) {
        return StreamSupport.stream(list.json().path("factors").spliterator(), false)
                .map(factor -> factor.path("kind").asString())
                .toList();
    }

    private Answer codeOf(TestPerson person, TestPhone phone) {
        TestBrowser half = gateway().browser();
        half.signIn(person.email(), person.password());
        return half.post("/auth/second-factor", Map.of("code", phone.code()));
    }

    private Answer recover(TestPerson person, String code) {
        TestBrowser half = gateway().browser();
        half.signIn(person.email(), person.password());
        return half.post("/auth/recovery", Map.of("code", code));
    }
}
