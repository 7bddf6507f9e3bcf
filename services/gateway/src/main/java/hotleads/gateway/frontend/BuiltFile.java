package hotleads.gateway.frontend;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** One file of the frontend, in memory as it is and compressed where that helps. */
record BuiltFile(String type, byte[] plain, byte @Nullable [] gzip, byte @Nullable [] brotli, String tag) {
    private static final int TAG_BYTES = 12;

    /** @param gzip as the build made it; made here when the build did not and the file shrinks by it */
    static BuiltFile of(String name, byte[] plain, byte @Nullable [] gzip, byte @Nullable [] brotli) {
        String type = FileTypes.of(name);
        byte[] squeezed = gzip != null || !FileTypes.isText(type) ? gzip : smaller(plain);
        return new BuiltFile(type, plain, squeezed, brotli, tagOf(plain));
    }

    private static byte @Nullable [] smaller(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.size() < plain.length ? bytes.toByteArray() : null;
    }

    private static String tagOf(byte[] plain) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(plain);
            return HexFormat.of().formatHex(Arrays.copyOf(digest, TAG_BYTES));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
