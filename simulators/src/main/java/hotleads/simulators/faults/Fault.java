package hotleads.simulators.faults;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** One thing that can go wrong at Acuity. */
public enum Fault {
    TOO_MANY_REQUESTS(Side.READS, "Every read answers 429 with Retry-After: 2"),
    TOO_MANY_REQUESTS_SILENT(Side.READS, "Every read answers 429 without Retry-After"),
    NO_RETRY_AFTER(Side.READS, "The ordinary limit answers 429 without Retry-After"),
    NO_RATE_LIMIT(Side.READS, "The limits of 10 a second and 20 at once are off"),
    KEY_ROTATED(Side.READS, "The API key was changed: 401 for the old one, hooks signed with the new one"),
    HTML_502(Side.READS, "Every read answers 502 with an HTML page"),
    SERVER_ERROR(Side.READS, "Every read answers 500 with Acuity's own server_error"),
    ANSWER_LOST(Side.READS, "Requests are carried out, and the connection ends without an answer"),
    SLOW(Side.READS, "Answers drip out over slowMillis"),
    TRUNCATED_JSON(Side.READS, "Answers end in the middle of the JSON"),
    LABELS_EMPTY_LIST(Side.SHAPES, "labels is [] instead of null"),
    DURATION_AS_NUMBER(Side.SHAPES, "duration is 50 instead of \"50\""),
    OFFSET_WITH_COLON(Side.SHAPES, "datetime ends in -05:00 instead of -0500"),
    FORMS_MISSING(Side.SHAPES, "forms is left out although nobody asked for that"),
    PHONE_NULL(Side.SHAPES, "phone is null"),
    HOOKS_OFF(Side.HOOKS, "Hooks are dropped and never sent"),
    HOOKS_HELD(Side.HOOKS, "Hooks wait and leave, in order, when this is switched off"),
    DUPLICATE_HOOKS(Side.HOOKS, "Every hook is sent twice"),
    SWAPPED_HOOKS(Side.HOOKS, "changed comes before the main event"),
    DELAYED_HOOKS(Side.HOOKS, "Hooks leave hookDelayMillis late"),
    REPLAYED_HOOKS(Side.HOOKS, "Every hook comes once more, hookReplayMillis later"),
    LONG_ACTION_NAMES(Side.HOOKS, "action=appointment.canceled instead of action=canceled"),
    FORGED_SIGNATURE(Side.HOOKS, "Hooks are signed with a stranger's key"),
    OLD_KEY_SIGNATURE(Side.HOOKS, "Hooks are signed with the previous API key"),
    ESCAPED_BODY(Side.HOOKS, "Hook bodies hold needless %-escapes and an unknown field"),
    NO_APPOINTMENT_TYPE(Side.HOOKS, "Hooks come without appointmentTypeID"),
    UNKNOWN_ACTION(Side.HOOKS, "Hooks say action=appointment.teleported"),
    UNKNOWN_APPOINTMENT(Side.HOOKS, "Hooks name an appointment that answers 404");

    /** Which part of the vendor a fault is about. */
    public enum Side {
        READS("Reads and writes over REST"),
        SHAPES("Odd shapes in answers"),
        HOOKS("Webhooks");

        private final String title;

        Side(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    private final Side side;
    private final String effect;

    Fault(Side side, String effect) {
        this.side = side;
        this.effect = effect;
    }

    public Side side() {
        return side;
    }

    public String effect() {
        return effect;
    }

    /** The name in the control interface, such as {@code html-502}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Fault> of(String word) {
        return Arrays.stream(values())
                .filter(fault -> fault.word().equals(word))
                .findFirst();
    }
}
