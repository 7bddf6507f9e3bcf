package hotleads.simulators.google;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** The switches as they stand now; a restart puts them all back. */
public final class GoogleFaults {

    private final AtomicReference<Set<GoogleFault>> on = new AtomicReference<>(Set.of());

    public boolean on(GoogleFault fault) {
        return on.get().contains(fault);
    }

    public Set<GoogleFault> all() {
        return on.get();
    }

    public void set(GoogleFault fault, boolean wanted) {
        on.updateAndGet(before -> {
            Set<GoogleFault> next = EnumSet.noneOf(GoogleFault.class);
            next.addAll(before);
            if (wanted) {
                next.add(fault);
            } else {
                next.remove(fault);
            }
            return Set.copyOf(next);
        });
    }

    public void reset() {
        on.set(Set.of());
    }
}
