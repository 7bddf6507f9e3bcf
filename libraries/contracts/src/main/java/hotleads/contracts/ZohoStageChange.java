package hotleads.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A lead went from one status to another, in the practice's own words.
 *
 * @param by what Zoho calls who did it; null when it does not say
 * @param how {@code person}, {@code api}, {@code workflow}, {@code import} or {@code other}
 */
public record ZohoStageChange(
        Instant at,
        @Nullable String from,
        @Nullable String to,
        @Nullable String by,
        String how) {}
