package hotleads.contracts;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A task as sync read it; what it says is not fetched.
 *
 * @param about the lead or contact it is about; null when it is about neither
 * @param dueOn a day of the practice's zone; null when it has none
 * @param status the practice's own word
 * @param closedAt when it was closed, whatever its status is called; null when it is open
 */
public record ZohoTask(
        long id,
        @Nullable Long about,
        @Nullable LocalDate dueOn,
        @Nullable String status,
        @Nullable Instant closedAt,
        Instant createdAt,
        Instant modifiedAt) {}
