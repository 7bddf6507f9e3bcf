package hotleads.core;

import static hotleads.core.SomeAppointments.appointment;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import hotleads.contracts.AppointmentLinks;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Calls that Schemathesis makes up from the description of the API, signed in as each role, meet no failure of ours and
 * no answer that is not described. {@code -Dschemathesis=COMMAND} runs it, {@code -Dschemathesis.examples=N} for
 * longer.
 */
@EnabledIfSystemProperty(named = "schemathesis", matches = ".+")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MadeUpCallsTest {
    private static final long BOOKING = 1;

    private SomeCore core;
    private UUID person = new UUID(0, 0);

    @BeforeAll
    void somebodyIsThere() {
        core = SomeCore.started();
        core.sync.acuity.put(
                BOOKING,
                appointment(BOOKING)
                        .at(Clock.systemUTC().instant().plus(Duration.ofDays(2)))
                        .build());
        core.hook("scheduled", BOOKING);
        core.sync.answers(
                "appointment-links",
                new AppointmentLinks(
                        URI.create("https://acuity.example.org/1"), URI.create("https://meet.example.org/1")));
        core.awaitQuiet();
        person = core.jdbc()
                .sql("SELECT person_id FROM booking")
                .query(UUID.class)
                .single();
    }

    @AfterAll
    void stop() {
        core.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "practitioner", "client"})
    void findNothingThatIsNotDescribed(String role) throws IOException, InterruptedException {
        HttpServer door = door(() -> token(role));
        Path folder = Files.createTempDirectory("made-up-calls-" + role);
        Path told = folder.resolve("told.txt");
        try {
            Process run = new ProcessBuilder(
                            System.getProperty("schemathesis", ""),
                            "run",
                            Path.of("src/main/resources/openapi.json")
                                    .toAbsolutePath()
                                    .toString(),
                            "--url=http://127.0.0.1:" + door.getAddress().getPort(),
                            "--checks=not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance",
                            "--exclude-path=/api/live",
                            "--phases=" + System.getProperty("schemathesis.phases", "examples,fuzzing"),
                            "--max-examples=" + Integer.getInteger("schemathesis.examples", 3),
                            "--seed=20261124",
                            "--no-color")
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(told.toFile())
                    .start();

            int found = run.waitFor();

            assertThat(found).as(Files.readString(told)).isZero();
        } finally {
            door.stop(0);
        }
    }

    private String token(String role) {
        return switch (role) {
            case "client" -> core.client(SomeCore.ROB, person);
            case "practitioner" -> core.user(SomeCore.ROB, role, List.of(7L));
            default -> core.tony();
        };
    }

    /** Tokens live for a minute: whoever comes through this door gets a fresh one with each call. */
    private HttpServer door(Supplier<String> token) throws IOException {
        HttpServer door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        door.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        door.createContext("/", call -> pass(call, token.get()));
        door.start();
        return door;
    }

    private void pass(HttpExchange call, String token) throws IOException {
        String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var answer = core.send(
                call.getRequestMethod(), call.getRequestURI().toString(), token, body.isEmpty() ? null : body);
        Map.of("Content-Type", answer.headers().firstValue("Content-Type").orElse(""))
                .forEach(call.getResponseHeaders()::set);
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        call.sendResponseHeaders(answer.statusCode(), bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            call.getResponseBody().write(bytes);
        }
        call.close();
    }
}
