package hotleads.core.slots;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found.
 *
 * @param cause why there are none, or why they need a second look; null when they can be offered as they are
 * @param loaded whether Acuity answered all that was needed to tell
 */
record Slots(boolean loaded, @Nullable String cause, List<Slot> found) {
    /**
     * One time.
     *
     * @param checked whether Acuity confirmed it right now; what it denied is not here
     * @param freeAtGoogle whether Google said so lately, false when that was too long ago; null where none belongs to
     *     it
     */
    record Slot(
            Instant startsAt,
            Fit fit,
            boolean habit,
            boolean checked,
            @Nullable Boolean freeAtGoogle,
            int durationMinutes,
            long calendarId,
            long typeId) {}

    static Slots none(String cause) {
        return new Slots(true, cause, List.of());
    }

    static Slots notLoaded(@Nullable String cause) {
        return new Slots(false, cause == null ? "unclear" : cause, List.of());
    }
}
