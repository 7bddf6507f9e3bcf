package hotleads.core.attendance;

import java.util.Locale;

/** What speaks for or against somebody having come, beside their own presence. */
public enum Fact {
    /** The provider's count of a run that is over: the practitioner and nobody else. */
    HOST_ALONE,
    /** Told while it happened, from opening to closing: nobody but the practitioner joined. */
    HOOKS_SAW_NOBODY,
    /** Somebody stood in the waiting room. */
    WAITED_OUTSIDE,
    /** They were in another practitioner's room at that time. */
    OTHER_ROOM,
    /** The room was open too shortly for its emptiness to say anything. */
    SHORTLY_OPEN;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
