package hotleads.core.tables;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Comma-separated values as RFC 4180 has them, every cell quoted. */
public final class Csv {
    private static final String BEGINS_FORMULAS = "=+-@\t\r\n\0";

    private Csv() {}

    public static String line(@Nullable String... cells) {
        return Stream.of(cells).map(Csv::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    /** Quoted; and a spreadsheet must not take a cell for a formula. */
    public static String cell(@Nullable String value) {
        if (value == null || value.isEmpty()) {
            return "\"\"";
        }
        String harmless = BEGINS_FORMULAS.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
