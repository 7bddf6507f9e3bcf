package hotleads.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;

class StartTest {
    private final SomeEdge running = SomeEdge.shared();
    private final Map<String, String> settings = running.settings();

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        settings.put("HOTLEADS_TLS_CERT_FILE", "/nowhere/tls.crt");
        settings.put("HOTLEADS_FRONTEND_DIR", "/nowhere/dist");
        settings.put("HOTLEADS_PUBLIC_URL", "http://localhost:8443");

        assertThatThrownBy(this::start)
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("HOTLEADS_TLS_CERT_FILE names /nowhere/tls.crt, which is missing")
                .hasMessageContaining("HOTLEADS_FRONTEND_DIR names /nowhere/dist")
                .hasMessageContaining("HOTLEADS_PUBLIC_URL must be the https address");
    }

    @Test
    void refusesAKeyThatIsNotTheCertificates() {
        settings.put(
                "HOTLEADS_TLS_KEY_FILE",
                SomeCertificate.in(running.folder, "other").key().toString());

        assertThatThrownBy(this::start)
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("HOTLEADS_TLS_CERT_FILE and HOTLEADS_TLS_KEY_FILE are not a pair");
    }

    @Test
    void refusesFilesThatHoldSomethingElse() throws IOException {
        Path other = Files.writeString(running.folder.resolve("other.txt"), "secret words");
        settings.put("HOTLEADS_TLS_KEY_FILE", other.toString());

        assertThatThrownBy(this::start)
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("holds no PEM private key")
                .hasMessageNotContaining("secret words");

        settings.put("HOTLEADS_TLS_CERT_FILE", other.toString());

        assertThatThrownBy(this::start).hasMessageContaining("holds no PEM certificate");
    }

    @Test
    void namesSettingsThatAreMissing() {
        settings.remove("HOTLEADS_CORE_URL");

        assertThatThrownBy(this::start).hasMessageContaining("HOTLEADS_CORE_URL: the address of core");
    }

    @Test
    void printsSentencesInsteadOfAStackTrace() {
        CannotStart failure = new CannotStart(List.of("one thing", "another"));

        assertThat(new CannotStart.Analyzer().analyze(failure))
                .extracting(analysis -> analysis.getDescription())
                .isEqualTo("Cannot start:\n  - one thing\n  - another");
    }

    private void start() {
        new SpringApplicationBuilder(GatewayService.class)
                .run(settings.entrySet().stream()
                        .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                        .toArray(String[]::new))
                .close();
    }
}
