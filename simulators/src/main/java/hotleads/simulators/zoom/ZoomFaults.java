package hotleads.simulators.zoom;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** The switches as they stand; some end by themselves by the practice's clock. A restart puts them all back. */
public final class ZoomFaults {

    private final InstantSource practiceTime;
    private final Map<ZoomFault, Instant> until = Collections.synchronizedMap(new EnumMap<>(ZoomFault.class));

    public ZoomFaults(InstantSource practiceTime) {
        this.practiceTime = practiceTime;
    }

    public boolean on(ZoomFault fault) {
        Instant end = until.get(fault);
        return end != null && end.isAfter(practiceTime.instant());
    }

    public void set(ZoomFault fault, boolean wanted) {
        if (wanted) {
            until.put(fault, Instant.MAX);
        } else {
            until.remove(fault);
        }
    }

    void lasting(ZoomFault fault, Duration time) {
        until.put(fault, practiceTime.instant().plus(time));
    }

    void reset() {
        until.clear();
    }
}
