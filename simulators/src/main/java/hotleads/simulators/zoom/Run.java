package hotleads.simulators.zoom;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One time a room was open, and the stays in it in the order they began. */
record Run(String uuid, Host host, Instant start, Instant end, List<Stay> stays, Duration reportLag) {

    Run {
        stays = List.copyOf(stays);
    }

    /** Somebody, by one device, in the meeting or in its waiting room. */
    record Stay(Who who, int device, Instant join, Instant leave, boolean inMeeting) {}

    /** What Zoom shows of a person; empty where it hides or does not know. */
    record Who(String id, String name, String email, String registrantId, boolean host) {}

    boolean overlaps(Instant from, Instant to) {
        return start.isBefore(to) && from.isBefore(end);
    }

    boolean isOver(Instant now) {
        return !end.isAfter(now);
    }

    /** How many different people were in the meeting itself. */
    int people() {
        return (int)
                stays.stream().filter(Stay::inMeeting).map(Stay::who).distinct().count();
    }

    long minutes() {
        return Duration.between(start, end).toMinutes();
    }
}
