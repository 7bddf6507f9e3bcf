package hotleads.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hotleads.app.bench.Benchmark;
import hotleads.app.console.Refusal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {
    private static final Path HOME = Path.of("/home/someone");
    /** With a file to measure one on; those that last long must be named. */
    private static final List<Benchmark> UNASKED = List.of(
            Benchmark.INGEST, Benchmark.READ, Benchmark.SYNC, Benchmark.SIGNIN, Benchmark.START, Benchmark.CARD);

    @Test
    void demoHasUsualPlaces() {
        Options options = parse("demo");

        assertThat(options.port()).isEqualTo(8443);
        assertThat(options.simulatorsPort()).isEqualTo(9100);
        assertThat(options.data()).isEqualTo(Path.of("/home/someone/.hotleads/demo"));
        assertThat(options.clock()).isEmpty();
        assertThat(options.demoData()).isTrue();
    }

    @Test
    void practiceAndDemoKeepTheirDataApart() {
        assertThat(parse("up").data()).isNotEqualTo(parse("demo").data());
        assertThat(parse("migrate").data()).isEqualTo(parse("up").data());
    }

    @Test
    void everyOptionOfTheDemoIsTaken() {
        Options options = parse(
                "demo",
                "--port",
                "9443",
                "--simulators-port",
                "9200",
                "--data",
                "/data",
                "--clock",
                "2026-11-23T09:00",
                "--no-demo-data");

        assertThat(options)
                .isEqualTo(new Options(
                        Command.DEMO,
                        9443,
                        9200,
                        Path.of("/data"),
                        java.util.Optional.of(LocalDateTime.of(2026, 11, 23, 9, 0)),
                        false,
                        java.util.Optional.empty(),
                        UNASKED,
                        java.util.Optional.empty(),
                        100_000,
                        100_000,
                        1_000,
                        100_000_000,
                        1_440,
                        java.util.Optional.empty()));
    }

    @Test
    void oneBenchmarkCanBeNamed() {
        Options options = parse("bench", "start", "--out", "/figures.json");

        assertThat(options.benchmarks()).containsExactly(Benchmark.START);
        assertThat(options.out()).contains(Path.of("/figures.json"));
    }

    @Test
    void withoutANameAllBenchmarksAreTaken() {
        assertThat(parse("bench").benchmarks())
                .containsExactly(Benchmark.INGEST, Benchmark.READ, Benchmark.SYNC, Benchmark.SIGNIN, Benchmark.START);
        assertThat(parse("bench", "--data", "/past.csv").benchmarks()).containsExactlyElementsOf(UNASKED);
        assertThat(parse("bench", "kill", "--kills", "5").benchmarks()).containsExactly(Benchmark.KILL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | Say what to do. See: ./hotleads help",
                "dmeo | There is no command dmeo. See: ./hotleads help",
                "demo --prot 1 | demo does not take --prot, but: --clock, --data, --no-demo-data, --port,"
                        + " --simulators-port",
                "up --simulators-port 1 | up does not take --simulators-port, but: --data, --first-admin, --port",
                "invite --data x | invite does not take --data, but: --first-admin",
                "demo --port | --port needs a value.",
                "demo --port 0 | --port needs a port from 1 to 65535, not 0.",
                "demo --port 9100 | --port and --simulators-port need different ports, not both 9100.",
                "demo --port many | --port needs a port from 1 to 65535, not many.",
                "bench read --people 12 | --people needs a number from 1000 to 10000000, not 12.",
                "bench sync --records 12 | --records needs a number from 1000 to 300000, not 12.",
                "bench ingets | There is no benchmark ingets, but: ingest, read, sync, signin, start, kill, fuzz, upgrade, restore, card",
                "bench --port 1 | bench does not take --port, but: --data, --from, --kills, --minutes, --out, --people, --records, --runs",
                "bench ingest start | bench does not take start, but: --data, --from, --kills, --minutes, --out, --people, --records, --runs",
                "bench fuzz --runs 12 | --runs needs a number from 1000 to 2000000000, not 12.",
                "bench card | bench card needs --data FILE: a table of past appointments.",
                "demo --clock monday | --clock needs a day and a time such as 2026-11-23T09:00."
            })
    void whatIsNotUnderstoodIsSaid(String line, String sentence) {
        Refusal refusal =
                catchThrowableOfType(Refusal.class, () -> parse(line.isEmpty() ? new String[0] : line.split(" ")));

        assertThat(refusal.sentence()).isEqualTo(sentence);
        assertThat(refusal.exitStatus()).isEqualTo(2);
    }

    private static Options parse(String... arguments) {
        return Options.parse(List.of(arguments), HOME);
    }
}
