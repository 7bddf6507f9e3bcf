package hotleads.app.keys;

import hotleads.app.folder.OwnerOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Random passwords, each made once and kept in a file of its own. */
public final class Passwords {
    private static final int BYTES = 24;
    /** Without letters and digits that look alike: a person types these. */
    private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 4;
    private static final int GROUP = 5;

    private final Path folder;
    private final SecureRandom random;

    public Passwords(Path folder, SecureRandom random) {
        this.folder = folder;
        this.random = random;
    }

    /** The file that holds a password for programs. */
    public Path fileOf(String name) {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            byte[] bytes = new byte[BYTES];
            random.nextBytes(bytes);
            OwnerOnly.write(file, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        }
        return file;
    }

    public String valueOf(String name) {
        return read(fileOf(name));
    }

    /** A password that people type: about 99 bits in four groups. */
    public String readable(String name) {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            List<String> groups = new ArrayList<>();
            IntStream.range(0, GROUPS).forEach(group -> groups.add(letters()));
            OwnerOnly.write(file, String.join("-", groups));
        }
        return read(file);
    }

    private String letters() {
        return random.ints(GROUP, 0, READABLE.length())
                .mapToObj(index -> String.valueOf(READABLE.charAt(index)))
                .collect(Collectors.joining());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
