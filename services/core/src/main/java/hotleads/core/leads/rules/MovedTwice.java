package hotleads.core.leads.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** B5: one booking was moved twice or more within 30 days, by whomever, and no session took place since. */
final class MovedTwice implements Finder {
    private static final int MOVES = 2;
    private static final Duration WITHIN = Duration.ofDays(30);

    @Override
    public List<Finding> find(Situation situation) {
        return situation.facts().bookings().stream()
                .flatMap(booking -> latestRun(situation.facts(), booking))
                .filter(run -> !hasBeenHere(situation, run.getFirst().seenAt()))
                .map(MovedTwice::finding)
                .toList();
    }

    /** The latest moves of a booking that lie close together, the last first; an older run counts if it is the only. */
    private static Stream<List<MoveFact>> latestRun(Facts facts, BookingFact booking) {
        List<MoveFact> latestFirst = facts.moves().reversed().stream()
                .filter(move -> move.bookingId() == booking.id())
                .toList();
        return IntStream.range(0, latestFirst.size())
                .mapToObj(i -> runUpTo(latestFirst.subList(i, latestFirst.size())))
                .filter(run -> run.size() >= MOVES)
                .limit(1);
    }

    private static List<MoveFact> runUpTo(List<MoveFact> latestFirst) {
        Instant earliest = latestFirst.getFirst().seenAt().minus(WITHIN);
        return latestFirst.stream()
                .filter(move -> !move.seenAt().isBefore(earliest))
                .toList();
    }

    /** A session that was not cancelled and is over counts, unless it is known that they missed it. */
    private static boolean hasBeenHere(Situation situation, Instant since) {
        return situation.facts().bookings().stream()
                .filter(BookingFact::isSession)
                .filter(booking -> booking.startsAt().isAfter(since))
                .anyMatch(booking -> situation.moment().hasReached(booking.endsAt()));
    }

    private static Finding finding(List<MoveFact> run) {
        return new Finding(
                run.getFirst().bookingId(),
                Course.fadingFrom(run.getFirst().seenAt()),
                Map.of("moves", (long) run.size(), "since", run.getLast().seenAt()),
                run.stream().map(MoveFact::asEvidence).toList());
    }
}
