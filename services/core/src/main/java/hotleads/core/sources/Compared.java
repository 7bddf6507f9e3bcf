package hotleads.core.sources;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a sweep found.
 *
 * @param from of the records' own times, by the practice's clock; null with {@code to} when all there are were compared
 * @param missing at the provider, unknown to us until then
 * @param extra ours, no longer at the provider
 */
public record Compared(@Nullable Instant from, @Nullable Instant to, int same, int missing, int different, int extra) {
    Compared and(Compared more) {
        return new Compared(
                from, to, same + more.same, missing + more.missing, different + more.different, extra + more.extra);
    }
}
