package hotleads.gateway.frontend;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The form of a file that a browser gets: the smallest it can read. */
record Variant(byte[] bytes, @Nullable String encoding, String tag) {
    static Variant of(BuiltFile file, @Nullable String accepted) {
        if (file.brotli() != null && accepts(accepted, "br")) {
            return new Variant(file.brotli(), "br", quoted(file, "-br"));
        }
        if (file.gzip() != null && accepts(accepted, "gzip")) {
            return new Variant(file.gzip(), "gzip", quoted(file, "-gz"));
        }
        return new Variant(file.plain(), null, quoted(file, ""));
    }

    boolean isKnownTo(@Nullable String ifNoneMatch) {
        return ifNoneMatch != null
                && Arrays.stream(ifNoneMatch.split(",", -1))
                        .map(String::strip)
                        .anyMatch(known -> known.equals(tag) || known.equals("W/" + tag));
    }

    private static boolean accepts(@Nullable String accepted, String encoding) {
        return accepted != null
                && Arrays.stream(accepted.toLowerCase(Locale.ROOT).split(",", -1))
                        .map(entry -> entry.replace(" ", ""))
                        .anyMatch(entry -> entry.equals(encoding)
                                || (entry.startsWith(encoding + ";q=") && !entry.matches(".*;q=0(\\.0*)?")));
    }

    private static String quoted(BuiltFile file, String suffix) {
        return '"' + file.tag() + suffix + '"';
    }
}
