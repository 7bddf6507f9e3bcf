package hotleads.sync.acuity;

import hotleads.sync.values.PlainTime;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Acuity's date-times. Their offset has no colon, which {@code OffsetDateTime} alone does not read; without an offset
 * they say nothing, since one night a year a wall time exists twice.
 */
final class AcuityTime {
    /** Acuity's own shape, but for UTC's letter: it is written as an offset like any other. */
    static final DateTimeFormatter SENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxx", Locale.ROOT);

    private static final List<DateTimeFormatter> SHAPES = List.of(
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXX", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ISO_OFFSET_DATE_TIME);

    private AcuityTime() {}

    static @Nullable Instant read(@Nullable String text) {
        if (text == null) {
            return null;
        }
        for (DateTimeFormatter shape : SHAPES) {
            try {
                return PlainTime.of(OffsetDateTime.parse(text, shape).toInstant());
            } catch (DateTimeParseException otherShape) {
                continue;
            }
        }
        return null;
    }
}
