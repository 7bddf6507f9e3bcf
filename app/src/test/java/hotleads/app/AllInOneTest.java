package hotleads.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotleads.app.demo.Greeting;
import hotleads.app.folder.DataFolder;
import hotleads.app.programs.Installation;
import hotleads.app.programs.Ports;
import hotleads.app.programs.Role;
import hotleads.app.standin.StandIns;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The launcher over stand-in programs and a real database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AllInOneTest {
    private final SomeSurroundings surroundings = new SomeSurroundings();
    private Path temporary;
    private DataFolder folder;
    private AllInOne running;
    private Greeting greeting;

    @BeforeAll
    void start(@TempDir Path given) {
        temporary = given;
        Installation installation = StandIns.in(temporary.resolve("build"));
        StartDemo demo = new StartDemo(
                options(),
                installation,
                surroundings.with(Map.of("PATH", "/usr/bin:/bin", "AWS_SECRET_ACCESS_KEY", "x")));
        folder = demo.openFolder();
        running = demo.prepare(folder);
        running.start();
        greeting = demo.welcome(running, folder);
    }

    private Options options() {
        Ports ports = new Ports(new SecureRandom());
        return Options.parse(
                List.of(
                        "demo",
                        "--port",
                        String.valueOf(ports.free()),
                        "--simulators-port",
                        String.valueOf(ports.free()),
                        "--data",
                        temporary.resolve("data").toString(),
                        "--no-demo-data"),
                temporary);
    }

    @AfterAll
    void stop() {
        List<ProcessHandle> processes = processes();
        running.close();

        assertThat(StandIns.stopsIn(temporary.resolve("build")))
                .endsWith("gateway", "webhooks", "sync", "core", "auth", "simulators");
        assertThat(processes).hasSize(7).noneMatch(ProcessHandle::isAlive);
    }

    private List<ProcessHandle> processes() {
        return Stream.concat(
                        Stream.of(Role.values()).map(role -> running.pid(role).orElseThrow()),
                        Stream.of(running.databasePid().orElseThrow()))
                .map(pid -> ProcessHandle.of(pid).orElseThrow())
                .toList();
    }

    @Test
    void saysWhatIsReadyAndThenWhatToOpen() {
        assertThat(surroundings.said()).contains("postgresql is ready", "core is ready", "gateway is ready");
        assertThat(greeting.text())
                .contains("tony@demo.test", "client@demo.test", "/control/codes", "Ctrl-C", greeting.password());
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void aProgramIsToldWhatIsInItsRowAndNothingElse(Role role) throws IOException, InterruptedException {
        List<String> told = get(role, "/environment")
                .lines()
                .filter(name -> !name.equals("PATH"))
                .toList();

        assertThat(told)
                .allMatch(name -> role.told().contains(name)
                        || role.told().contains(name.replaceAll("_FILE$", ""))
                        || List.of("SERVER_PORT", "SERVER_ADDRESS").contains(name));
    }

    @Test
    void theSimulatorsAreToldWhereToDeliver() throws IOException, InterruptedException {
        assertThat(get(Role.SIMULATORS, "/arguments").lines())
                .contains("--hook-url", "--hook-ca", "--clock-file", "--empty")
                .contains(folder.practiceClock().toString());
    }

    @Test
    void aSecondOneOnTheSamePortIsRefused() {
        int port = running.address(Role.GATEWAY).getPort();
        StartDemo second = new StartDemo(
                Options.parse(
                        List.of(
                                "demo",
                                "--port",
                                String.valueOf(port),
                                "--data",
                                temporary.resolve("second").toString()),
                        temporary),
                StandIns.in(temporary.resolve("second build")),
                surroundings.with(Map.of()));

        assertThatThrownBy(() -> second.prepare(second.openFolder()))
                .hasMessage("Port " + port + " is in use by another program. Stop it, or choose another: --port "
                        + (port + 1));
    }

    private String get(Role role, String path) throws IOException, InterruptedException {
        HttpClient client = role == Role.GATEWAY ? running.gatewayClient() : HttpClient.newHttpClient();
        return client.send(
                        HttpRequest.newBuilder(running.address(role).resolve(path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
