package hotleads.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class NothingReadableTest extends RunningAuth {
    private static final String EMAIL = "planted.mailbox@planted-domain.test";
    private static final String NAME = "Plantedfirst Plantedlast";
    private static final String ADDRESS = "198.51.100.177";
    private static final String PASSWORD = "plantedpass green kettles sing";
    private static final List<String> PLANTED =
            List.of("planted.mailbox", "planted-domain", "Plantedfirst", "Plantedlast", ADDRESS, "plantedpass");

    @Test
    void isLeftInLogsProblemsOrTheDatabase(CapturedOutput output) throws Exception {
        LoggingSystem logging = LoggingSystem.get(getClass().getClassLoader());
        logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.INFO);
        List<Answer> problems = new ArrayList<>();
        try {
            walkEveryWay(problems);
            // So that an empty log means that nothing was caught, and not that nothing was said.
            LoggerFactory.getLogger(getClass()).info("All ways are walked");
        } finally {
            logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        }

        assertThat(problems).hasSizeGreaterThan(8).allMatch(answer -> answer.status() >= 400);
        assertNothingIn(
                "a problem",
                String.join("\n", problems.stream().map(Answer::body).toList()));
        assertNothingIn("the log", output.getAll());
        assertNothingIn("the database", everyRow());
    }

    private void walkEveryWay(List<Answer> problems) {
        TestGateway gateway = gateway();
        TestBrowser browser = gateway.browserAt(ADDRESS);
        Answer invited = gateway.invite(EMAIL, NAME, "admin");
        Map<String, String> accept = Map.of("token", invited.text("token"), "password", PASSWORD);
        problems.add(browser.post("/auth/invites/accept", Map.of("token", invited.text("token"), "password", NAME)));
        browser.post("/auth/invites/accept", accept);
        problems.add(browser.post("/auth/invites/accept", accept));
        TestPhone phone = TestPerson.startTotp(gateway, browser);
        problems.add(browser.post("/auth/set-up/totp/confirm", Map.of("code", EMAIL)));
        List<String> codes =
                TestPerson.codesOf(browser.post("/auth/set-up/totp/confirm", Map.of("code", phone.code())));
        browser.post("/auth/set-up/recovery-codes/confirm", Map.of("number", 4, "code", codes.get(3)));
        problems.add(gateway.invite(EMAIL, NAME, "client"));
        problems.add(gateway.invite(EMAIL + " " + NAME, NAME, "client"));
        clock.forward(Duration.ofSeconds(30));
        problems.add(browser.signIn(EMAIL, PASSWORD + " not"));
        problems.add(browser.signIn("plantedpass@planted-domain.test", PASSWORD));
        browser.signIn(EMAIL, PASSWORD);
        problems.add(browser.post("/auth/second-factor", Map.of("code", PASSWORD)));
        problems.add(browser.post("/auth/recovery", Map.of("code", NAME)));
        problems.add(browser.post("/auth/sign-in", Map.of("email", EMAIL)));
        problems.add(browser.post("/auth/sign-in", Map.of("email", List.of(EMAIL), "password", PASSWORD)));
        problems.add(gateway.send(
                "POST",
                "/auth/sign-in",
                "{\"email\":\"" + EMAIL + "\",,}",
                Map.of(
                        "Content-Type",
                        "application/json",
                        "Authorization",
                        "Bearer " + gateway.token("gateway", "auth", "signin.relay"))));
        browser.post("/auth/second-factor", Map.of("code", phone.code()));
    }

    private static String everyRow() throws SQLException {
        StringBuilder rows = new StringBuilder();
        try (var connection = TestDatabase.asSuperuser();
                var statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            var names = statement.executeQuery("SELECT tablename FROM pg_tables WHERE schemaname = 'auth'");
            while (names.next()) {
                tables.add(names.getString(1));
            }
            for (String table : tables) {
                var row = statement.executeQuery("SELECT t::text FROM " + table + " t");
                while (row.next()) {
                    rows.append(row.getString(1)).append('\n');
                }
            }
        }
        return rows.toString();
    }

    private static void assertNothingIn(String where, String text) {
        String searched = text.toLowerCase(Locale.ROOT);
        assertThat(searched).as(where).isNotEmpty();
        for (String planted : PLANTED) {
            assertThat(spellings(planted))
                    .as(where)
                    .noneMatch(spelling -> searched.contains(spelling.toLowerCase(Locale.ROOT)));
        }
    }

    /** Plain, in hexadecimal as the database prints bytes, and in base64 at each of its three offsets. */
    private static List<String> spellings(String planted) {
        byte[] bytes = planted.getBytes(StandardCharsets.UTF_8);
        return Stream.concat(
                        Stream.of(
                                planted,
                                HexFormat.of().formatHex(bytes),
                                HexFormat.of().formatHex(planted.getBytes(StandardCharsets.UTF_16BE))),
                        Stream.of("", "x", "xx").map(before -> {
                            String encoded = Base64.getEncoder()
                                    .withoutPadding()
                                    .encodeToString((before + planted).getBytes(StandardCharsets.UTF_8));
                            return encoded.substring(4, encoded.length() - 2);
                        }))
                .toList();
    }
}
