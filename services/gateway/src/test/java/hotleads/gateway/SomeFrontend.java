package hotleads.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a build of the frontend leaves behind, in small. */
public final class SomeFrontend {
    public static final String SCRIPT =
            "console.log('a script long enough that pressing it makes it smaller'); ".repeat(20);

    private SomeFrontend() {}

    public static Path in(Path folder) {
        try {
            Files.createDirectories(folder.resolve("assets"));
            Files.writeString(folder.resolve("staff.html"), page("Staff"));
            Files.writeString(folder.resolve("portal.html"), page("Portal"));
            Files.writeString(folder.resolve("robots.txt"), "User-agent: *\nDisallow: /\n");
            Files.writeString(folder.resolve(".secret"), "not for anyone");
            Files.writeString(folder.resolve("assets/staff-D1g35t.js"), SCRIPT);
            Files.write(folder.resolve("assets/staff-D1g35t.js.br"), new byte[] {1, 2, 3});
            Files.writeString(folder.resolve("assets/style-D1g35t.css"), "body{margin:0}".repeat(50));
            return folder;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String page(String title) {
        return """
                <!doctype html><title>%s</title>
                <meta property="csp-nonce" nonce="__CSP_NONCE__">
                <script type="module" src="/assets/staff-D1g35t.js" nonce="__CSP_NONCE__"></script>
                """.formatted(title);
    }
}
