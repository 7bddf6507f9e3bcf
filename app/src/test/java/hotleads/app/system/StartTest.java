package hotleads.app.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import hotleads.app.RunningDemo;
import hotleads.app.programs.Role;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("system")
class StartTest {
    private final RunningDemo demo = RunningDemo.shared();

    @Test
    void thePagesAreServedOverTls13() throws IOException, InterruptedException {
        HttpResponse<String> answer = get(demo.client(), "/");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("<!doctype html>").doesNotContain("__CSP_NONCE__");
        assertThat(answer.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
    }

    @Test
    void tls12IsRefused() {
        SSLParameters old = new SSLParameters();
        old.setProtocols(new String[] {"TLSv1.2"});
        HttpClient client = HttpClient.newBuilder().sslParameters(old).build();

        assertThatThrownBy(() -> get(client, "/")).isInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void theDemosPeopleAreAskedForASecondFactor() throws IOException, InterruptedException {
        HttpResponse<String> answer = demo.client()
                .send(
                        HttpRequest.newBuilder(demo.address().resolve("/auth/sign-in"))
                                .header("Content-Type", "application/json")
                                .header("Origin", demo.address().toString())
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        "{\"email\":\"tony@demo.test\",\"password\":\"" + demo.password() + "\"}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("set-up");
    }

    @Test
    void nobodyIsInvitedAsFirstWhereAdministratorsAre() throws IOException {
        assertThat(demo.inviteWith(Files.readString(demo.data().resolve("keys/service-launcher.jwk"))))
                .startsWith("An administrator is there already");
    }

    @Test
    void whoeverMakesALaunchersKeyThemselvesIsNotKnown() throws JOSEException {
        String made =
                new ECKeyGenerator(Curve.P_256).keyID("launcher").generate().toJSONString();

        assertThatThrownBy(() -> demo.inviteWith(made)).hasMessageStartingWith("auth does not know the launcher");
    }

    /** Of the others {@link KillTest} says so. */
    @Test
    void theSimulatorsComeBackWhenTheyAreKilled() {
        long killed = demo.pid(Role.SIMULATORS);

        demo.kill(Role.SIMULATORS);
        demo.awaitReady();

        assertThat(demo.pid(Role.SIMULATORS)).isNotEqualTo(killed);
    }

    @Test
    void noLogHoldsAnAddressOfThePeopleInvited() throws IOException {
        try (Stream<Path> logs = Files.list(demo.logs())) {
            List<Path> files = logs.toList();

            assertThat(files).hasSize(7);
            for (Path log : files) {
                assertThat(Files.readString(log)).doesNotContain("@demo.test").doesNotContain("Tony Demo");
            }
        }
    }

    private HttpResponse<String> get(HttpClient client, String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(demo.address().resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
