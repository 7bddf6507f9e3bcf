package hotleads.simulators.zoho;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line of a record's timeline: a field went from old to new. */
record Change(
        long id,
        long record,
        Instant at,
        @Nullable ZohoUser by,
        String source,
        String action,
        @Nullable String field,
        @Nullable String from,
        @Nullable String to) {}
