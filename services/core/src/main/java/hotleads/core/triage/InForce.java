package hotleads.core.triage;

import hotleads.core.leads.rules.Standing.Snooze;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What holds of a person by the acts that were not taken back: of each kind the latest, of disputes and marks all.
 *
 * @param snooze null when not snoozed, though its time may be over
 * @param held whether a practitioner wants the person left alone for now
 * @param practitioner whose client they were made
 * @param disputed keys of reasons said to be wrong
 * @param attendance what was said last of each session
 */
public record InForce(
        @Nullable Snooze snooze,
        @Nullable UUID owner,
        @Nullable UUID practitioner,
        Set<String> disputed,
        Set<Long> cancelledByUs,
        Map<Long, Said> attendance,
        Permissions permissions,
        boolean held) {

    /** Whether they came, by whom and when it was said. */
    public record Said(boolean came, UUID by, Instant at) {}

    /** @param acts the latest first */
    public static InForce of(List<ActDone> acts) {
        List<ActDone> held = acts.stream().filter(act -> !act.undone()).toList();
        return new InForce(
                snoozeAmong(held).orElse(null),
                all(held, Act.OwnerSet.class)
                        .findFirst()
                        .map(Act.OwnerSet::owner)
                        .orElse(null),
                all(held, Act.PractitionerSet.class)
                        .findFirst()
                        .map(Act.PractitionerSet::practitioner)
                        .orElse(null),
                all(held, Act.ReasonDisputed.class)
                        .map(Act.ReasonDisputed::reasonKey)
                        .collect(Collectors.toSet()),
                all(held, Act.CancelledByUs.class)
                        .map(Act.CancelledByUs::bookingId)
                        .collect(Collectors.toSet()),
                attendanceAmong(held),
                held.stream()
                        .flatMap(done -> permissionsIn(done.act()).stream())
                        .findFirst()
                        .orElse(Permissions.NOT_ASKED),
                all(held, Act.HoldSet.class).map(Act.HoldSet::on).findFirst().orElse(false));
    }

    /** Of what we were told and what they said themselves, the latest holds. */
    private static Optional<Permissions> permissionsIn(Act act) {
        if (act instanceof Act.PermissionsTold(Permissions told)) {
            return Optional.of(told);
        }
        return act instanceof Act.PermissionsSet(Permissions set) ? Optional.of(set) : Optional.empty();
    }

    /** The latest of each booking; earlier ones stay in the history. */
    private static Map<Long, Said> attendanceAmong(List<ActDone> held) {
        Map<Long, Said> said = new HashMap<>();
        held.forEach(done -> {
            if (done.act() instanceof Act.AttendanceSet(long booking, boolean came)) {
                said.putIfAbsent(booking, new Said(came, done.accountId(), done.at()));
            }
        });
        return Map.copyOf(said);
    }

    private static Optional<Snooze> snoozeAmong(List<ActDone> held) {
        return held.stream()
                .filter(done -> done.act() instanceof Act.Snoozed || done.act() instanceof Act.Woken)
                .findFirst()
                .flatMap(InForce::asSnooze);
    }

    private static Optional<Snooze> asSnooze(ActDone done) {
        return done.act() instanceof Act.Snoozed(var until)
                ? Optional.of(new Snooze(done.at(), until, done.accountId().toString()))
                : Optional.empty();
    }

    private static <T extends Act> Stream<T> all(List<ActDone> held, Class<T> kind) {
        return held.stream().map(ActDone::act).filter(kind::isInstance).map(kind::cast);
    }
}
