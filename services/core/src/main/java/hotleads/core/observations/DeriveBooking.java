package hotleads.core.observations;

import hotleads.contracts.AcuityAppointment;
import hotleads.core.inbox.CancelHooks;
import hotleads.core.observations.Moves.SeenStart;
import hotleads.core.vault.Vault;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes a booking of all that was answered about it: the read that began last decides, the others tell since when. */
@Component
class DeriveBooking {
    private final AcuityRecords records;
    private final Vault vault;
    private final WindowReads windows;
    private final CancelHooks hooks;
    private final JdbcClient jdbc;

    DeriveBooking(AcuityRecords records, Vault vault, WindowReads windows, CancelHooks hooks, JdbcClient jdbc) {
        this.records = records;
        this.vault = vault;
        this.windows = windows;
        this.hooks = hooks;
        this.jdbc = jdbc;
    }

    /**
     * @param observations of one record, in the order of the reads that showed them last; empty when it was never there
     */
    Optional<Booking> from(List<Observation> observations) {
        return lastDescribed(observations).map(described -> derive(observations, described));
    }

    /** What the observations of one record say of its start, where they say anything. */
    List<SeenStart> starts(List<Observation> observations) {
        return observations.stream()
                .filter(observation -> observation.content() != null)
                .map(observation ->
                        new SeenStart(observation.id(), open(observation).startsAt(), observation.receivedAt()))
                .toList();
    }

    /** A record that is gone tells nothing any more: what it was, the last real answer tells. */
    private static Optional<Observation> lastDescribed(List<Observation> observations) {
        return observations.reversed().stream()
                .filter(observation -> observation.content() != null)
                .findFirst();
    }

    private Booking derive(List<Observation> observations, Observation described) {
        Observation top = observations.getLast();
        AcuityAppointment appointment = open(described);
        UUID identity = Objects.requireNonNull(described.identityId());
        Cancellation cancellation = cancellationOf(observations, appointment);
        return new Booking(
                top.recordId(),
                personOf(identity),
                identity,
                top.id(),
                top.seenTicket(),
                top.receivedAt(),
                top.state(),
                appointment.startsAt(),
                appointment.durationMinutes(),
                appointment.calendarId(),
                appointment.appointmentTypeId(),
                appointment.createdAt(),
                cancellation.lastSeenActive,
                cancellation.firstSeen,
                cancellation.exact);
    }

    private AcuityAppointment open(Observation observation) {
        return records.open(
                Objects.requireNonNull(observation.content()),
                vault.key(Objects.requireNonNull(observation.keyId())),
                observation.id());
    }

    private UUID personOf(UUID identity) {
        return jdbc.sql("SELECT person_id FROM identity WHERE id = ?")
                .param(identity)
                .query(UUID.class)
                .single();
    }

    private Cancellation cancellationOf(List<Observation> observations, AcuityAppointment appointment) {
        int active = lastActive(observations);
        Instant seenActive = active < 0 ? null : observations.get(active).seenUntil();
        if (active == observations.size() - 1) {
            return new Cancellation(seenActive, null, false);
        }
        Observation first = observations.get(active + 1);
        Instant lastSeenActive = active < 0
                ? null
                : latest(
                        seenActive,
                        windows.lastCovering(
                                appointment.startsAt(), observations.get(active).seenTicket(), first.ticket()));
        Optional<Instant> told = hooks.first(first.recordId(), lastSeenActive, first.receivedAt());
        return new Cancellation(lastSeenActive, told.orElse(first.receivedAt()), told.isPresent());
    }

    private static int lastActive(List<Observation> observations) {
        int index = observations.size() - 1;
        while (index >= 0 && observations.get(index).state() != BookingState.BOOKED) {
            index--;
        }
        return index;
    }

    private static @Nullable Instant latest(@Nullable Instant one, Optional<Instant> other) {
        return one != null && other.filter(one::isBefore).isEmpty() ? one : other.orElse(one);
    }

    private record Cancellation(
            @Nullable Instant lastSeenActive, @Nullable Instant firstSeen, boolean exact) {}
}
