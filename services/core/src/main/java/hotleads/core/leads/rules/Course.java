package hotleads.core.leads.rules;

import java.time.Instant;

/** When a reason begins to count, when it has its full points, and from when it fades. */
record Course(Instant startsAt, Instant fullAt, Instant fadesFrom) {

    static Course fadingFrom(Instant start) {
        return new Course(start, start, start);
    }

    /** Known only from {@code start}, but fading by a time of its own, before or after. */
    static Course knownAndFading(Instant start, Instant fadesFrom) {
        return new Course(start, start, fadesFrom);
    }

    static Course buildingAndHolding(Instant from, Instant to, Instant until) {
        return new Course(from, to, until);
    }

    static Course building(Instant from, Instant to) {
        return new Course(from, to, to);
    }
}
