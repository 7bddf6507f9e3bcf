package hotleads.core.leads.rules;

import java.util.Locale;

/** What an admin logged after trying to reach someone. */
public enum OutcomeKind {
    BOOKED,
    CALL_BACK,
    LEFT_MESSAGE,
    SPOKE_NOT_NOW,
    NOT_INTERESTED,
    WRONG_DETAILS,
    HAND_TO_PRACTITIONER;

    /** As the API and the sentences spell it: "left-message". */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the person heard from us. */
    public boolean isContact() {
        return this != WRONG_DETAILS && this != HAND_TO_PRACTITIONER;
    }

    /** Whether we heard from the person. */
    boolean isAnswer() {
        return isContact() && this != LEFT_MESSAGE;
    }

    /** Whether the person asked for something, which overrules an earlier "no" or "not now". */
    boolean isTheirMove() {
        return this == BOOKED || this == CALL_BACK;
    }
}
