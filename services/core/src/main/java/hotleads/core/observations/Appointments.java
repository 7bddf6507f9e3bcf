package hotleads.core.observations;

import hotleads.contracts.AcuityAppointment;
import hotleads.core.Ids;
import hotleads.core.keeping.Keeping;
import hotleads.core.keeping.Kind;
import hotleads.core.people.ErasedRecords;
import hotleads.core.people.ErasedRecords.Made;
import hotleads.core.people.Identity;
import hotleads.core.people.People;
import hotleads.core.vault.Vault;
import hotleads.vault.inuse.SearchKeys;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes in what Acuity answered: keeps it when it is new, and derives the booking. The same answer twice changes
 * nothing, and an answer whose read began earlier never replaces one that began later. Every call belongs to the
 * caller's transaction.
 */
@Component
public class Appointments {
    private final Observations observations;
    private final AcuityRecords records;
    private final DeriveBooking derive;
    private final Bookings bookings;
    private final Moves moves;
    private final Calendars calendars;
    private final WindowReads windows;
    private final People people;
    private final ErasedRecords erased;
    private final Keeping keeping;
    private final Vault vault;
    private final Ids ids;
    private final JdbcClient jdbc;
    private final ObjectProvider<FollowsBookings> followers;

    Appointments(
            Observations observations,
            AcuityRecords records,
            DeriveBooking derive,
            Bookings bookings,
            Moves moves,
            Calendars calendars,
            WindowReads windows,
            People people,
            ErasedRecords erased,
            Keeping keeping,
            Vault vault,
            Ids ids,
            JdbcClient jdbc,
            ObjectProvider<FollowsBookings> followers) {
        this.observations = observations;
        this.records = records;
        this.derive = derive;
        this.bookings = bookings;
        this.moves = moves;
        this.calendars = calendars;
        this.windows = windows;
        this.people = people;
        this.erased = erased;
        this.keeping = keeping;
        this.vault = vault;
        this.ids = ids;
        this.jdbc = jdbc;
        this.followers = followers;
    }

    /** Drawn before a read begins: of two reads, the one with the higher ticket knows better. */
    public long nextTicket() {
        return observations.nextTicket();
    }

    /**
     * Takes in what one read answered. All of it in a few statements: one by one, the way to the database and back
     * would take longer than the work.
     *
     * @return the people whose bookings changed, none when the answers told nothing new
     */
    public Set<UUID> take(List<AcuityAppointment> answered, long ticket, Instant receivedAt) {
        // Before any other lock: a rotation waits for all who hold the keys, and they must not wait for each other.
        SearchKeys keys = vault.holdSearch();
        List<AcuityAppointment> taken = withoutErased(withinTime(answered));
        Map<Long, List<Observation>> seen =
                held(taken.stream().map(AcuityAppointment::id).toList());
        List<AcuityAppointment> news = taken.stream()
                .filter(appointment -> !isKnown(
                        of(appointment, seen),
                        held -> records.isFingerprintOf(held, appointment, keys),
                        ticket,
                        receivedAt))
                .toList();
        Map<Long, Identity> identities = people.identitiesOf(
                "acuity",
                news.stream()
                        .map(appointment -> told(appointment, of(appointment, seen)))
                        .toList(),
                keys);
        List<Observation> observed = new ArrayList<>();
        for (AcuityAppointment appointment : news) {
            calendars.learn(appointment);
            Observation one = observed(
                    appointment, Objects.requireNonNull(identities.get(appointment.id())), ticket, receivedAt, keys);
            of(appointment, seen).add(one);
            observed.add(one);
        }
        observations.append(observed);
        // Even of what is not new: a hook that came late may tell more about it.
        return deriveAgain(seen);
    }

    /** What was made before somebody was erased, and is theirs, is not taken in again. */
    private List<AcuityAppointment> withoutErased(List<AcuityAppointment> answered) {
        Set<Long> theirs = erased.among(
                "acuity",
                answered.stream()
                        .map(appointment -> new Made(told(appointment, List.of()), appointment.createdAt()))
                        .toList());
        return theirs.isEmpty()
                ? answered
                : answered.stream()
                        .filter(appointment -> !theirs.contains(appointment.id()))
                        .toList();
    }

    /** What is past its time was removed, or would be: whoever reads that far back brings nothing of it again. */
    private List<AcuityAppointment> withinTime(List<AcuityAppointment> answered) {
        if (answered.stream().noneMatch(appointment -> keeping.mayBePast(appointment.startsAt()))) {
            return answered;
        }
        Instant since = keeping.since(Kind.SESSIONS);
        return answered.stream()
                .filter(appointment -> !appointment.startsAt().isBefore(since))
                .toList();
    }

    private static List<Observation> of(AcuityAppointment appointment, Map<Long, List<Observation>> seen) {
        return Objects.requireNonNull(seen.get(appointment.id()));
    }

    private Observation observed(
            AcuityAppointment appointment, Identity identity, long ticket, Instant receivedAt, SearchKeys keys) {
        UUID id = ids.next();
        return new Observation(
                id,
                appointment.id(),
                ticket,
                receivedAt,
                ticket,
                receivedAt,
                BookingState.of(appointment),
                identity.id(),
                records.fingerprint(appointment, keys),
                records.seal(appointment, vault.key(identity.keyId()), id),
                identity.keyId());
    }

    /** How many of these the read with this ticket was the first to tell of, the caller's transaction included. */
    public int firstToldOf(Collection<Long> appointments, long ticket) {
        return observations.firstToldOf(appointments, ticket);
    }

    /** Acuity answered that it has no such appointment. */
    public Set<UUID> takeGone(long appointment, long ticket, Instant receivedAt) {
        SearchKeys keys = vault.holdSearch();
        Map<Long, List<Observation>> seen = held(List.of(appointment));
        List<Observation> known = Objects.requireNonNull(seen.get(appointment));
        if (known.isEmpty() || isKnown(known, held -> records.isFingerprintOf(held, null, keys), ticket, receivedAt)) {
            return Set.of();
        }
        Observation gone = new Observation(
                ids.next(),
                appointment,
                ticket,
                receivedAt,
                ticket,
                receivedAt,
                BookingState.GONE,
                null,
                records.fingerprint(null, keys),
                null,
                null);
        known.add(gone);
        observations.append(List.of(gone));
        return deriveAgain(seen);
    }

    /** What was answered about these until now, each held against every other writer until the transaction ends. */
    private Map<Long, List<Observation>> held(Collection<Long> appointments) {
        observations.lock(appointments);
        return observations.ofEach(appointments);
    }

    /**
     * What in an answer differs from what we hold.
     *
     * @param changed in the answer's order, those we do not hold so
     * @param unknown those among them of which we hold nothing at all
     */
    public record Comparison(List<AcuityAppointment> changed, Set<Long> unknown) {
        public Comparison without(Set<Long> settled) {
            return new Comparison(
                    changed.stream()
                            .filter(appointment -> !settled.contains(appointment.id()))
                            .toList(),
                    unknown);
        }
    }

    /** Costs one query for all of them and no write. What we know from a read that began later is no difference. */
    public Comparison compare(List<AcuityAppointment> answered, long ticket) {
        SearchKeys keys = vault.search();
        Map<Long, Held> held = newestOf(answered);
        List<AcuityAppointment> changed = withoutErased(withinTime(answered).stream()
                .filter(appointment -> isNews(appointment, held.get(appointment.id()), ticket, keys))
                .toList());
        return new Comparison(
                changed,
                changed.stream()
                        .map(AcuityAppointment::id)
                        .filter(id -> !held.containsKey(id))
                        .collect(Collectors.toSet()));
    }

    private Map<Long, Held> newestOf(List<AcuityAppointment> answered) {
        Map<Long, Held> held = new HashMap<>();
        jdbc.sql("""
                        SELECT DISTINCT ON (record_id) record_id, fingerprint, seen_ticket FROM observation
                        WHERE source = 'acuity' AND record_id = ANY (?) ORDER BY record_id, seen_ticket DESC
                        """)
                .param(answered.stream().map(AcuityAppointment::id).toArray(Long[]::new))
                .query(row -> {
                    held.put(
                            row.getLong("record_id"),
                            new Held(row.getBytes("fingerprint"), row.getLong("seen_ticket")));
                });
        return held;
    }

    private boolean isNews(AcuityAppointment appointment, @Nullable Held held, long ticket, SearchKeys keys) {
        return held == null
                || (held.seenTicket < ticket && !records.isFingerprintOf(held.fingerprint, appointment, keys));
    }

    private record Held(byte[] fingerprint, long seenTicket) {}

    /**
     * Those of these bookings that a window which was read later showed as we hold them, or did not show. That left no
     * trace on the bookings themselves, so an answer that is older and says otherwise must not be believed: look again.
     * True until the caller's transaction ends, when it {@link #holdOffWindows}.
     *
     * @param answered what the older answer says of them; nothing of those that Acuity has not
     */
    public Set<Long> overtaken(Collection<Long> appointments, List<AcuityAppointment> answered, long ticket) {
        Map<Long, Instant> starts = new HashMap<>();
        answered.forEach(one -> starts.put(one.id(), one.startsAt()));
        bookings.findAll(appointments).values().forEach(held -> starts.put(held.id(), held.startsAt()));
        return windows.touching(starts, ticket);
    }

    /**
     * For whoever takes in an answer, before any other lock: no window is said to be read whole until the caller's
     * transaction ends, for it would not know what this answer changes.
     */
    public void holdOffWindows() {
        windows.holdOff();
    }

    /** Waits for all answers that are being taken in; later ones see what the caller's transaction says of windows. */
    public void awaitAnswersOnTheirWay() {
        windows.awaitAnswersOnTheirWay();
    }

    /** A window was read whole. */
    public void windowRead(long ticket, LocalDate from, LocalDate to, Instant receivedAt, int read, int changed) {
        windows.append(ticket, from, to, receivedAt, read, changed);
    }

    private boolean isKnown(List<Observation> known, Predicate<byte[]> isSame, long ticket, Instant receivedAt) {
        if (known.isEmpty()) {
            return false;
        }
        Observation top = known.getLast();
        if (isSame.test(top.fingerprint())) {
            observations.seenAgain(top.id(), ticket, receivedAt);
            known.set(known.size() - 1, top.seenAgain(ticket, receivedAt));
            return true;
        }
        // A read that began before the one we hold came late: it is history at most, and never the present.
        return ticket < top.seenTicket();
    }

    private static People.Told told(AcuityAppointment appointment, List<Observation> known) {
        UUID before = known.reversed().stream()
                .map(Observation::identityId)
                .flatMap(identity -> Optional.<UUID>ofNullable(identity).stream())
                .findFirst()
                .orElse(null);
        return new People.Told(
                appointment.id(),
                appointment.firstName(),
                appointment.lastName(),
                appointment.email(),
                appointment.phone(),
                before);
    }

    /** Writes the booking anew from what was answered about it until now. */
    public Set<UUID> takeAgain(long appointment) {
        return deriveAgain(held(List.of(appointment)));
    }

    private Set<UUID> deriveAgain(Map<Long, List<Observation>> seen) {
        Map<Long, Booking> before = bookings.findAll(seen.keySet());
        List<Booking> changed = derive.fromEach(seen.values()).stream()
                .filter(now -> !now.equals(before.get(now.id())))
                .toList();
        bookings.put(changed);
        for (Booking now : changed) {
            List<Observation> theirs = Objects.requireNonNull(seen.get(now.id()));
            if (theirs.size() > 1) {
                moves.put(now.id(), derive.starts(theirs));
            }
            followers.forEach(one -> one.changed(before.get(now.id()), now));
        }
        return touched(before, changed);
    }

    private Set<UUID> touched(Map<Long, Booking> before, List<Booking> changed) {
        Set<UUID> touched = new LinkedHashSet<>();
        Map<UUID, UUID> shownAs = new LinkedHashMap<>();
        for (Booking now : changed) {
            Booking old = before.get(now.id());
            if (old == null || !now.tellsTheSameAs(old)) {
                touched.add(now.personId());
                shownAs.put(now.personId(), now.identityId());
                Optional.ofNullable(old).map(Booking::personId).ifPresent(touched::add);
            }
        }
        if (!touched.isEmpty()) {
            touched.addAll(people.tiedTo(touched));
            people.showAs(shownAs, touched);
        }
        return touched;
    }
}
