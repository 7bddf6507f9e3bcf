package hotleads.core.triage;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something done about a person beside logging an outcome. */
public sealed interface Act {
    /** @param until null until something about the person changes */
    record Snoozed(@Nullable Instant until) implements Act {}

    /** The snooze is over. */
    record Woken() implements Act {}

    /** @param owner an administrator's account; null for nobody's */
    record OwnerSet(@Nullable UUID owner) implements Act {}

    /** @param practitioner whose client they are, whatever they book; null for nobody's by our word */
    record PractitionerSet(@Nullable UUID practitioner) implements Act {}

    /** Something to remember. */
    record Noted(String text) implements Act {}

    /**
     * A reason is wrong, for as long as its evidence stays as it is.
     *
     * @param reasonKey of the reason with its evidence
     * @param why a code: the person's words are in {@code text}
     */
    record ReasonDisputed(
            String reasonKey,
            String rule,
            String why,
            @Nullable String text) implements Act {}

    /** The practice cancelled this booking, which Acuity does not tell. */
    record CancelledByUs(long bookingId) implements Act {}

    /**
     * One of us says whether they came to a session; what was seen stays beside it.
     *
     * @param came false when they missed it
     */
    record AttendanceSet(long bookingId, boolean came) implements Act {}

    /** What the person allows, as they told us. */
    record PermissionsSet(Permissions permissions) implements Act {}

    /** The same, as they set it themselves. */
    record PermissionsTold(Permissions permissions) implements Act {}

    /** A practitioner wants the person left alone for now, or no longer. */
    record HoldSet(boolean on, @Nullable String text) implements Act {}

    /** A practitioner asks an administrator to find the person a new time. */
    record RebookAsked(@Nullable String text) implements Act {}

    /** As stored and as the API spells it. */
    default String kind() {
        return switch (this) {
            case Snoozed snoozed -> "snoozed";
            case Woken woken -> "woken";
            case OwnerSet set -> "owner-set";
            case PractitionerSet set -> "practitioner-set";
            case Noted noted -> "noted";
            case ReasonDisputed disputed -> "reason-disputed";
            case CancelledByUs cancelled -> "cancelled-by-us";
            case AttendanceSet set -> "attendance-set";
            case PermissionsSet set -> "permissions-set";
            case PermissionsTold told -> "permissions-told";
            case HoldSet set -> set.on() ? "hold-set" : "hold-ended";
            case RebookAsked asked -> "rebook-asked";
        };
    }

    /** What is stored under a kind. */
    static Class<? extends Act> ofKind(String kind) {
        return switch (kind) {
            case "snoozed" -> Snoozed.class;
            case "woken" -> Woken.class;
            case "owner-set" -> OwnerSet.class;
            case "practitioner-set" -> PractitionerSet.class;
            case "noted" -> Noted.class;
            case "reason-disputed" -> ReasonDisputed.class;
            case "cancelled-by-us" -> CancelledByUs.class;
            case "attendance-set" -> AttendanceSet.class;
            case "permissions-set" -> PermissionsSet.class;
            case "permissions-told" -> PermissionsTold.class;
            case "hold-set", "hold-ended" -> HoldSet.class;
            case "rebook-asked" -> RebookAsked.class;
            default -> throw new IllegalArgumentException("No act is called " + kind);
        };
    }
}
