package hotleads.auth.signin;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.auth.RunningAuth;
import hotleads.auth.TestBrowser;
import hotleads.auth.TestDatabase;
import hotleads.auth.TestPerson;
import hotleads.platform.endpoint.Endpoints;
import hotleads.platform.endpoint.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** No role, flag, setting or call of the API lets anyone in with one factor. */
class NothingSwitchesItOffTest extends RunningAuth {
    private static final Path SOURCES = Path.of("src/main/java/hotleads/auth");

    /** Where it is decided who is in, and by what. */
    private static final List<String> DECIDING =
            List.of("signin", "secondfactor", "passkeys", "sessions", "knownbrowsers", "accounts", "throttle");

    /** Every way a Spring program learns what somebody set. */
    private static final Pattern SETTING = Pattern.compile(
            "@Value|@ConfigurationProperties|@Conditional|@Profile|\\bEnvironment\\b|System\\.getenv|System\\.getProperty"
                    + "|\\b(Boolean\\.get|Integer\\.get|Long\\.get)(Boolean|Integer|Long)\\b");

    /** What a caller might hope is listened to. */
    private static final Map<String, Object> WISHES = Map.ofEntries(
            Map.entry("mfa", false),
            Map.entry("secondFactor", "off"),
            Map.entry("skip", true),
            Map.entry("trusted", true),
            Map.entry("remember", true),
            Map.entry("state", "signed-in"),
            Map.entry("role", "admin"),
            Map.entry("id", "00000000-0000-4000-8000-000000000000"),
            Map.entry("name", "Laptop"),
            Map.entry("number", 4),
            Map.entry("code", ""),
            Map.entry("token", ""),
            Map.entry("transports", List.of()),
            Map.entry("clientDataJson", ""),
            Map.entry("attestationObject", ""),
            Map.entry("credentialId", ""),
            Map.entry("authenticatorData", ""),
            Map.entry("signature", ""),
            Map.entry("userHandle", ""));

    private final Endpoints endpoints;

    NothingSwitchesItOffTest(@Autowired Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    @Test
    void noSettingReachesWhereItIsDecided() throws IOException {
        List<String> found = new ArrayList<>();
        for (String feature : DECIDING) {
            try (Stream<Path> files = Files.list(SOURCES.resolve(feature))) {
                for (Path file : files.toList()) {
                    Files.readAllLines(file).stream()
                            .filter(line -> SETTING.matcher(line).find())
                            .forEach(line -> found.add(file.getFileName() + ": " + line.strip()));
                }
            }
        }

        // The address people open: it can only make passkeys for other addresses worthless.
        assertThat(found)
                .containsExactly("RelyingParty.java: RelyingParty(@Value(\"${HOTLEADS_PUBLIC_URL}\") URI url) {");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void noCallLetsAPasswordIn(Role role) throws Exception {
        TestPerson setUp = TestPerson.setUp(gateway(), role.word());
        String beginner = TestPerson.freshEmail();
        TestPerson.accept(
                gateway().invite(beginner, "Someone", role.word()), gateway().browser());
        for (String email : List.of(setUp.email(), beginner)) {
            for (Endpoints.Rule rule : endpoints.rules()) {
                TestBrowser half = gateway().browserAt(UUID.randomUUID().toString());
                assertThat(half.signIn(email, TestPerson.PASSWORD).status()).isEqualTo(200);
                call(half, rule, email);

                assertThat(
                                half.session().isEmpty()
                                        ? 400
                                        : gateway()
                                                .exchange(half.session(), "core")
                                                .status())
                        .as("%s %s by %s", rule.method(), rule.path(), role)
                        .isEqualTo(400);
            }
        }
        assertThat(gateway()
                        .browser()
                        .signIn(setUp.email(), TestPerson.PASSWORD)
                        .text("state"))
                .isEqualTo("second-factor");
        assertThat(gateway().browser().signIn(beginner, TestPerson.PASSWORD).text("state"))
                .isEqualTo("set-up");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void noCallOfSomeoneSignedInTakesTheirSecondFactorAway(Role role) throws Exception {
        TestPerson person = TestPerson.setUp(gateway(), role.word());
        String account = person.browser()
                .get("/auth/session")
                .json()
                .path("account")
                .path("id")
                .asString();
        for (Endpoints.Rule rule : endpoints.rules()) {
            TestBrowser browser = person.browser();
            if (!browser.state().equals("signed-in")) {
                browser = person.signInAgain(gateway(), clock);
            }
            call(browser, rule, person.email());
        }

        assertThat(gateway()
                        .browserAt("192.0.2.1")
                        .signIn(person.email(), person.password())
                        .text("state"))
                .isEqualTo("second-factor");
        assertThat(factorsOf(account)).isEqualTo(1);
    }

    private void call(TestBrowser browser, Endpoints.Rule rule, String email) {
        String path = rule.path().replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        Map<String, Object> wishes = new java.util.HashMap<>(WISHES);
        wishes.put("email", email);
        wishes.put("displayName", "Someone");
        wishes.put("password", TestPerson.PASSWORD);
        browser.call(rule.method().name(), path + "?mfa=off&secondFactor=false", wishes);
    }

    private static int factorsOf(String account) throws Exception {
        try (var connection = TestDatabase.asSuperuser();
                var query = connection.prepareStatement(
                        "SELECT count(*) FROM factor WHERE account_id::text = ? AND active_at IS NOT NULL")) {
            query.setString(1, account);
            var rows = query.executeQuery();
            rows.next();
            return rows.getInt(1);
        }
    }
}
