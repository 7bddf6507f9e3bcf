package hotleads.simulators.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What is switched on, how slow and late things are, and how much faster than real the retries run.
 *
 * @param ends when, by the practice's clock, those faults end that were switched on for a while only
 */
public record Settings(
        Set<Fault> on,
        Map<Fault, Instant> ends,
        Duration slow,
        Duration hookDelay,
        Duration hookReplay,
        double retrySpeed) {

    public Settings {
        on = Set.copyOf(on);
        ends = Map.copyOf(ends);
    }

    public static Settings usual(double retrySpeed) {
        return new Settings(
                Set.of(), Map.of(), Duration.ofSeconds(5), Duration.ofMinutes(1), Duration.ofHours(3), retrySpeed);
    }

    /** Switched by hand: nothing but another hand switches it back. */
    public Settings with(Fault fault, boolean wanted) {
        var nextOn = new HashSet<>(on);
        var nextEnds = new EnumMap<Fault, Instant>(Fault.class);
        nextEnds.putAll(ends);
        nextEnds.remove(fault);
        if (wanted) {
            nextOn.add(fault);
        } else {
            nextOn.remove(fault);
        }
        return new Settings(nextOn, nextEnds, slow, hookDelay, hookReplay, retrySpeed);
    }

    Settings until(Fault fault, Instant end) {
        Settings switched = with(fault, true);
        var nextEnds = new EnumMap<Fault, Instant>(Fault.class);
        nextEnds.putAll(switched.ends);
        nextEnds.put(fault, end);
        return new Settings(switched.on, nextEnds, slow, hookDelay, hookReplay, retrySpeed);
    }

    /** Without what has come to its end. */
    Settings at(Instant now) {
        Settings next = this;
        for (Map.Entry<Fault, Instant> one : ends.entrySet()) {
            next = one.getValue().isAfter(now) ? next : next.with(one.getKey(), false);
        }
        return next;
    }

    public Settings withTimes(Duration newSlow, Duration newHookDelay, Duration newHookReplay, double newRetrySpeed) {
        return new Settings(on, ends, newSlow, newHookDelay, newHookReplay, newRetrySpeed);
    }
}
