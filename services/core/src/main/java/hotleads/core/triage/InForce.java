package hotleads.core.triage;

import hotleads.core.leads.rules.Standing.Snooze;
import java.util.List;
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
 * @param disputed keys of reasons said to be wrong
 */
public record InForce(
        @Nullable Snooze snooze,
        @Nullable UUID owner,
        Set<String> disputed,
        Set<Long> cancelledByUs,
        Permissions permissions) {

    /** @param acts the latest first */
    public static InForce of(List<ActDone> acts) {
        List<ActDone> held = acts.stream().filter(act -> !act.undone()).toList();
        return new InForce(
                snoozeAmong(held).orElse(null),
                all(held, Act.OwnerSet.class)
                        .findFirst()
                        .map(Act.OwnerSet::owner)
                        .orElse(null),
                all(held, Act.ReasonDisputed.class)
                        .map(Act.ReasonDisputed::reasonKey)
                        .collect(Collectors.toSet()),
                all(held, Act.CancelledByUs.class)
                        .map(Act.CancelledByUs::bookingId)
                        .collect(Collectors.toSet()),
                all(held, Act.PermissionsSet.class)
                        .map(Act.PermissionsSet::permissions)
                        .findFirst()
                        .orElse(Permissions.NOT_ASKED));
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
