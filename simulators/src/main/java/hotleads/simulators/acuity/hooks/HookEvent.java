package hotleads.simulators.acuity.hooks;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a webhook can be about, in both of Acuity's spellings. */
public enum HookEvent {
    SCHEDULED,
    RESCHEDULED,
    CANCELED,
    CHANGED;

    /** As static hooks write it. */
    public String shortName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As hooks made over the API write it. */
    public String longName() {
        return "appointment." + shortName();
    }

    public static Optional<HookEvent> ofLongName(String name) {
        return Arrays.stream(values())
                .filter(event -> event.longName().equals(name))
                .findFirst();
    }
}
