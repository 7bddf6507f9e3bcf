package hotleads.platform.figures;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.platform.health.Measure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(OutputCaptureExtension.class)
class TellFiguresTest {
    private static final LoggingSystem LOGGING = LoggingSystem.get(TellFiguresTest.class.getClassLoader());
    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    private final RequestFigures requests = new RequestFigures();
    private final TellFigures tell = new TellFigures(
            List.of(
                    new Measure("requests", requests::take),
                    new Measure("audit-shipping", () -> Map.of("behind", 7L, "shippedAt", "2026-11-26T11:59:59Z"))),
            Clock.fixed(NOON, ZoneOffset.UTC),
            "HotLeads",
            Duration.ofMinutes(1));

    @BeforeEach
    void logAsTheProgramsDo() {
        use("classpath:logback-spring.xml");
    }

    @AfterEach
    void logAsBefore() {
        use(null);
        tell.destroy();
    }

    private static void use(@org.jspecify.annotations.Nullable String configuration) {
        LOGGING.cleanUp();
        LOGGING.beforeInitialize();
        LOGGING.initialize(
                new LoggingInitializationContext(new MockEnvironment().withProperty("spring.application.name", "core")),
                configuration,
                null);
    }

    @Test
    void aRecordBearsNumbersUnderTheProgramAndNothingElse(CapturedOutput output) {
        requests.count(200, 10);
        requests.count(503, 30);

        tell.tell();

        JsonNode record = JsonMapper.shared()
                .readTree(output.getOut()
                        .lines()
                        .filter(line -> line.contains("_aws"))
                        .findFirst()
                        .orElseThrow());
        JsonNode metrics = record.path("_aws").path("CloudWatchMetrics").path(0);
        assertThat(record.path("_aws").path("Timestamp").asLong()).isEqualTo(NOON.toEpochMilli());
        assertThat(metrics.path("Dimensions").toString()).isEqualTo("[[\"program\"]]");
        assertThat(record.path("program").asString()).isEqualTo("core");
        assertThat(metrics.path("Metrics")
                        .valueStream()
                        .map(metric -> metric.path("Name").asString()))
                .containsExactlyInAnyOrder(
                        "requests.all",
                        "requests.refused",
                        "requests.failed",
                        "requests.milliseconds",
                        "requests.slowest",
                        "audit-shipping.behind")
                .allSatisfy(name ->
                        assertThat(record.path(name).isNumber()).as(name).isTrue());
        assertThat(record.path("requests.failed").asInt()).isEqualTo(1);
        assertThat(record.path("requests.milliseconds").asInt()).isEqualTo(20);
    }

    @Test
    void whatWasToldIsNotToldAgain() {
        requests.count(404, 5);
        tell.record();

        assertThat(tell.record()).containsEntry("requests.all", 0L).doesNotContainKey("requests.slowest");
    }

    @Test
    void aMeasureThatFailsEndsNothing(CapturedOutput output) {
        TellFigures failing = new TellFigures(
                List.of(new Measure("some", () -> {
                    throw new IllegalStateException("Planted");
                })),
                Clock.fixed(NOON, ZoneOffset.UTC),
                "HotLeads",
                Duration.ofMinutes(1));

        failing.tell();

        assertThat(output.getOut())
                .contains("No figures: java.lang.IllegalStateException")
                .doesNotContain("Planted");
    }
}
