package hotleads.vault;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Remembers what did not open on the way of one answer, which goes on without it. For one thread. */
public final class Unopened {
    private final Set<Place> places = new LinkedHashSet<>();

    /** What was opened; empty, and remembered, when it does not open. */
    public <T> Optional<T> open(Supplier<T> opening) {
        try {
            return Optional.of(opening.get());
        } catch (CannotOpen refused) {
            add(refused.place());
            return Optional.empty();
        }
    }

    /** For a value whose key is not there at all. */
    public void add(Place place) {
        places.add(place);
    }

    public boolean isEmpty() {
        return places.isEmpty();
    }

    /** Where they stand, each once, in the order they were met. */
    public Set<Place> places() {
        return Collections.unmodifiableSet(places);
    }
}
