package hotleads.app.programs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Names what was made from certain jars: other jars, another name. */
public final class Fingerprint {
    private static final int LENGTH = 16;

    private Fingerprint() {}

    /**
     * By what the jars list, not by their bytes: their tables hold a checksum of each entry, and reading them takes
     * milliseconds; times of entries and of files do not count, so the same build again is the same.
     *
     * @param besides whatever else makes a difference
     */
    public static String of(List<Path> jars, List<String> besides) throws IOException {
        MessageDigest digest = sha256();
        for (Path jar : jars) {
            try (ZipFile opened = new ZipFile(jar.toFile())) {
                opened.stream()
                        .sorted(Comparator.comparing(ZipEntry::getName))
                        .forEach(entry -> take(digest, line(entry)));
            }
        }
        besides.forEach(text -> take(digest, text));
        return HexFormat.of().formatHex(digest.digest()).substring(0, LENGTH);
    }

    private static String line(ZipEntry entry) {
        return entry.getName() + " " + entry.getSize() + " " + entry.getCrc();
    }

    private static void take(MessageDigest digest, String line) {
        digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
