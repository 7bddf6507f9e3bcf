package hotleads.auth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public description, which must know every answer a browser ever gets. */
final class Documented {
    private static final JsonNode PATHS = read().path("paths");

    private Documented() {}

    static void check(String method, String path, Answer answer) {
        JsonNode known = PATHS.path(path)
                .path(method.toLowerCase(Locale.ROOT))
                .path("responses")
                .path(String.valueOf(answer.status()));
        boolean fits = !known.isMissingNode()
                && (answer.code().isEmpty()
                        || known.path("description").asString().contains(answer.code()));
        if (!fits) {
            throw new AssertionError(
                    "The description of %s %s knows no answer %s".formatted(method, path, answer.outcome()));
        }
    }

    private static JsonNode read() {
        try {
            return new JsonMapper()
                    .readTree(new ClassPathResource("openapi.json").getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
