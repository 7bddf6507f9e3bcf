package hotleads.core.observations;

import hotleads.contracts.AcuityAppointment;
import hotleads.core.inbox.CancelHooks;
import hotleads.core.observations.Moves.SeenStart;
import hotleads.core.people.PersonOf;
import hotleads.core.vault.Vault;
import hotleads.vault.SealingKey;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a booking of all that was answered about it: the read that began last decides, the others tell since when. */
@Component
class DeriveBooking {
    private final AcuityRecords records;
    private final Vault vault;
    private final WindowReads windows;
    private final CancelHooks hooks;
    private final PersonOf personOf;

    DeriveBooking(AcuityRecords records, Vault vault, WindowReads windows, CancelHooks hooks, PersonOf personOf) {
        this.records = records;
        this.vault = vault;
        this.windows = windows;
        this.hooks = hooks;
        this.personOf = personOf;
    }

    /**
     * Those that ever were there.
     *
     * @param records the observations of one record each, in the order of the reads that showed them last
     */
    List<Booking> fromEach(Collection<List<Observation>> records) {
        List<Described> described =
                records.stream().flatMap(seen -> Described.last(seen).stream()).toList();
        Map<UUID, UUID> persons =
                personOf.identities(described.stream().map(Described::identity).toList());
        Map<UUID, SealingKey> keys =
                vault.keys(described.stream().map(Described::key).toList());
        return described.stream()
                .map(one -> derive(
                        one,
                        Objects.requireNonNull(persons.get(one.identity())),
                        open(one.observation, Objects.requireNonNull(keys.get(one.key())))))
                .toList();
    }

    /**
     * As it was after each answer about it, each the first time it was so.
     *
     * @param observations of one record, in the order in which their reads began
     * @param person whose it is now: what people decided since about who is who counts for what was before, too
     */
    List<Booking> history(List<Observation> observations, UUID person) {
        return observations.stream()
                .map(Observation::receivedAt)
                .sorted()
                .distinct()
                .map(then -> observations.stream()
                        .filter(one -> !one.receivedAt().isAfter(then))
                        .toList())
                .flatMap(known -> Described.last(known).stream())
                .map(described -> derive(described, person, open(described.observation, vault.key(described.key()))))
                .toList();
    }

    /** A record that is gone tells nothing any more: what it was, the last real answer tells. */
    private record Described(List<Observation> seen, Observation observation) {
        static Optional<Described> last(List<Observation> seen) {
            return seen.reversed().stream()
                    .filter(observation -> observation.content() != null)
                    .findFirst()
                    .map(observation -> new Described(seen, observation));
        }

        UUID identity() {
            return Objects.requireNonNull(observation.identityId());
        }

        UUID key() {
            return Objects.requireNonNull(observation.keyId());
        }
    }

    /** What the observations of one record say of its start, where they say anything. */
    List<SeenStart> starts(List<Observation> observations) {
        return observations.stream()
                .filter(observation -> observation.content() != null)
                .map(observation -> new SeenStart(
                        observation.id(),
                        open(observation, vault.key(Objects.requireNonNull(observation.keyId())))
                                .startsAt(),
                        observation.receivedAt()))
                .toList();
    }

    private Booking derive(Described described, UUID person, AcuityAppointment appointment) {
        Observation top = described.seen.getLast();
        Cancellation cancellation = cancellationOf(described.seen, appointment);
        return new Booking(
                top.recordId(),
                person,
                described.identity(),
                top.id(),
                top.ticket(),
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

    private AcuityAppointment open(Observation observation, SealingKey key) {
        return records.open(Objects.requireNonNull(observation.content()), key, observation.id());
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
                                appointment.startsAt(), observations.get(active).seenTicket(), first));
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
