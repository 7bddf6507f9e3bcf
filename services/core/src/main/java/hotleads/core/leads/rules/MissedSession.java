package hotleads.core.leads.rules;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** B3: a session was missed, as Acuity's mark confirms, and none took its place. */
final class MissedSession implements Finder {

    @Override
    public List<Finding> find(Situation situation) {
        return notRebooked(situation).stream().map(MissedSession::finding).toList();
    }

    /** Those that leave a hole: not followed by another booking, and nothing booked now. */
    static List<BookingFact> notRebooked(Situation situation) {
        if (situation.isBooked()) {
            return List.of();
        }
        return situation.facts().bookings().stream()
                .filter(BookingFact::isMissed)
                .filter(missed -> !isRebooked(missed, situation.facts()))
                .toList();
    }

    /** Known from when we saw the mark, and fading from the session that it speaks of. */
    static Course courseOf(BookingFact missed) {
        return Course.knownAndFading(knownAt(missed), missed.startsAt());
    }

    private static Finding finding(BookingFact missed) {
        return new Finding(
                missed.id(),
                courseOf(missed),
                Map.of("startsAt", missed.startsAt(), "confirmedBy", "acuity"),
                List.of(missed.asEvidence(missed.startsAt())));
    }

    private static Instant knownAt(BookingFact missed) {
        Instant firstSeen = missed.firstSeenCancelled();
        return firstSeen == null ? missed.receivedAt() : firstSeen;
    }

    private static boolean isRebooked(BookingFact missed, Facts facts) {
        return facts.hasBookingMadeAfter(knownAt(missed))
                || facts.bookings().stream()
                        .anyMatch(other ->
                                !other.isCancelled() && other.startsAt().isAfter(missed.startsAt()));
    }
}
