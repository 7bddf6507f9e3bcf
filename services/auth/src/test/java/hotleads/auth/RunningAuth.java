package hotleads.auth;

import hotleads.vault.KeyFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    static {
        try {
            Path folder = Files.createTempDirectory("auth-test");
            KeyFile.createIfAbsent(folder.resolve("auth.key"));
            System.setProperty("HOTLEADS_KEY_FILE", folder.resolve("auth.key").toString());
            Path services = Files.writeString(folder.resolve("services.jwks"), TestServices.publicKeys());
            System.setProperty("HOTLEADS_SERVICE_KEYS_FILE", services.toString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        System.setProperty("HOTLEADS_DATABASE_URL", TestDatabase.url());
        System.setProperty("HOTLEADS_DATABASE_AUTH_PASSWORD", TestDatabase.password());
        System.setProperty("HOTLEADS_PUBLIC_URL", PUBLIC_URL);
    }

    @Autowired
    protected MovableClock clock = new MovableClock();

    @Autowired
    protected CountedHashing hashing = new CountedHashing();

    @LocalServerPort
    protected int port;

    protected TestGateway gateway() {
        return new TestGateway(port, clock);
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class InTheTestsHands {
        @Bean
        @Primary
        MovableClock movableClock() {
            return new MovableClock();
        }

        @Bean
        @Primary
        CountedHashing countedHashing() {
            return new CountedHashing();
        }
    }
}
