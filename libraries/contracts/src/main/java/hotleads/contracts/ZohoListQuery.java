package hotleads.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A page of one of Zoho's lists, in the order of changes.
 *
 * @param since only what changed then or later; null for all there is
 * @param page where the answer before said that the list goes on; null for its first page
 */
public record ZohoListQuery(
        @Nullable Instant since, @Nullable String page) {}
