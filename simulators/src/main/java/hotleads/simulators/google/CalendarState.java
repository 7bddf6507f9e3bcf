package hotleads.simulators.google;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a restart must find again of one calendar.
 *
 * @param floor sync tokens older than this are no longer valid
 * @param used ids that existed once, and so can never be used again
 * @param livedUntil the first week whose private matters are not in it yet
 */
public record CalendarState(
        String address,
        long change,
        long floor,
        List<Event> events,
        Set<String> used,
        @Nullable LocalDate livedUntil,
        List<Plan> plans) {

    public CalendarState {
        events = List.copyOf(events);
        used = Set.copyOf(used);
        plans = List.copyOf(plans);
    }

    static CalendarState empty(String address) {
        return new CalendarState(address, 1, 0, List.of(), Set.of(), null, List.of());
    }

    /** Somebody will move an event by some minutes then, or with 0 take it away. */
    public record Plan(Instant at, String event, long minutes) {}
}
