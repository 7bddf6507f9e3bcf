package hotleads.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import hotleads.app.console.Refusal;
import hotleads.app.keys.ServiceKeys;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that lets the first administrator in, with a stand-in where auth would be. */
class RunInviteTest {
    private static final String EMAIL = "ada.planted@example.org";

    private record Answer(int status, String body) {}

    @TempDir
    Path temporary;

    private final SomeSurroundings surroundings = new SomeSurroundings();
    private final Map<String, Answer> answers = new TreeMap<>(Map.of(
            "/oauth/token", new Answer(200, "{\"access_token\":\"t\"}"),
            "/internal/accounts/exists", new Answer(200, "{\"exists\":false}"),
            "/internal/invites", new Answer(201, "{\"token\":\"s\",\"link\":\"https://leads.example.org/invite#s\"}")));
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer auth;

    @BeforeEach
    void startAuth() throws IOException {
        auth = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        auth.createContext("/", this::answer);
        auth.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(path);
        Answer answer = answers.getOrDefault(path, new Answer(404, ""));
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @AfterEach
    void stopAuth() {
        auth.stop(0);
    }

    @Test
    void theLinkIsSaidAndNotWhoItIsFor() throws IOException {
        run(complete());

        assertThat(surroundings.said())
                .contains("https://leads.example.org/invite#s")
                .doesNotContain(EMAIL);
    }

    @Test
    void whoeverIsNamedOnTheCommandLineIsTaken() throws IOException {
        Map<String, String> environment = complete();
        environment.remove("HOTLEADS_FIRST_ADMIN");

        run(environment, "--first-admin", EMAIL);

        assertThat(asked).endsWith("/internal/invites");
    }

    @Test
    void nobodyIsInvitedWhereAnAdministratorIs() throws IOException {
        answers.put("/internal/accounts/exists", new Answer(200, "{\"exists\":true}"));

        run(complete());

        assertThat(asked).doesNotContain("/internal/invites");
        assertThat(surroundings.said()).startsWith("An administrator is there already, so nobody was invited.");
    }

    @Test
    void everythingThatIsMissingIsSaidAtOnce() {
        assertThat(refusal(Map.of()).lines().filter(line -> line.startsWith("  - ")))
                .extracting(line -> line.substring(4).split(":| EMAIL", 2)[0])
                .containsExactly("HOTLEADS_AUTH_URL", "HOTLEADS_SERVICE_KEY", "--first-admin");
        assertThat(asked).isEmpty();
    }

    @Test
    void whatIsNoAddressAndNobodysKeyIsRefusedTooAndNotRepeated() {
        assertThat(refusal(Map.of(
                        "HOTLEADS_AUTH_URL", "auth:8101",
                        "HOTLEADS_SERVICE_KEY", "{\"kty\":\"EC\",\"d\":\"secret\"}",
                        "HOTLEADS_FIRST_ADMIN", EMAIL)))
                .contains("HOTLEADS_AUTH_URL: does not hold", "HOTLEADS_SERVICE_KEY: does not hold")
                .doesNotContain("\"secret\"", EMAIL);
    }

    @Test
    void anotherProgramsKeyIsNotTaken() throws Exception {
        Map<String, String> environment = complete();
        environment.remove("HOTLEADS_SERVICE_KEY_FILE");
        environment.put(
                "HOTLEADS_SERVICE_KEY",
                new ECKeyGenerator(Curve.P_256).keyID("core").generate().toJSONString());

        assertThat(refusal(environment)).contains("HOTLEADS_SERVICE_KEY: does not hold the launcher's key");
    }

    @Test
    void aKeyThatAuthDoesNotKnowIsSaid() throws IOException {
        answers.put("/oauth/token", new Answer(401, "{\"error\":\"invalid_client\"}"));

        assertThat(refusal(complete())).startsWith("auth does not know the launcher by this key");
    }

    @Test
    void whatIsNotAuthIsSaid() throws IOException {
        answers.put("/oauth/token", new Answer(200, "<html>"));

        assertThat(refusal(complete())).endsWith(" is not auth.");
    }

    @Test
    void anAddressThatAuthDoesNotTakeIsNotRepeated() throws IOException {
        answers.put("/internal/invites", new Answer(422, "{\"code\":\"invite-not-usable\"}"));

        assertThat(refusal(complete())).contains("e-mail address").doesNotContain(EMAIL);
    }

    @Test
    void anAuthThatIsAwayIsSaid() throws IOException {
        Map<String, String> environment = complete();
        auth.stop(0);

        assertThat(refusal(environment))
                .startsWith("Nothing answers at " + environment.get("HOTLEADS_AUTH_URL") + " (ConnectException).")
                .doesNotContain(EMAIL);
    }

    @Test
    void whoeverHasAnAccountAlreadyIsNotMadeAdministrator() throws IOException {
        answers.put("/internal/invites", new Answer(409, ""));

        assertThat(refusal(complete())).isEqualTo(FirstAdmin.HAS_OTHER_ACCOUNT);
    }

    /** With the key that {@code migrate} makes. */
    private Map<String, String> complete() throws IOException {
        Path keys = Files.createDirectories(temporary.resolve("keys"));
        return new TreeMap<>(Map.of(
                "HOTLEADS_AUTH_URL",
                "http://127.0.0.1:" + auth.getAddress().getPort(),
                "HOTLEADS_SERVICE_KEY_FILE",
                ServiceKeys.in(keys).fileOf(ServiceKeys.LAUNCHER).toString(),
                "HOTLEADS_FIRST_ADMIN",
                EMAIL));
    }

    private String refusal(Map<String, String> environment) {
        return catchThrowableOfType(Refusal.class, () -> run(environment)).sentence();
    }

    private void run(Map<String, String> environment, String... further) {
        List<String> arguments = new ArrayList<>(List.of("invite"));
        arguments.addAll(List.of(further));
        new RunInvite(Options.parse(arguments, temporary), surroundings.with(environment)).run();
    }
}
