package hotleads.contracts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What our credentials open at Zoom, Zoho or Google; names and addresses of its owner are dropped.
 *
 * @param plan the provider's name for what the practice pays for, when it says so
 * @param zone the account's time zone, when it says so
 * @param missing rights we need and were not given, by the provider's own names
 */
public record SourceAccount(@Nullable String plan, @Nullable String zone, List<String> missing) {}
