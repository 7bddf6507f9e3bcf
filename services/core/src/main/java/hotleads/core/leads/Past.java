package hotleads.core.leads;

import hotleads.core.attendance.Attendances.Held;
import hotleads.core.crm.CrmPast;
import hotleads.core.leads.rules.Facts;
import hotleads.core.leads.rules.OpeningFact;
import hotleads.core.observations.Booking;
import hotleads.core.observations.BookingHistory;
import hotleads.core.observations.Move;
import hotleads.core.openings.Opening;
import hotleads.core.people.PeoplePast;
import hotleads.core.triage.Act;
import hotleads.core.triage.ActDone;
import hotleads.core.triage.InForce;
import hotleads.core.triage.Outcomes.Outcome;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** All that was ever known of one person, to be asked for any time. */
public final class Past {
    private final List<BookingHistory> bookings;
    private final List<Move> moves;
    private final List<Outcome> outcomes;
    private final List<ActDone> acts;
    private final Map<UUID, Instant> undone;
    private final Map<Long, Held> seen;
    private final CrmPast crm;
    private final PeoplePast.Known known;
    private final Facts now;

    Past(
            List<BookingHistory> bookings,
            List<Move> moves,
            List<Outcome> outcomes,
            List<ActDone> acts,
            Map<UUID, Instant> undone,
            Map<Long, Held> seen,
            CrmPast crm,
            PeoplePast.Known known,
            Facts now) {
        this.bookings = bookings;
        this.moves = moves;
        this.outcomes = outcomes;
        this.acts = acts;
        this.undone = undone;
        this.seen = seen;
        this.crm = crm;
        this.known = known;
        this.now = now;
    }

    /** What the list goes by at this moment. */
    public Facts now() {
        return now;
    }

    /** What the list could go by then. */
    public Facts at(Instant then) {
        return at(then, List.of());
    }

    /** As {@link #at}, and with the times that had come free by then and still are. */
    Facts withOpenings(Instant then) {
        return at(
                then,
                now.openings().stream()
                        .filter(one -> !one.openedAt().isAfter(then))
                        .map(one -> new Opening(one.calendarId(), one.startsAt(), one.openedAt()))
                        .toList());
    }

    private Facts at(Instant then, List<Opening> opened) {
        return GatherFacts.gathered(
                        bookingsAt(then),
                        moves.stream()
                                .filter(move -> !move.seenAt().isAfter(then))
                                .toList(),
                        outcomes.stream()
                                .filter(outcome -> !outcome.at().isAfter(then))
                                .map(outcome -> asItWas(outcome, then))
                                .toList(),
                        InForce.of(acts.stream()
                                .filter(act -> !act.at().isAfter(then))
                                .map(act -> asItWas(act, then))
                                .toList()),
                        known.contactAt(then),
                        known.hadOpenMatchAt(then),
                        // Who is being erased was on the list then.
                        false,
                        seenBy(then),
                        GatherFacts.Fresh.ON_TIME,
                        crm.at(then),
                        opened)
                .facts();
    }

    /** When anything of it came to be known, or was done. */
    Stream<Instant> changes() {
        return Stream.of(
                        bookings.stream()
                                .flatMap(booking -> booking.states().stream().map(Booking::receivedAt)),
                        moves.stream().map(Move::seenAt),
                        outcomes.stream().map(Outcome::at),
                        acts.stream().map(ActDone::at),
                        Stream.concat(
                                        outcomes.stream().map(Outcome::id),
                                        acts.stream().map(ActDone::id))
                                .flatMap(id -> Stream.ofNullable(undone.get(id))),
                        bookings.stream()
                                .flatMap(booking -> Stream.ofNullable(seen.get(idOf(booking))))
                                .map(Held::receivedAt),
                        now.openings().stream().map(OpeningFact::openedAt),
                        crm.changes(),
                        known.changes())
                .flatMap(Function.identity());
    }

    /** When each booking was made, the first first; whatever became of it. */
    public List<Made> made() {
        return bookings.stream()
                .map(booking -> new Made(booking.madeAt(), booking.heardAt()))
                .sorted(Comparator.comparing(Made::at).thenComparing(Made::heardAt))
                .toList();
    }

    /** @param heardAt when we learned of it */
    public record Made(Instant at, Instant heardAt) {}

    /** When they were reached by one of us, and it was not taken back. */
    public List<Instant> contacts() {
        return outcomes.stream()
                .filter(outcome -> !outcome.undone() && outcome.kind().isContact())
                .map(Outcome::at)
                .sorted()
                .toList();
    }

    /** The rules whose reasons somebody said are wrong, one for each time. */
    public Stream<String> disputedRules() {
        return acts.stream()
                .filter(act -> !act.undone())
                .flatMap(act ->
                        act.act() instanceof Act.ReasonDisputed disputed ? Stream.of(disputed.rule()) : Stream.empty());
    }

    private List<Booking> bookingsAt(Instant then) {
        return bookings.stream()
                .flatMap(booking -> booking.at(then).stream())
                .sorted(Comparator.comparing(Booking::startsAt).thenComparing(Booking::id))
                .toList();
    }

    private Map<Long, Held> seenBy(Instant then) {
        Map<Long, Held> known = new HashMap<>();
        bookings.forEach(history -> {
            long booking = idOf(history);
            Held held = seen.get(booking);
            if (held != null && !held.receivedAt().isAfter(then)) {
                known.put(booking, held);
            }
        });
        return known;
    }

    private static long idOf(BookingHistory booking) {
        return booking.states().getFirst().id();
    }

    private Outcome asItWas(Outcome outcome, Instant then) {
        return new Outcome(
                outcome.id(),
                outcome.accountId(),
                outcome.kind(),
                outcome.at(),
                outcome.callBackAt(),
                outcome.note(),
                wasUndone(outcome.id(), then));
    }

    private ActDone asItWas(ActDone act, Instant then) {
        return new ActDone(act.id(), act.accountId(), act.at(), act.act(), wasUndone(act.id(), then));
    }

    private boolean wasUndone(UUID id, Instant then) {
        Instant at = undone.get(id);
        return at != null && !at.isAfter(then);
    }
}
