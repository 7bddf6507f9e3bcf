package hotleads.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import hotleads.app.RunningDemo;
import hotleads.app.system.disk.Acuity;
import hotleads.app.system.disk.Browser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Requests that Schemathesis makes up from the descriptions of the APIs, through the gateway, as each role and as
 * nobody: they meet no failure of ours, and no answer that is not described. {@code ./hotleads test api} runs it;
 * {@code -Dschemathesis.examples=N} tries more.
 */
@Tag("system")
@EnabledIfSystemProperty(named = "schemathesis", matches = ".+")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MadeUpRequestsTest {
    /** What has no end, and what ends the session that all others are asked with. */
    private static final List<String> LEFT_OUT = List.of("/api/live", "/auth/sign-out", "/auth/lock");

    /** The gateway counts the requests of each: whoever has used one up goes on from the next. */
    private static final int ADDRESSES = 24;

    private static final int OK = 200;
    private static final int TOO_MANY = 429;

    private static final Map<String, String> DESCRIBED = Map.of("auth", "services/auth", "core", "services/core");

    @TempDir
    Path folder;

    private final Map<String, List<Browser>> browsers = new TreeMap<>();
    private RunningDemo demo;

    @BeforeAll
    void everybodySignsIn(@TempDir Path data) throws IOException, InterruptedException {
        demo = RunningDemo.another(data);
        try (Browser stranger = Browser.of(demo)) {
            browsers.put("nobody", everywhere(stranger));
        }
        try (Acuity phone = new Acuity(demo)) {
            for (String who : List.of("tony", "practitioner", "client")) {
                try (Browser browser = Browser.of(demo)) {
                    browser.act("/auth/sign-in", Map.of("email", who + "@demo.test", "password", demo.password()));
                    browser.setUp(phone);
                    browsers.put(who, everywhere(browser));
                }
            }
        }
    }

    private static List<Browser> everywhere(Browser browser) {
        return IntStream.rangeClosed(1, ADDRESSES)
                .mapToObj(number -> browser.movedTo("127.0.2." + number))
                .toList();
    }

    @AfterAll
    void stop() {
        browsers.values().stream().flatMap(List::stream).forEach(Browser::close);
        demo.close();
    }

    @ParameterizedTest
    @CsvSource({
        // Auth last: among what is made up for it is what ends a session.
        "core, nobody", "core, client", "core, practitioner", "core, tony",
        "auth, nobody", "auth, client", "auth, practitioner", "auth, tony"
    })
    void meetNothingThatIsNotDescribed(String api, String who) throws IOException, InterruptedException {
        HttpServer door = door(Objects.requireNonNull(browsers.get(who)));
        Path said = folder.resolve("said.txt");
        try {
            Process run = new ProcessBuilder(command(api, door.getAddress().getPort()))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();

            int ended = run.waitFor();

            System.out.println(Files.readString(said));
            assertThat(ended).as(Files.readString(said)).isZero();
        } finally {
            door.stop(0);
        }
        if (api.equals("core")) {
            assertThat(isSignedIn(who)).as("the session went through all of it").isEqualTo(!who.equals("nobody"));
        }
    }

    private boolean isSignedIn(String who) throws IOException, InterruptedException {
        return Objects.requireNonNull(browsers.get(who))
                        .getFirst()
                        .pass("GET", "/auth/factors", Map.of(), new byte[0])
                        .statusCode()
                == OK;
    }

    private List<String> command(String api, int port) {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("schemathesis", ""),
                "run",
                demo.frontend()
                        .resolveSibling(DESCRIBED.get(api))
                        .resolve("src/main/resources/openapi.json")
                        .toString(),
                "--url=http://127.0.0.1:" + port,
                "--checks=not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance",
                "--phases=examples,fuzzing",
                "--max-examples=" + Integer.getInteger("schemathesis.examples", 3),
                "--seed=20261127",
                "--no-color"));
        LEFT_OUT.forEach(path -> command.add("--exclude-path=" + path));
        return command;
    }

    /** Where Schemathesis knocks, as it knows neither our certificate nor our sessions. */
    private static HttpServer door(List<Browser> browsers) throws IOException {
        HttpServer door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        door.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        AtomicInteger used = new AtomicInteger();
        door.createContext("/", call -> pass(call, browsers, used));
        door.start();
        return door;
    }

    private static void pass(HttpExchange call, List<Browser> browsers, AtomicInteger used) throws IOException {
        try (call) {
            Map<String, String> sent = new TreeMap<>();
            List.of("Content-Type", "Accept").forEach(name -> {
                String value = call.getRequestHeaders().getFirst(name);
                if (value != null) {
                    sent.put(name, value);
                }
            });
            byte[] body = call.getRequestBody().readAllBytes();
            HttpResponse<byte[]> answer;
            do {
                answer = browsers.get(used.get())
                        .pass(call.getRequestMethod(), call.getRequestURI().toString(), sent, body);
            } while (isUsedUp(answer) && used.incrementAndGet() < browsers.size());
            used.accumulateAndGet(browsers.size() - 1, Math::min);
            HttpHeaders told = answer.headers();
            List.of("Content-Type", "Retry-After")
                    .forEach(name -> told.firstValue(name)
                            .ifPresent(value -> call.getResponseHeaders().set(name, value)));
            int length = answer.body().length;
            call.sendResponseHeaders(answer.statusCode(), length == 0 ? -1 : length);
            if (length > 0) {
                call.getResponseBody().write(answer.body());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("The test is over"));
        }
    }

    /** By the gateway's word: auth's own, for tries at a password or a code, is an answer like others. */
    private static boolean isUsedUp(HttpResponse<byte[]> answer) {
        return answer.statusCode() == TOO_MANY
                && new String(answer.body(), StandardCharsets.UTF_8).contains("\"too-many-requests\"");
    }
}
