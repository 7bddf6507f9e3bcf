package hotleads.sync.zoho;

import hotleads.sync.values.PlainTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Times in Zoho's writing: ISO 8601 in the organisation's zone, whose offset changes twice a year. */
final class ZohoTime {
    /** With an offset even where that is nothing: it does not take a Z. */
    private static final DateTimeFormatter TEXT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");

    private ZohoTime() {}

    static String text(Instant instant) {
        return TEXT.format(instant.atOffset(ZoneOffset.UTC));
    }

    static @Nullable Instant instant(@Nullable String text) {
        try {
            return text == null ? null : PlainTime.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException noTime) {
            return null;
        }
    }

    static @Nullable LocalDate date(@Nullable String text) {
        try {
            return text == null ? null : PlainTime.of(LocalDate.parse(text));
        } catch (DateTimeException noDate) {
            return null;
        }
    }
}
