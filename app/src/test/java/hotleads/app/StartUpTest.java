package hotleads.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hotleads.app.console.Refusal;
import hotleads.app.programs.Installation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartUpTest {
    private static final Map<String, String> COMPLETE = Map.of(
            "HOTLEADS_PUBLIC_URL", "https://leads.example.org",
            "HOTLEADS_TLS_CERT_FILE", "/tls/cert.pem",
            "HOTLEADS_TLS_KEY_FILE", "/tls/key.pem",
            "HOTLEADS_ACUITY_USER_ID", "20000002",
            "HOTLEADS_ACUITY_API_KEY_FILE", "/etc/hostname",
            "HOTLEADS_PRACTICE_ZONE", "America/New_York",
            "HOTLEADS_FIRST_ADMIN", "someone@example.org");

    @TempDir
    Path temporary;

    @Test
    void everythingThatIsMissingIsSaidAtOnce() {
        assertThat(refusal(Map.of()).lines().filter(line -> line.startsWith("  - ")))
                .extracting(line -> line.substring(4).split(":| EMAIL", 2)[0])
                .containsExactly(
                        "HOTLEADS_PUBLIC_URL",
                        "HOTLEADS_TLS_CERT_FILE",
                        "HOTLEADS_TLS_KEY_FILE",
                        "HOTLEADS_ACUITY_USER_ID",
                        "HOTLEADS_ACUITY_API_KEY",
                        "HOTLEADS_PRACTICE_ZONE",
                        "--first-admin");
    }

    @Test
    void aCompleteSetIsTaken() {
        assertThatCode(() -> up(COMPLETE).refuseUnlessComplete()).doesNotThrowAnyException();
    }

    @Test
    void theDemosCredentialsAreRefused() {
        Map<String, String> environment = new TreeMap<>(COMPLETE);
        environment.put("HOTLEADS_ACUITY_USER_ID", "10000001");
        environment.put("HOTLEADS_ACUITY_API_KEY", "demo-acuity-key");

        assertThat(refusal(environment))
                .contains(
                        "HOTLEADS_ACUITY_USER_ID: holds the demo's credentials",
                        "HOTLEADS_ACUITY_API_KEY: holds the demo's credentials");
    }

    @Test
    void aGivenDatabaseNeedsItsThreePasswords() {
        Map<String, String> environment = new TreeMap<>(COMPLETE);
        environment.put("HOTLEADS_DATABASE_URL", "jdbc:postgresql://db.example.org/hotleads");

        assertThat(refusal(environment))
                .contains(
                        "HOTLEADS_DATABASE_OWNER_PASSWORD",
                        "HOTLEADS_DATABASE_AUTH_PASSWORD",
                        "HOTLEADS_DATABASE_CORE_PASSWORD");
    }

    @Test
    void theKeysLieInAFileOrComeFromKmsAndNeverBoth() {
        Map<String, String> environment = new TreeMap<>(COMPLETE);
        environment.put("HOTLEADS_KMS_KEY_ARN", "arn:aws:kms:eu-central-1:111122223333:key/1234");
        assertThatCode(() -> up(environment).refuseUnlessComplete()).doesNotThrowAnyException();
        environment.put("HOTLEADS_KEY_FILE", "/keys/core.key");

        assertThat(refusal(environment)).contains("HOTLEADS_KEY_FILE and HOTLEADS_KMS_KEY_ARN: both are set");
    }

    @Test
    void aRefusalLeavesNothingBehind() {
        refusal(Map.of());

        assertThat(data()).doesNotExist();
    }

    private String refusal(Map<String, String> environment) {
        return catchThrowableOfType(Refusal.class, () -> up(environment).refuseUnlessComplete())
                .sentence();
    }

    private StartUp up(Map<String, String> environment) {
        return new StartUp(
                Options.parse(List.of("up", "--data", data().toString()), temporary),
                new Installation(temporary),
                new SomeSurroundings().with(environment));
    }

    private Path data() {
        return temporary.resolve("practice");
    }
}
