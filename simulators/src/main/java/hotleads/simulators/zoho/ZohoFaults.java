package hotleads.simulators.zoho;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** The switches as they stand; a restart puts them all back. */
public final class ZohoFaults {

    private final Set<ZohoFault> on = Collections.synchronizedSet(EnumSet.noneOf(ZohoFault.class));

    public boolean on(ZohoFault fault) {
        return on.contains(fault);
    }

    public void set(ZohoFault fault, boolean wanted) {
        if (wanted) {
            on.add(fault);
        } else {
            on.remove(fault);
        }
    }

    void reset() {
        on.clear();
    }
}
