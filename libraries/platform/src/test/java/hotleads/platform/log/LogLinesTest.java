package hotleads.platform.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One line, one JSON object, whatever is logged; and of failures nothing they quote. */
@ExtendWith(OutputCaptureExtension.class)
class LogLinesTest {
    private static final LoggingSystem LOGGING = LoggingSystem.get(LogLinesTest.class.getClassLoader());
    private static final Logger log = LoggerFactory.getLogger(LogLinesTest.class);
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    @BeforeAll
    static void logAsTheProgramsDo() {
        use("classpath:logback-spring.xml");
    }

    @AfterAll
    static void logAsBefore() {
        LOGGING.cleanUp();
        LOGGING.beforeInitialize();
        LOGGING.initialize(new LoggingInitializationContext(new MockEnvironment()), null, null);
    }

    private static void use(String configuration) {
        LOGGING.cleanUp();
        LOGGING.beforeInitialize();
        LOGGING.initialize(
                new LoggingInitializationContext(new MockEnvironment().withProperty("spring.application.name", "some")),
                configuration,
                null);
    }

    static List<String> awkward() {
        return List.of(
                "two\nlines\r\nor three\u2028or four\u2029or five\u0085or six",
                "control \u0000\u0001\u0007\b\t\u001b\u007f\u009b characters",
                "\u001b[31mred\u001b[0m \u001b]0;title\u0007",
                "\"quotes\" \\ and {\"json\": [1, 2]}",
                "half a pair \ud83d, the other half \udc00, reversed \udc00\ud83d",
                "\ud83d",
                "whole pair \ud83d\ude00, right to left \u202e\u0627, not a character \uffff\ufffe",
                "x".repeat(50_000),
                "");
    }

    @Test
    void goOnWhenTheDiskWasFullForAWhile(CapturedOutput output) {
        PrintStream before = System.out;
        System.setOut(new PrintStream(new FullDisk(), true, StandardCharsets.UTF_8));
        try {
            log.warn("Nobody reads this");
        } finally {
            System.setOut(before);
        }
        log.warn("Somebody reads this");

        assertThat(lines(output))
                .extracting(line -> line.path("message").asString())
                .containsExactly("Somebody reads this");
    }

    private static final class FullDisk extends OutputStream {
        @Override
        public void write(int some) throws IOException {
            throw new IOException("No space left on device");
        }
    }

    @ParameterizedTest
    @MethodSource("awkward")
    void isOneJsonObjectWhateverIsSaid(String text, CapturedOutput output) {
        log.warn(text);
        log.warn("with {} inside", text);
        try (MDC.MDCCloseable _ = MDC.putCloseable("requestId", text)) {
            log.error("Failed", new IllegalStateException(text));
        }

        List<JsonNode> lines = lines(output);

        assertThat(lines).hasSize(3).allMatch(JsonNode::isObject);
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.path("level").asString()).isIn("WARN", "ERROR");
            assertThat(line.path("program").asString()).isEqualTo("some");
        });
        assertThat(lines.get(1).path("message").asString()).startsWith("with ").endsWith(" inside");
    }

    @Test
    void tellsOfAFailureItsKindsAndPlacesAndNothingThatItQuotes(CapturedOutput output) {
        SQLException driver = new SQLException("Key (email)=(planted-one@example.org) already exists", "23505");
        driver.setNextException(new SQLException("planted-two"));
        RuntimeException failure = new IllegalStateException("planted-three", new RuntimeException(driver));
        failure.addSuppressed(new IllegalArgumentException("planted-four"));

        log.error("It failed", failure);

        assertThat(lines(output)).hasSize(1);
        String stack = lines(output).getFirst().path("stack_trace").asString();
        assertThat(stack)
                .contains(
                        IllegalStateException.class.getName(),
                        "besides: " + IllegalArgumentException.class.getName(),
                        "caused by: " + SQLException.class.getName(),
                        "at " + LogLinesTest.class.getName() + ".tells");
        assertThat(output.getOut()).doesNotContain("planted");
    }

    @Test
    void aFailureThatIsItsOwnCauseEnds(CapturedOutput output) {
        RuntimeException one = new RuntimeException("one");
        RuntimeException other = new RuntimeException("other", one);
        one.initCause(other);

        log.error("Round and round", one);

        assertThat(lines(output)).hasSize(1);
    }

    private static List<JsonNode> lines(CapturedOutput output) {
        // By the line's end alone, as collectors read: other separators are no line's end to them.
        return List.of(output.getOut().split("\n", -1)).stream()
                .filter(line -> !line.isEmpty())
                .map(STRICT::readTree)
                .toList();
    }
}
