package hotleads.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A page of what was deleted or merged away.
 *
 * @param module {@code Leads}, {@code Contacts} or {@code Tasks}
 */
public record ZohoDeletedQuery(
        String module, @Nullable Instant since, @Nullable String page) {}
