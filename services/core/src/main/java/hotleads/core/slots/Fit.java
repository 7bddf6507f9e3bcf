package hotleads.core.slots;

import hotleads.core.openings.UsualSession.WeekHour;
import java.util.Locale;

/** How well a free time fits a person, best first. */
enum Fit {
    /** The same weekday and hour. */
    HOUR,
    /** The same weekday at another hour. */
    DAY,
    /** The same hour on another weekday. */
    TIME,
    /** Neither. */
    SOONEST;

    static Fit of(WeekHour free, WeekHour usual) {
        if (free.day() == usual.day()) {
            return free.time().equals(usual.time()) ? HOUR : DAY;
        }
        return free.time().equals(usual.time()) ? TIME : SOONEST;
    }

    /** The sentence's key; what happened once is not called usual. */
    String sentence(boolean habit) {
        return this == SOONEST
                ? "slot.soonest"
                : "slot." + (habit ? "usual-" : "last-") + name().toLowerCase(Locale.ROOT);
    }
}
