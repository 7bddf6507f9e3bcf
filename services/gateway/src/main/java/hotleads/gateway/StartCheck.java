package hotleads.gateway;

import hotleads.gateway.frontend.BuiltFiles;
import hotleads.gateway.tls.TlsPair;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * Looks at everything the edge needs from its disk and settings before it starts, and names all that is wrong at once.
 */
class StartCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Environment settings = context.getEnvironment();
        List<String> problems = Stream.of(
                        tls(settings),
                        BuiltFiles.problem(Path.of(settings.getRequiredProperty("HOTLEADS_FRONTEND_DIR"))),
                        publicUrl(settings.getRequiredProperty("HOTLEADS_PUBLIC_URL")))
                .flatMap(Optional::stream)
                .toList();
        if (!problems.isEmpty()) {
            throw new CannotStart(problems);
        }
    }

    private static Optional<String> tls(Environment settings) {
        return new TlsPair(
                        Path.of(settings.getRequiredProperty("HOTLEADS_TLS_CERT_FILE")),
                        Path.of(settings.getRequiredProperty("HOTLEADS_TLS_KEY_FILE")))
                .problem();
    }

    private static Optional<String> publicUrl(String text) {
        try {
            URI url = URI.create(text);
            if ("https".equals(url.getScheme()) && url.getHost() != null) {
                return Optional.empty();
            }
        } catch (IllegalArgumentException malformed) {
            // Told below, like every other address that is none.
        }
        return Optional.of(
                "HOTLEADS_PUBLIC_URL must be the https address people open, such as https://leads.example.org");
    }
}
