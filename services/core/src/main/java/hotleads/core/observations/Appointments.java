package hotleads.core.observations;

import hotleads.contracts.AcuityAppointment;
import hotleads.core.Ids;
import hotleads.core.people.Identity;
import hotleads.core.people.People;
import hotleads.core.vault.Vault;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
        observations.lock(appointment.id());
        List<Observation> known = observations.of(appointment.id());
        byte[] fingerprint = records.fingerprint(appointment);
        if (isKnown(known, fingerprint, ticket, receivedAt)) {
            return Set.of();
        }
        calendars.learn(appointment);
        Identity identity = identityOf(appointment, known);
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
                fingerprint,
                records.seal(appointment, vault.key(identity.keyId()), id),
                identity.keyId()));
        return deriveAgain(appointment.id());
    }

    /** Acuity answered that it has no such appointment. */
    public Set<UUID> takeGone(long appointment, long ticket, Instant receivedAt) {
        observations.lock(appointment);
        List<Observation> known = observations.of(appointment);
        byte[] fingerprint = records.fingerprintOfGone();
        if (known.isEmpty() || isKnown(known, fingerprint, ticket, receivedAt)) {
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
                fingerprint,
                null,
                null));
        return deriveAgain(appointment);
    }

    /** Of a window's answer, what differs from what we hold; the others cost one query for all of them and no write. */
    public List<AcuityAppointment> changedAmong(List<AcuityAppointment> answered) {
        Map<Long, byte[]> held = new HashMap<>();
        jdbc.sql("""
                        SELECT DISTINCT ON (record_id) record_id, fingerprint FROM observation
                        WHERE source = 'acuity' AND record_id = ANY (?) ORDER BY record_id, seen_ticket DESC
                        """)
                .param(answered.stream().map(AcuityAppointment::id).toArray(Long[]::new))
                .query(row -> {
                    held.put(row.getLong("record_id"), row.getBytes("fingerprint"));
                });
        return answered.stream()
                .filter(appointment -> !Arrays.equals(held.get(appointment.id()), records.fingerprint(appointment)))
                .toList();
    }

    /** A window was read whole. */
    public void windowRead(long ticket, LocalDate from, LocalDate to, Instant receivedAt, int read, int changed) {
        windows.append(ticket, from, to, receivedAt, read, changed);
    }

    private boolean isKnown(List<Observation> known, byte[] fingerprint, long ticket, Instant receivedAt) {
        if (known.isEmpty()) {
            return false;
        }
        Observation top = known.getLast();
        if (Arrays.equals(top.fingerprint(), fingerprint)) {
            observations.seenAgain(top.id(), ticket, receivedAt);
            return true;
        }
        // A read that began before the one we hold came late: it is history at most, and never the present.
        return ticket < top.seenTicket();
    }

    private Identity identityOf(AcuityAppointment appointment, List<Observation> known) {
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
                before);
    }

    private Set<UUID> deriveAgain(long appointment) {
        @Nullable Booking before = bookings.find(appointment).orElse(null);
        Set<UUID> touched = new LinkedHashSet<>();
        List<Observation> seen = observations.of(appointment);
        derive.from(seen).ifPresent(now -> {
            bookings.put(now);
            moves.put(appointment, derive.starts(seen));
            touched.add(now.personId());
            jdbc.sql("UPDATE person SET shown_as = ? WHERE id = ? AND shown_as <> ?")
                    .params(now.identityId(), now.personId(), now.identityId())
                    .update();
        });
        if (before != null) {
            touched.add(before.personId());
        }
        touched.addAll(touched.stream()
                .flatMap(person -> people.tiedTo(person).stream())
                .toList());
        return touched;
    }
}
