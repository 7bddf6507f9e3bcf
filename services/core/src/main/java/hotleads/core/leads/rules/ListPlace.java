package hotleads.core.leads.rules;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Orders the list: higher scores first, then older evidence, then the id, so that the same inputs give the same list.
 */
public record ListPlace(int scoreTenths, @Nullable Instant waitingSince, UUID person) implements Comparable<ListPlace> {

    private static final Comparator<ListPlace> ORDER = comparingInt(ListPlace::scoreTenths)
            .reversed()
            .thenComparing(ListPlace::waitingSince, nullsLast(naturalOrder()))
            // As text, which is the database's order; UUID.compareTo takes the halves as signed numbers.
            .thenComparing(comparing(place -> place.person().toString()));

    @Override
    public int compareTo(ListPlace other) {
        return ORDER.compare(this, other);
    }
}
