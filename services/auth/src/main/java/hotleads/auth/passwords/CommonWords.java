package hotleads.auth.passwords;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The short list of words passwords are made of most often; ours, not a breached list. */
final class CommonWords {
    private CommonWords() {}

    static List<String> read() {
        try (InputStream file = Objects.requireNonNull(CommonWords.class.getResourceAsStream("common-words.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException impossible) {
            throw new UncheckedIOException("Our own resource cannot be read", impossible);
        }
    }
}
