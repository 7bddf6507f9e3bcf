package hotleads.contracts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A page of a host's runs in days by UTC, at most a month of them.
 *
 * @param host Zoom's id or the address of the host
 * @param alone those with one person in them, which Zoom lists apart from all others
 */
public record ZoomRunsQuery(
        String host,
        LocalDate from,
        LocalDate to,
        boolean alone,
        @Nullable String pageToken) {}
