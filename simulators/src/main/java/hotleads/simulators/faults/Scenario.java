package hotleads.simulators.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A day as it happens at Acuity: several faults at once, for a while by the practice's clock. */
@SuppressWarnings("ImmutableEnumChecker") // Set.of never changes.
public enum Scenario {
    ACUITY_OFF("Acuity is off for two hours", Duration.ofHours(2), Fault.HTML_502, Fault.HOOKS_HELD),
    HOOKS_LOST("Hooks are lost for a day", Duration.ofDays(1), Fault.HOOKS_OFF),
    HOOKS_LATE("Hooks are kept back for three hours, then all come at once", Duration.ofHours(3), Fault.HOOKS_HELD),
    HOOKS_IN_DISORDER(
            "For a day hooks come twice, swapped, and again hours later",
            Duration.ofDays(1),
            Fault.DUPLICATE_HOOKS,
            Fault.SWAPPED_HOOKS,
            Fault.REPLAYED_HOOKS),
    KEY_ROTATED("Somebody changed the API key, until it is switched off", Duration.ZERO, Fault.KEY_ROTATED),
    OLD_KEY_FOR_AN_HOUR(
            "For an hour hooks are still signed with the previous key", Duration.ofHours(1), Fault.OLD_KEY_SIGNATURE),
    SLOW_DOWN("Acuity asks to slow down for ten minutes", Duration.ofMinutes(10), Fault.TOO_MANY_REQUESTS),
    SLOW_MORNING("Answers drip out for an hour", Duration.ofHours(1), Fault.SLOW),
    BROKEN_ANSWERS("Answers break off in the middle for an hour", Duration.ofHours(1), Fault.TRUNCATED_JSON),
    FORGER("For an hour every hook is forged", Duration.ofHours(1), Fault.FORGED_SIGNATURE),
    ODD_SHAPES(
            "For a day answers come in all the other recorded shapes",
            Duration.ofDays(1),
            Fault.LABELS_EMPTY_LIST,
            Fault.DURATION_AS_NUMBER,
            Fault.OFFSET_WITH_COLON,
            Fault.FORMS_MISSING,
            Fault.PHONE_NULL),
    ODD_HOOKS(
            "For a day hooks are spelled oddly and lack the session type",
            Duration.ofDays(1),
            Fault.LONG_ACTION_NAMES,
            Fault.ESCAPED_BODY,
            Fault.NO_APPOINTMENT_TYPE);

    private final String title;
    private final Duration lasts;
    private final Set<Fault> faults;

    Scenario(String title, Duration lasts, Fault... faults) {
        this.title = title;
        this.lasts = lasts;
        this.faults = Set.copyOf(Arrays.asList(faults));
    }

    /** The name in the control interface, such as {@code acuity-off}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String title() {
        return title;
    }

    /** Zero lasts until somebody ends it. */
    public Duration lasts() {
        return lasts;
    }

    public Set<Fault> faults() {
        return EnumSet.copyOf(faults);
    }

    /** Whether all it is made of goes wrong just now, however that came about. */
    public boolean isOn(Settings settings) {
        return settings.on().containsAll(faults);
    }

    public static Optional<Scenario> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    Settings addTo(Settings settings, Instant now) {
        Settings next = settings;
        for (Fault fault : faults) {
            next = lasts.isZero() ? next.with(fault, true) : next.until(fault, now.plus(lasts));
        }
        return next;
    }

    Settings takeFrom(Settings settings) {
        Settings next = settings;
        for (Fault fault : faults) {
            next = next.with(fault, false);
        }
        return next;
    }
}
