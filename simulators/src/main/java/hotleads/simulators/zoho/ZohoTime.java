package hotleads.simulators.zoho;

import hotleads.simulators.practice.Catalogue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Times as Zoho writes them: whole seconds, with the offset the practice's zone has at that moment. */
final class ZohoTime {

    private static final DateTimeFormatter TEXT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");

    private ZohoTime() {}

    static String text(Instant instant) {
        return TEXT.format(instant.atZone(Catalogue.ZONE));
    }

    static Instant whole(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS);
    }

    /** ISO 8601 with an offset; anything else is no time to Zoho. */
    static Optional<Instant> parse(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
