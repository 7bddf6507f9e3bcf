package hotleads.core.calendars;

import hotleads.core.calendars.CalendarBookings.Session;
import hotleads.core.calendars.Conflict.Kind;
import hotleads.core.calendars.GoogleEvents.Stored;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What does not fit together in one calendar, told from what is known of it alone. */
final class FindConflicts {
    private FindConflicts() {}

    /**
     * All that is known.
     *
     * @param events Google's, of the same stretch of time, our own among them
     * @param withinHours whether a session lies in working time; of what nobody told us, all does
     * @param ours what Google has of our own events, wherever it lies
     * @param settled bookings whose event reached Google before Google was read last: only of these it can be said that
     *     it is not there
     * @param now what is over is nobody's conflict any more
     */
    record Known(
            long calendar,
            List<Session> sessions,
            List<Stored> events,
            Predicate<Session> withinHours,
            List<Stored> ours,
            Set<Long> settled,
            Instant now) {}

    static List<Conflict> in(Known known) {
        List<Conflict> found = new ArrayList<>();
        List<Session> ahead = known.sessions.stream()
                .filter(session -> session.endsAt().isAfter(known.now))
                .toList();
        doubles(known, ahead, found);
        onBusy(known, ahead, found);
        outsideHours(known, ahead, found);
        atGoogle(known, ahead, found);
        found.sort(Comparator.comparing(Conflict::startsAt)
                .thenComparing(conflict -> conflict.kind().ordinal()));
        return found;
    }

    private static void doubles(Known known, List<Session> ahead, List<Conflict> found) {
        for (int i = 0; i < ahead.size(); i++) {
            for (int j = i + 1;
                    j < ahead.size()
                            && ahead.get(j).startsAt().isBefore(ahead.get(i).endsAt());
                    j++) {
                Session one = ahead.get(i);
                Session other = ahead.get(j);
                if (!isOneGroup(one, other)) {
                    found.add(new Conflict(
                            Kind.DOUBLE_BOOKING,
                            known.calendar,
                            one.id(),
                            other.id(),
                            one.startsAt(),
                            one.endsAt(),
                            null));
                }
            }
        }
    }

    /** Several people in one session of one kind at one time are a group; one person twice is a request sent twice. */
    private static boolean isOneGroup(Session one, Session other) {
        return one.type() == other.type()
                && one.startsAt().equals(other.startsAt())
                && !one.person().equals(other.person());
    }

    private static void onBusy(Known known, List<Session> ahead, List<Conflict> found) {
        Set<Instant> told = new HashSet<>();
        for (Session session : ahead) {
            known.events.stream()
                    .filter(event -> event.busy() && event.booking() == null)
                    .filter(event -> session.overlaps(event.startsAt(), event.endsAt()))
                    .findFirst()
                    .filter(event -> told.add(session.startsAt()))
                    .ifPresent(event -> found.add(new Conflict(
                            Kind.ON_BUSY,
                            known.calendar,
                            session.id(),
                            null,
                            session.startsAt(),
                            session.endsAt(),
                            null)));
        }
    }

    private static void outsideHours(Known known, List<Session> ahead, List<Conflict> found) {
        ahead.stream()
                .filter(known.withinHours.negate())
                .forEach(session -> found.add(new Conflict(
                        Kind.OUTSIDE_HOURS,
                        known.calendar,
                        session.id(),
                        null,
                        session.startsAt(),
                        session.endsAt(),
                        null)));
    }

    private static void atGoogle(Known known, List<Session> ahead, List<Conflict> found) {
        Map<Long, Stored> there = new HashMap<>();
        known.ours.forEach(event -> there.put(event.booking(), event));
        for (Session session : ahead) {
            Stored event = there.get(session.id());
            if (event == null) {
                if (known.settled.contains(session.id())) {
                    found.add(about(Kind.NOT_IN_GOOGLE, known, session, null));
                }
            } else if (known.settled.contains(session.id()) && !isAt(event, session)) {
                found.add(about(Kind.MOVED_IN_GOOGLE, known, session, event.startsAt()));
            }
        }
        Map<Long, Session> booked = ahead.stream().collect(Collectors.toMap(Session::id, Function.identity()));
        known.events.stream()
                .filter(event -> event.booking() != null && !booked.containsKey(event.booking()))
                .filter(event -> known.settled.contains(event.booking()))
                .filter(event -> event.endsAt().isAfter(known.now))
                .forEach(event -> found.add(new Conflict(
                        Kind.ONLY_IN_GOOGLE,
                        known.calendar,
                        event.booking(),
                        null,
                        event.startsAt(),
                        event.endsAt(),
                        event.startsAt())));
    }

    private static Conflict about(
            Kind kind, Known known, Session session, @org.jspecify.annotations.Nullable Instant elsewhere) {
        return new Conflict(kind, known.calendar, session.id(), null, session.startsAt(), session.endsAt(), elsewhere);
    }

    private static boolean isAt(Stored event, Session session) {
        return event.startsAt().equals(session.startsAt()) && event.endsAt().equals(session.endsAt());
    }
}
