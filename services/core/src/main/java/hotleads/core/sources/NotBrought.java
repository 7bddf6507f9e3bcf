package hotleads.core.sources;

import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ProviderOutcome;

/** A run ended before its end, for a reason the provider or our own limits gave. */
public class NotBrought extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProviderOutcome outcome;
    private final String cause;

    /** @param answer any but an OK */
    public NotBrought(ProviderAnswer<?> answer) {
        super(answer.outcome() + " " + answer.cause(), null, false, false);
        this.outcome = answer.outcome();
        this.cause = answer.cause() == null ? "unclear" : answer.cause();
    }

    public ProviderOutcome outcome() {
        return outcome;
    }

    /** A stable word, never the provider's text. */
    String word() {
        return cause;
    }
}
