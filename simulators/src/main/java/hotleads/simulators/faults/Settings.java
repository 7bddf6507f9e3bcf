package hotleads.simulators.faults;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/** What is switched on, how slow and late things are, and how much faster than real the retries run. */
public record Settings(Set<Fault> on, Duration slow, Duration hookDelay, double retrySpeed) {

    public static Settings usual(double retrySpeed) {
        return new Settings(Set.of(), Duration.ofSeconds(5), Duration.ofMinutes(1), retrySpeed);
    }

    public Settings with(Fault fault, boolean wanted) {
        var next = EnumSet.noneOf(Fault.class);
        next.addAll(on);
        if (wanted) {
            next.add(fault);
        } else {
            next.remove(fault);
        }
        return new Settings(Set.copyOf(next), slow, hookDelay, retrySpeed);
    }

    public Settings withTimes(Duration newSlow, Duration newHookDelay, double newRetrySpeed) {
        return new Settings(on, newSlow, newHookDelay, newRetrySpeed);
    }
}
