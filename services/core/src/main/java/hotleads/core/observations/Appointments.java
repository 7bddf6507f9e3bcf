package hotleads.core.observations;

import hotleads.contracts.AcuityAppointment;
import hotleads.core.Ids;
import hotleads.core.people.Identity;
import hotleads.core.people.People;
import hotleads.core.vault.Vault;
import hotleads.vault.inuse.SearchKeys;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
    private final Vault vault;
    private final Ids ids;
    private final JdbcClient jdbc;

    Appointments(
            Observations observations,
            AcuityRecords records,
            DeriveBooking derive,
            Bookings bookings,
            Moves moves,
            Calendars calendars,
            WindowReads windows,
            People people,
            Vault vault,
            Ids ids,
            JdbcClient jdbc) {
        this.observations = observations;
        this.records = records;
        this.derive = derive;
        this.bookings = bookings;
        this.moves = moves;
        this.calendars = calendars;
        this.windows = windows;
        this.people = people;
        this.vault = vault;
        this.ids = ids;
        this.jdbc = jdbc;
    }

    /** Drawn before a read begins: of two reads, the one with the higher ticket knows better. */
    public long nextTicket() {
        return observations.nextTicket();
    }

    /** @return the people whose bookings changed, none when the answer told nothing new */
    public Set<UUID> take(AcuityAppointment appointment, long ticket, Instant receivedAt) {
        // Before any other lock: a rotation waits for all who hold the keys, and they must not wait for each other.
        SearchKeys keys = vault.holdSearch();
        observations.lock(appointment.id());
        List<Observation> known = observations.of(appointment.id());
        if (isKnown(known, held -> records.isFingerprintOf(held, appointment, keys), ticket, receivedAt)) {
            // Nothing new, but a hook that came late may tell more about what we know.
            return deriveAgain(appointment.id());
        }
        calendars.learn(appointment);
        Identity identity = identityOf(appointment, known, keys);
        UUID id = ids.next();
        observations.append(new Observation(
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
                identity.keyId()));
        return deriveAgain(appointment.id());
    }

    /** Acuity answered that it has no such appointment. */
    public Set<UUID> takeGone(long appointment, long ticket, Instant receivedAt) {
        SearchKeys keys = vault.holdSearch();
        observations.lock(appointment);
        List<Observation> known = observations.of(appointment);
        if (known.isEmpty() || isKnown(known, held -> records.isFingerprintOf(held, null, keys), ticket, receivedAt)) {
            return Set.of();
        }
        observations.append(new Observation(
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
                null));
        return deriveAgain(appointment);
    }

    /**
     * What in an answer differs from what we hold.
     *
     * @param changed in the answer's order, those we do not hold so
     * @param unknown those among them of which we hold nothing at all
     */
    public record Comparison(List<AcuityAppointment> changed, Set<Long> unknown) {}

    /** Costs one query for all of them and no write. What we know from a read that began later is no difference. */
    public Comparison compare(List<AcuityAppointment> answered, long ticket) {
        SearchKeys keys = vault.search();
        Map<Long, Held> held = held(answered);
        List<AcuityAppointment> changed = answered.stream()
                .filter(appointment -> isNews(appointment, held.get(appointment.id()), ticket, keys))
                .toList();
        return new Comparison(
                changed,
                changed.stream()
                        .map(AcuityAppointment::id)
                        .filter(id -> !held.containsKey(id))
                        .collect(Collectors.toSet()));
    }

    private Map<Long, Held> held(List<AcuityAppointment> answered) {
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
     * Whether a window that was read later showed this booking as we hold it. That left no trace on the booking itself,
     * so an answer that is older and says otherwise must not be believed: look again.
     */
    public boolean isOvertaken(long appointment, long ticket) {
        return bookings.find(appointment)
                .filter(booking -> windows.anyTouching(booking.startsAt(), ticket))
                .isPresent();
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
            return true;
        }
        // A read that began before the one we hold came late: it is history at most, and never the present.
        return ticket < top.seenTicket();
    }

    private Identity identityOf(AcuityAppointment appointment, List<Observation> known, SearchKeys keys) {
        UUID before = known.reversed().stream()
                .map(Observation::identityId)
                .flatMap(identity -> Optional.<UUID>ofNullable(identity).stream())
                .findFirst()
                .orElse(null);
        return people.identityOf(
                "acuity",
                appointment.id(),
                appointment.firstName(),
                appointment.lastName(),
                appointment.email(),
                appointment.phone(),
                before,
                keys);
    }

    /** Writes the booking anew from what was answered about it until now. */
    public Set<UUID> takeAgain(long appointment) {
        observations.lock(appointment);
        return deriveAgain(appointment);
    }

    private Set<UUID> deriveAgain(long appointment) {
        @Nullable Booking before = bookings.find(appointment).orElse(null);
        List<Observation> seen = observations.of(appointment);
        Booking now = derive.from(seen).orElse(null);
        if (now == null || now.equals(before)) {
            return Set.of();
        }
        bookings.put(now);
        moves.put(appointment, derive.starts(seen));
        return before != null && now.tellsTheSameAs(before) ? Set.of() : touched(before, now);
    }

    private Set<UUID> touched(@Nullable Booking before, Booking now) {
        Set<UUID> touched = new LinkedHashSet<>();
        touched.add(now.personId());
        if (before != null) {
            touched.add(before.personId());
        }
        touched.addAll(touched.stream()
                .flatMap(person -> people.tiedTo(person).stream())
                .toList());
        // Locked in the order of their evaluation: two who are tied may be shown anew at the same moment.
        jdbc.sql("""
                        WITH locked AS MATERIALIZED (
                          SELECT id FROM person WHERE id = ANY (?) ORDER BY id FOR NO KEY UPDATE)
                        UPDATE person p SET shown_as = ? FROM locked WHERE p.id = locked.id AND p.id = ? AND p.shown_as <> ?
                        """)
                .params(touched.toArray(UUID[]::new), now.identityId(), now.personId(), now.identityId())
                .update();
        return touched;
    }
}
