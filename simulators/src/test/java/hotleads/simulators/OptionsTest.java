package hotleads.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.simulators.Options.Reading.NotUnderstood;
import hotleads.simulators.Options.Reading.Understood;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void standAloneWithNothingSaid() {
        var options = understood(List.of(), Map.of());

        assertThat(options.port()).isEqualTo(9100);
        assertThat(options.data()).isNull();
        assertThat(options.mailPort()).isEmpty();
        assertThat(options.acuity().userId()).isEqualTo("10000001");
        assertThat(options.acuity().apiKey()).isEqualTo("demo-acuity-key");
    }

    @Test
    void takeEverythingFromTheCommandLineAndTheKeysFromTheEnvironment() {
        var options = understood(
                List.of(
                        "--port",
                        "9200",
                        "--data",
                        "d",
                        "--hook-url",
                        "https://localhost:8443/webhooks/acuity",
                        "--hook-ca",
                        "c.pem",
                        "--clock-file",
                        "clock",
                        "--retry-speed",
                        "60",
                        "--seed",
                        "7",
                        "--mail-port",
                        "2525",
                        "--empty"),
                Map.of("HOTLEADS_ACUITY_USER_ID", "5", "HOTLEADS_ACUITY_API_KEY", "k"));

        assertThat(options.port()).isEqualTo(9200);
        assertThat(options.data()).isEqualTo(Path.of("d"));
        assertThat(options.hookUrl()).isEqualTo("https://localhost:8443/webhooks/acuity");
        assertThat(options.hookCa()).isEqualTo(Path.of("c.pem"));
        assertThat(options.clockFile()).isEqualTo(Path.of("clock"));
        assertThat(options.retrySpeed()).isEqualTo(60);
        assertThat(options.seed()).isEqualTo(7);
        assertThat(options.mailPort()).hasValue(2525);
        assertThat(options.empty()).isTrue();
        assertThat(options.acuity().userId()).isEqualTo("5");
        assertThat(options.toString()).doesNotContain("apiKey");
    }

    @Test
    void keepTheTimeThatWasMovedBesideTheRest() {
        assertThat(understood(List.of("--data", "d"), Map.of()).clockFile()).isEqualTo(Path.of("d", "practice-clock"));
        assertThat(understood(List.of(), Map.of()).clockFile()).isNull();
    }

    @Test
    void sayAllThatIsWrongAtOnce() {
        var reading = Options.read(
                List.of("--port", "high", "--retry-speed", "0", "--hook-url", "ftp://x", "--odd", "1", "--data"),
                Map.of("HOTLEADS_ACUITY_USER_ID", "someone"));

        assertThat(reading)
                .isInstanceOfSatisfying(
                        NotUnderstood.class, no -> assertThat(no.problems()).hasSize(6));
    }

    private static Options understood(List<String> arguments, Map<String, String> environment) {
        return ((Understood) Options.read(arguments, environment)).options();
    }
}
