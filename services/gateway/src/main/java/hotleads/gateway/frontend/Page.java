package hotleads.gateway.frontend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A page of the frontend, cut where each visit's nonce belongs. */
record Page(List<String> parts) {
    private static final String MARK = "__CSP_NONCE__";

    static Page read(Path file) {
        try {
            return new Page(List.of(Files.readString(file).split(MARK, -1)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    byte[] with(String nonce) {
        return String.join(nonce, parts).getBytes(StandardCharsets.UTF_8);
    }
}
