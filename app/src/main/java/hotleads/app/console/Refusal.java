package hotleads.app.console;

/** It cannot go on, for a reason the person at the terminal can mend: the message says how. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private final int exitStatus;

    private Refusal(String whatToDo, int exitStatus) {
        // Without a stack trace or cause: it is shown as a sentence, and a cause could quote a secret.
        super(whatToDo, null, false, false);
        this.exitStatus = exitStatus;
    }

    public Refusal(String whatToDo) {
        this(whatToDo, FAILED);
    }

    /** A command or option we do not have. */
    public static Refusal ofUsage(String whatToDo) {
        return new Refusal(whatToDo, MISUSED);
    }

    public int exitStatus() {
        return exitStatus;
    }

    /** What to say, never null. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
