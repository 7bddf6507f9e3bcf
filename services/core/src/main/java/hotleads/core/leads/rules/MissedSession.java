package hotleads.core.leads.rules;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * B3: a session was missed, and none took its place. Confirmed by a person, by Acuity's mark or by two facts that do
 * not depend on each other it has its full points; seen by one alone, a third of them.
 */
final class MissedSession implements Finder {

    private static final int UNCONFIRMED = 120;
    private static final String NOBODY = "nobody";

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
        String confirmedBy = confirmedBy(missed);
        Map<String, Object> values = new HashMap<>(Map.of("startsAt", missed.startsAt(), "confirmedBy", confirmedBy));
        if (isSeen(missed)) {
            values.put("hostMinutes", (long) missed.attendance().hostMinutes());
        }
        return new Finding(
                missed.id(),
                courseOf(missed),
                values,
                evidence(missed),
                confirmedBy.equals(NOBODY) ? UNCONFIRMED : null,
                isSeen(missed) ? Set.of(Source.ZOOM) : Set.of());
    }

    private static String confirmedBy(BookingFact missed) {
        String sure = missed.attendance().isMissed() ? missed.attendance().confirmedBy() : null;
        if (missed.state() == BookingState.MISSED) {
            return sure == null ? "acuity" : sure;
        }
        return sure == null ? NOBODY : sure;
    }

    private static boolean isSeen(BookingFact missed) {
        return missed.state() == BookingState.ACTIVE && !missed.attendance().isSaidByAPerson();
    }

    static List<Evidence> evidence(BookingFact missed) {
        Instant received = missed.attendance().receivedAt();
        return received == null || !missed.attendance().isMissed()
                ? List.of(missed.asEvidence(missed.startsAt()))
                : List.of(
                        missed.asEvidence(missed.startsAt()),
                        new Evidence(
                                missed.attendance().isSaidByAPerson() ? Source.ACT : Source.ZOOM,
                                Long.toString(missed.id()),
                                missed.attendance().happenedAt() == null
                                        ? missed.startsAt()
                                        : missed.attendance().happenedAt(),
                                received));
    }

    /** Whichever told first: Acuity's mark, or what was seen. */
    private static Instant knownAt(BookingFact missed) {
        Instant seen = missed.attendance().isMissed() ? missed.attendance().receivedAt() : null;
        Instant marked = missed.state() == BookingState.MISSED
                ? Objects.requireNonNullElse(missed.firstSeenCancelled(), missed.receivedAt())
                : null;
        if (seen == null) {
            return marked == null ? missed.receivedAt() : marked;
        }
        return marked == null || seen.isBefore(marked) ? seen : marked;
    }

    private static boolean isRebooked(BookingFact missed, Facts facts) {
        return facts.bookings().stream()
                        .anyMatch(other -> other.id() != missed.id() && other.wasMadeAfter(knownAt(missed)))
                || facts.bookings().stream()
                        .anyMatch(other ->
                                !other.isCancelled() && other.startsAt().isAfter(missed.startsAt()));
    }
}
