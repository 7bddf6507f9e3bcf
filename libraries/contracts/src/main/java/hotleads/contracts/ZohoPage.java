package hotleads.contracts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of one of Zoho's lists.
 *
 * @param next where it goes on; null when this was the last
 * @param unreadable ids of records that came without a field we need: they are there, and not known
 */
public record ZohoPage<T>(List<T> records, @Nullable String next, List<Long> unreadable) {}
