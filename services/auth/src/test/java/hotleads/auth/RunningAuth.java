package hotleads.auth;

import hotleads.platform.time.HandClock;
import hotleads.vault.KeyFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** The whole service on a real port and a real database, with time and hashing in the test's hands. */
@SpringBootTest(
        classes = AuthService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "springdoc.api-docs.enabled=false")
@Import(RunningAuth.InTheTestsHands.class)
public abstract class RunningAuth {
    public static final String PUBLIC_URL = "https://localhost:8443";

    private static final Map<String, String> SETTINGS = settings();

    private static Map<String, String> settings() {
        try {
            Path folder = Files.createTempDirectory("auth-test");
            KeyFile.createIfAbsent(folder.resolve("auth.key"));
            Path services = Files.writeString(folder.resolve("services.jwks"), TestServices.publicKeys());
            return Map.of(
                    "HOTLEADS_KEY_FILE", folder.resolve("auth.key").toString(),
                    "HOTLEADS_SERVICE_KEYS_FILE", services.toString(),
                    "HOTLEADS_DATABASE_URL", TestDatabase.url(),
                    "HOTLEADS_DATABASE_AUTH_PASSWORD", TestDatabase.password(),
                    "HOTLEADS_PUBLIC_URL", PUBLIC_URL);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Before Spring makes the context, which it does for the constructor of whichever class runs first. */
    @BeforeAll
    static void tellSettings() {
        SETTINGS.forEach(System::setProperty);
    }

    // Spring puts its own beans in place of these before any test runs.
    @Autowired
    protected HandClock clock = new HandClock();

    @Autowired
    protected CountedHashing hashing = new CountedHashing();

    @Autowired
    protected RecordedQueries queries = new RecordedQueries();

    @LocalServerPort
    protected int port;

    private @Nullable TestGateway gateway;

    protected TestGateway gateway() {
        if (gateway == null) {
            gateway = new TestGateway(port, clock);
            // As the real one asks before it lets anyone in: auth's own keys are there from then on.
            gateway.get("/readyz", null);
        }
        return gateway;
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class InTheTestsHands {
        /** One for every context: they share a database, and in it time must not go back. */
        private static final HandClock CLOCK = new HandClock();

        @Bean
        @Primary
        HandClock handClock() {
            return CLOCK;
        }

        @Bean
        static RecordedQueries recordedQueries() {
            return new RecordedQueries();
        }

        @Bean
        @Primary
        CountedHashing countedHashing() {
            return new CountedHashing();
        }
    }
}
